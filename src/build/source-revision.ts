import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The commit that is built, shown by Help and in the page's source: `DOUBLET_COMMIT` where it is set, else what git says,
 * with `-changed` behind it where files differ from the commit; "" where there is no git. So the same commit makes the same
 * bytes, and a copy without git makes them too once it is told which commit it is.
 */
export function sourceRevision(): string {
  const given = process.env['DOUBLET_COMMIT'];
  if (given !== undefined) return /^[0-9a-f]{40}(-changed)?$/.test(given) ? given : '';
  try {
    const commit = git('rev-parse', 'HEAD');
    const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '.') !== '';
    return /^[0-9a-f]{40}$/.test(commit) ? `${commit}${isChanged ? '-changed' : ''}` : '';
  } catch {
    return '';
  }
}

function git(...words: string[]): string {
  return execFileSync('git', words, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
