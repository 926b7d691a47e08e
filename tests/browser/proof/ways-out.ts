/** What reaches the network although a policy stands in the page: a whole request, or the look-up of a name. */
export type Leaving = 'request' | 'name';

/** One way by which a page of a browser can reach another host. */
export interface WayOut {
  readonly name: string;
  /**
   * The program, a function body. `u` is an address of the other host, `udp` the port of this machine for WebRTC, `add`
   * appends an element.
   */
  readonly run: string;
  /** Leaves the page, so that it has one to itself. */
  readonly navigates?: true;
  /** Names a host that is nowhere, since the browser does not look up `localhost`: only the look-up can be seen. */
  readonly nowhere?: true;
  /** What still leaves under our policy, where it cannot stop all of it. */
  readonly leaves?: Leaving;
}

const inCss = (css: string) => `${JSON.stringify(css)}.replaceAll('%u', u).replaceAll('#E', '#' + id)`;
const element = (tag: string, attributes: string): string =>
  `const e = document.createElement('${tag}'); Object.assign(e, ${attributes}); add(e);`;
const link = (rel: string, as = ''): WayOut => ({
  name: as === '' ? `link rel=${rel}` : `link rel=${rel} as=${as}`,
  run: `const e = document.createElement('link'); e.rel = '${rel}';
    if ('${as}') e.as = '${as}';
    if (/font|fetch/.test('${as}')) e.crossOrigin = '';
    e.href = u; document.head.append(e);`,
});
const STYLED = `const id = 'x' + Math.random().toString(36).slice(2); const e = document.createElement('div');
  e.id = id; e.textContent = 'text'; e.style.width = e.style.height = '9px'; add(e);`;
const style = (name: string, css: string): WayOut => ({
  name: `style: ${name}`,
  run: `${STYLED} const s = document.createElement('style'); s.textContent = ${inCss(css)}; document.head.append(s);`,
});
const sheet = (name: string, css: string): WayOut => ({
  name: `style sheet made by script: ${name}`,
  run: `${STYLED} const s = new CSSStyleSheet(); s.replaceSync(${inCss(css)}); document.adoptedStyleSheets.push(s);`,
});
const property = (name: string, value: string): WayOut => ({
  name: `element.style.${name}`,
  run: `const e = document.createElement('li'); e.textContent = 'text'; e.style.width = e.style.height = '9px';
    e.style.${name} = ${JSON.stringify(value)}.replace('%u', u); add(e);`,
});
const worker = (name: string, code: string): WayOut => ({
  name: `worker of a blob: ${name}`,
  run: `const code = 'const u = ' + JSON.stringify(u) + '; ' + ${JSON.stringify(code)};
    const w = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    await new Promise((end) => { w.onmessage = w.onerror = end; setTimeout(end, 1000); });`,
});
const FRAME = `const f = document.createElement('iframe'); f.name = 'n' + Math.random(); add(f);
  const w = f.contentWindow, d = f.contentDocument;`;
const frame = (name: string, code: string): WayOut => ({
  name: `empty frame: ${name}`,
  run: `${FRAME} ${code}`,
});
const intoFrame = (name: string, code: string): WayOut => ({ name, run: `${FRAME} ${code}`, leaves: 'name' });
const svg = (name: string, tag: string, more = ''): WayOut => ({
  name: `svg ${name}`,
  run: `const ns = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(ns, 'svg');
    const e = document.createElementNS(ns, '${tag}'); e.setAttribute('href', u + '#a');
    e.setAttribute('width', 9); e.setAttribute('height', 9); s.append(e); ${more} add(s);`,
});
const rtc = (name: string, scheme: string): WayOut => ({
  name: `WebRTC, ${name}`,
  run: `const c = new RTCPeerConnection({ iceServers: [{ urls: '${scheme}:127.0.0.1:' + udp, username: 'a', credential: 'b' }] });
    c.createDataChannel('x'); await c.setLocalDescription(await c.createOffer());
    await new Promise((end) => setTimeout(end, 1000));`,
  leaves: 'request',
});
const away = (name: string, run: string, leaves: Leaving): WayOut => ({ name, run, navigates: true, leaves });

/** The ways. Each gets a host name of its own, so that every look-up and every request tells which it was. */
export const WAYS_OUT: readonly WayOut[] = [
  { name: 'fetch', run: 'await fetch(u);' },
  { name: 'fetch, no-cors', run: `await fetch(u, { mode: 'no-cors' });` },
  { name: 'fetch, POST', run: `await fetch(u, { method: 'POST', body: 'x' });` },
  {
    name: 'fetch, keepalive',
    run: `await fetch(u, { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' });`,
  },
  { name: 'fetch, HEAD', run: `await fetch(u, { method: 'HEAD' });` },
  {
    name: 'fetchLater',
    run: `fetchLater(u.replace('http:', location.protocol === 'https:' ? 'https:' : 'http:'), { activateAfter: 0 });`,
  },
  { name: 'XMLHttpRequest', run: `const r = new XMLHttpRequest(); r.open('GET', u); r.send();` },
  {
    name: 'XMLHttpRequest, synchronous',
    run: `const r = new XMLHttpRequest(); r.open('GET', u, false); r.send();`,
  },
  { name: 'XMLHttpRequest, POST', run: `const r = new XMLHttpRequest(); r.open('POST', u); r.send('x');` },
  { name: 'sendBeacon', run: `navigator.sendBeacon(u, 'x');` },
  { name: 'WebSocket', run: `new WebSocket(u.replace('http', 'ws'));` },
  { name: 'WebSocketStream', run: `await new WebSocketStream(u.replace('http', 'ws')).opened;` },
  { name: 'EventSource', run: 'new EventSource(u);' },
  { name: 'WebTransport', run: `await new WebTransport(u.replace('http', 'https')).ready;` },
  { name: 'Cache.add', run: `await (await caches.open('x')).add(u);` },
  { name: 'new Image', run: 'new Image().src = u;' },
  { name: 'img src', run: element('img', '{ src: u }') },
  { name: 'img srcset', run: element('img', `{ srcset: u + ' 1x' }`) },
  { name: 'img crossorigin', run: element('img', `{ crossOrigin: '', src: u }`) },
  {
    name: 'picture source',
    run: `const p = document.createElement('picture'), s = document.createElement('source'); s.srcset = u; p.append(s, new Image()); add(p);`,
  },
  { name: 'input type=image', run: element('input', `{ type: 'image', src: u }`) },
  { name: 'body background', run: `document.body.setAttribute('background', u);` },
  {
    name: 'table background',
    run: `const t = document.createElement('table'); t.setAttribute('background', u); t.insertRow().insertCell().textContent = 'x'; add(t);`,
  },
  {
    name: 'td background',
    run: `const t = document.createElement('table'); const c = t.insertRow().insertCell(); c.setAttribute('background', u); c.textContent = 'x'; add(t);`,
  },
  { name: 'video src', run: element('video', `{ preload: 'auto', src: u }`) },
  {
    name: 'video source',
    run: `const v = document.createElement('video'), s = document.createElement('source'); v.preload = 'auto'; s.src = u; v.append(s); add(v);`,
  },
  { name: 'video poster', run: element('video', '{ poster: u }') },
  { name: 'new Audio', run: `const a = new Audio(u); a.preload = 'auto'; a.load();` },
  {
    name: 'audio source',
    run: `const v = document.createElement('audio'), s = document.createElement('source'); v.preload = 'auto'; s.src = u; v.append(s); add(v);`,
  },
  {
    name: 'track',
    run: `const v = document.createElement('video'), t = document.createElement('track'); v.crossOrigin = ''; t.kind = 'subtitles'; t.default = true; t.src = u; v.append(t); add(v); t.track.mode = 'showing';`,
  },
  { name: 'embed', run: element('embed', `{ type: 'text/html', src: u }`) },
  { name: 'embed, image', run: element('embed', `{ type: 'image/png', src: u }`) },
  { name: 'object', run: element('object', `{ type: 'text/html', data: u }`) },
  { name: 'object, image', run: element('object', `{ type: 'image/png', data: u }`) },
  {
    name: 'iframe srcdoc with an image',
    run: `const f = document.createElement('iframe'); f.srcdoc = '<img src="' + u + '">'; add(f);`,
  },
  {
    name: 'iframe of a blob with an image',
    run: `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<img src="' + u + '">'], { type: 'text/html' })); add(f);`,
  },
  {
    name: 'iframe of a data address with an image',
    run: `const f = document.createElement('iframe'); f.src = 'data:text/html,' + encodeURIComponent('<img src="' + u + '">'); add(f);`,
  },
  { name: 'script src', run: element('script', '{ src: u }') },
  { name: 'script type=module', run: element('script', `{ type: 'module', src: u }`) },
  { name: 'import()', run: 'await import(u);' },
  { name: 'audio worklet', run: 'await new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(u);' },
  {
    name: 'speculation rules, prefetch',
    run: `const e = document.createElement('script'); e.type = 'speculationrules'; e.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [u], eagerness: 'immediate' }] }); document.head.append(e);`,
  },
  {
    name: 'speculation rules, prerender',
    run: `const e = document.createElement('script'); e.type = 'speculationrules'; e.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [u], eagerness: 'immediate' }] }); document.head.append(e);`,
  },
  link('stylesheet'),
  link('icon'),
  link('modulepreload'),
  link('preload', 'image'),
  link('preload', 'script'),
  link('preload', 'style'),
  link('preload', 'font'),
  link('preload', 'fetch'),
  link('preload', 'track'),
  link('prefetch'),
  { ...link('preconnect'), nowhere: true, leaves: 'name' },
  { ...link('dns-prefetch'), nowhere: true, leaves: 'name' },
  style('@import', '@import url("%u");'),
  style('@font-face', '@font-face { font-family: "%u"; src: url("%u"); } #E { font-family: "%u"; }'),
  style('background', '#E { background: url("%u"); }'),
  style('border-image', '#E { border: 3px solid; border-image: url("%u") 3; }'),
  style('list-style-image', '#E { display: list-item; list-style-image: url("%u"); }'),
  style('cursor', '#E { cursor: url("%u"), auto; }'),
  style('content', '#E::before { content: url("%u"); }'),
  style('mask', '#E { mask: url("%u"); }'),
  style('clip-path', '#E { clip-path: url("%u#a"); }'),
  style('shape-outside', '#E { float: left; shape-outside: url("%u"); }'),
  style('image-set', '#E { background: image-set("%u" 1x); }'),
  sheet('background', '#E { background: url("%u"); }'),
  sheet('@font-face', '@font-face { font-family: "%u"; src: url("%u"); } #E { font-family: "%u"; }'),
  sheet('content', '#E::before { content: url("%u"); }'),
  sheet('mask', '#E { mask: url("%u"); }'),
  property('backgroundImage', 'url("%u")'),
  property('listStyleImage', 'url("%u")'),
  property('borderImage', 'url("%u") 3'),
  property('maskImage', 'url("%u")'),
  property('shapeOutside', 'url("%u")'),
  {
    name: 'style attribute',
    run: `const e = document.createElement('div'); e.textContent = 'x'; e.setAttribute('style', 'background: url("' + u + '")'); add(e);`,
  },
  { name: 'FontFace', run: `await new FontFace('x', 'url("' + u + '")').load();` },
  svg('image', 'image'),
  svg(
    'feImage',
    'feImage',
    `const f = document.createElementNS(ns, 'filter'); f.id = 'f' + Math.random(); f.append(e); s.append(f); const r = document.createElementNS(ns, 'rect'); r.setAttribute('width', 9); r.setAttribute('height', 9); r.setAttribute('filter', 'url(#' + f.id + ')'); s.append(r);`,
  ),
  svg('script', 'script'),
  intoFrame('iframe src', 'f.src = u;'),
  intoFrame(
    'form GET into a frame',
    `const e = document.createElement('form'); e.action = u; e.target = f.name; add(e); e.submit();`,
  ),
  intoFrame(
    'form POST into a frame',
    `const e = document.createElement('form'); e.method = 'POST'; e.action = u; e.target = f.name; add(e); e.submit();`,
  ),
  intoFrame(
    'button formaction',
    `const e = document.createElement('form'), b = document.createElement('button'); b.formAction = u; b.formTarget = f.name; e.append(b); add(e); b.click();`,
  ),
  intoFrame(
    'link into a frame',
    `const e = document.createElement('a'); e.href = u; e.target = f.name; add(e); e.click();`,
  ),
  intoFrame('frame.location', 'w.location.href = u;'),
  {
    name: 'a ping',
    run: `const e = document.createElement('a'); e.href = '#' + location.hash.slice(1); e.ping = u; add(e); e.click();`,
  },
  frame('fetch', 'await w.fetch(u);'),
  frame('image', 'const i = d.createElement("img"); i.src = u; d.body.append(i);'),
  frame('WebSocket', `new w.WebSocket(u.replace('http', 'ws'));`),
  frame('sendBeacon', `w.navigator.sendBeacon(u, 'x');`),
  frame('script', 'const e = d.createElement("script"); e.src = u; d.body.append(e);'),
  frame(
    'style sheet',
    'const e = d.createElement("link"); e.rel = "stylesheet"; e.href = u; d.head.append(e);',
  ),
  frame(
    'preload',
    'const e = d.createElement("link"); e.rel = "preload"; e.as = "image"; e.href = u; d.head.append(e);',
  ),
  worker('fetch', 'fetch(u).finally(() => postMessage(1)).catch(() => 0);'),
  worker(
    'fetch, no-cors POST',
    `fetch(u, { mode: 'no-cors', method: 'POST', body: 'x' }).finally(() => postMessage(1)).catch(() => 0);`,
  ),
  worker(
    'XMLHttpRequest',
    `const r = new XMLHttpRequest(); r.onloadend = () => postMessage(1); r.open('GET', u); r.send();`,
  ),
  worker(
    'XMLHttpRequest, synchronous',
    `const r = new XMLHttpRequest(); r.open('GET', u, false); r.send(); postMessage(1);`,
  ),
  worker('WebSocket', `new WebSocket(u.replace('http', 'ws')).onerror = () => postMessage(1);`),
  worker('EventSource', 'new EventSource(u);'),
  worker('importScripts', 'importScripts(u);'),
  worker('import()', 'import(u).finally(() => postMessage(1)).catch(() => 0);'),
  worker(
    'WebTransport',
    `new WebTransport(u.replace('http', 'https')).ready.finally(() => postMessage(1)).catch(() => 0);`,
  ),
  worker(
    'FontFace',
    `new FontFace('x', 'url("' + u + '")').load().finally(() => postMessage(1)).catch(() => 0);`,
  ),
  worker(
    'worker within it',
    `const c = 'fetch(' + JSON.stringify(u) + ').catch(() => 0)'; new Worker(URL.createObjectURL(new Blob([c], { type: 'text/javascript' })));`,
  ),
  {
    name: 'shared worker of a blob: fetch',
    run: `const code = 'fetch(' + JSON.stringify(u) + ').catch(() => 0)'; new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));`,
  },
  rtc('STUN', 'stun'),
  rtc('TURN', 'turn'),
  away('location.href', 'location.href = u;', 'request'),
  away('location.replace', 'location.replace(u);', 'request'),
  away('navigation.navigate', 'navigation.navigate(u);', 'request'),
  away(
    'click on a link',
    `const e = document.createElement('a'); e.href = u; document.body.append(e); e.click();`,
    'request',
  ),
  away(
    'click on an area',
    `const m = document.createElement('map'), e = document.createElement('area'); e.href = u; m.append(e); document.body.append(m); e.click();`,
    'request',
  ),
  away(
    'click on a link, new window',
    `const e = document.createElement('a'); e.href = u; e.target = '_blank'; document.body.append(e); e.click();`,
    'request',
  ),
  away('window.open', 'window.open(u);', 'request'),
  away(
    'meta refresh',
    `const e = document.createElement('meta'); e.httpEquiv = 'refresh'; e.content = '0;url=' + u; document.head.append(e);`,
    'request',
  ),
  away(
    'form GET',
    `const e = document.createElement('form'); e.action = u; document.body.append(e); e.submit();`,
    'name',
  ),
  away(
    'form POST',
    `const e = document.createElement('form'); e.method = 'POST'; e.action = u; document.body.append(e); e.submit();`,
    'name',
  ),
  away(
    'form into a new window',
    `const e = document.createElement('form'); e.action = u; e.target = '_blank'; document.body.append(e); e.submit();`,
    'name',
  ),
];
