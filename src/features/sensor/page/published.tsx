/**
 * The published rule beside each setting, word for word: Qualys, "Asset De-duplication in Network Passive
 * Sensor".
 */
export const PUBLISHED = {
  sources:
    'Qualys backend services consider an asset as managed when it is reported by CA or scanned by Qualys scanner. The asset is considered unmanaged if reported by CAPS or NPS but not yet seen or reported through managed sources.',
  correlationId:
    'De-duplication based on correlation ID works if the passive sensor discovers the correlation ID, and the same is available for a managed asset.',
  hostname:
    'If the passive sensor senses "johndoe" as the hostname and the managed asset’s hostname is reported with a domain name such as "johndoe.somedomain.org" or vice versa, the assets will not duplicate. In such cases, the user can add domain names such as “somedomain.org” as input to NPS, for it to de-duplicate them with the managed asset.',
  excluded:
    'To track each such device as an independent asset in the inventory, the user can add the common switch hostname and the common HMI hostname in the exclusion list provided by this feature.',
  network:
    'Finally, if neither of the above conditions is met, then NPS uses only the IP address to de-duplicate, provided both managed and unmanaged IPs are in the same network. If the user does not have “Network” in the subscription, NPS defaults to treating all IPs as a part of one global default network.',
  ranges:
    'If the user configures Network Passive Sensor (NPS) with an IP as static in one internal asset group and the same IP as DHCP in a different internal asset group, then NPS treats the IP as static.',
  inactivity:
    'This time period is the asset’s DHCP lease period, identified by PS, or the IP inactivity time period if PS is unable to discover the DHCP lease period.',
  mobile:
    'Hostname-based de-duplication happens only for non-mobile devices or for hostnames not added to the exclusion list.',
} as const;

/** A published rule, marked as a quotation. */
export function Published(props: { text: string }) {
  return (
    <figure class="published">
      <figcaption>The published rule</figcaption>
      <blockquote>{props.text}</blockquote>
    </figure>
  );
}
