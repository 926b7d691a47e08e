/** Names that devices come with, in lower case, without their domain. What no pattern knows is found from the data. */
const DEFAULT_NAMES =
  /^(localhost\d*|iphone|ipad|android([-_][0-9a-f]+)?|galaxy-[\w-]+|raspberrypi|raspberry|beaglebone|ubuntu|debian|kali|fedora|centos|linux|windows|win-template\w*|switch(-default|-?\d{0,2})?|ie-switch|router|default|admin|computer|desktop|laptop|printer|camera|ipcamera|openwrt|synology|diskstation|nas|esxi|proxmox|pve|vm|template|new-host(-\d+)?|ip-\d+-\d+-\d+-\d+|unknown|unnamed|none|null|na|host|server|client|workstation|user-pc|mac|macbook(-pro|-air)?|apple-?tv|chromecast|echo|android)$/;

/** Whether a host name is one that devices come with: it says nothing about which device it is. */
export function isDefaultName(name: string): boolean {
  const dot = name.indexOf('.');
  return DEFAULT_NAMES.test(dot < 0 ? name : name.slice(0, dot));
}
