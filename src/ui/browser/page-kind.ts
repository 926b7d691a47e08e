/** Which of the pages that the build makes this is. Only the Gateway page's policy lets it connect. */
export type PageKind = 'hosted' | 'gateway' | 'disk';

/** The commit that the page was built from; "" where the build did not know it. */
export function pageCommit(): string {
  return document.querySelector('meta[name="doublet-commit"]')?.getAttribute('content') ?? '';
}

/** Reads the mark that the build stamps into each page. */
export function pageKind(): PageKind {
  const mark = document.querySelector('meta[name="doublet-page"]')?.getAttribute('content');
  return mark === 'gateway' || mark === 'disk' ? mark : 'hosted';
}
