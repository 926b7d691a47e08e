import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Leaving, WAYS_OUT } from './ways-out';

const DOCUMENT = join(import.meta.dirname, '../../../docs/security.md');
const [START, END] = ['<!-- ways out: made by tests/browser/proof -->\n', '<!-- end of ways out -->'];

const WORDS: Readonly<Record<Leaving | 'nothing', string>> = {
  nothing: 'nothing',
  name: 'the name is looked up or the host is connected to, nothing is sent',
  request: '**a request**',
};

/** The table of the ways, as Markdown. */
export function waysTable(): string {
  const rows = WAYS_OUT.map(({ name, leaves }) => `| ${name} | ${WORDS[leaves ?? 'nothing']} |\n`);
  return `\n| way | what leaves under our policy |\n|---|---|\n${rows.join('')}\n`;
}

/** The table as the document has it. With `UPDATE_WAYS=1` in the environment it is written there first. */
export function documentedWays(): string {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = [text.indexOf(START) + START.length, text.indexOf(END)];
  if (process.env['UPDATE_WAYS'] !== '1') return text.slice(from, to);
  writeFileSync(DOCUMENT, text.slice(0, from) + waysTable() + text.slice(to));
  return waysTable();
}
