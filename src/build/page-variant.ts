/** One HTML file that the build makes from the one script, the one style and `index.html`. */
export interface PageVariant {
  readonly file: 'index.html' | 'gateway.html' | 'doublet.html';
  /** Content of `<meta name="doublet-page">`, by which the script knows where it stands. */
  readonly page: 'hosted' | 'gateway' | 'disk';
  /** May open connections: only the Gateway page, which an administrator can delete. */
  readonly connects: boolean;
  /** Stands beside its icons and manifest on a server; otherwise everything is inside the file. */
  readonly hosted: boolean;
  /** Registers the service worker. The Gateway page is left out: it is of no use without a network. */
  readonly offline: boolean;
}

export const PAGE_VARIANTS: readonly PageVariant[] = [
  { file: 'index.html', page: 'hosted', connects: false, hosted: true, offline: true },
  { file: 'gateway.html', page: 'gateway', connects: true, hosted: true, offline: false },
  { file: 'doublet.html', page: 'disk', connects: false, hosted: false, offline: false },
];
