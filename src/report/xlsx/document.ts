import type { ReportFacts } from '../facts';
import type { DocumentProperties } from './envelope';
import { printText, type SheetParts } from './sheet-parts';

const count = (number: number) => number.toLocaleString('en-US');

/** Characters of the dataset's name in a printed line: a line holds 255 in all. */
const LONGEST_NAME = 100;

/** What the file says of itself in a list of files. */
export function propertiesOf({ header, summary, redaction }: ReportFacts): DocumentProperties {
  const { duplicateAssets, hostAssets } = summary;
  return {
    title: redaction ? 'Duplicate assets, redacted copy' : 'Duplicate assets',
    subject: `${header.name}: ${count(duplicateAssets)} of ${count(hostAssets)} host assets share an identifier`,
    author: 'Doublet',
    keywords: 'Qualys, host assets, potential duplicates',
  };
}

/** What stands on each printed page: what it is of, which sheet, when it was made, which page of how many. */
export function printLines({
  header,
  generatedAt,
  redaction,
}: ReportFacts): NonNullable<SheetParts['print']> {
  const made = new Date(generatedAt).toISOString().slice(0, 16).replace('T', ' ');
  const name = printText(header.name.slice(0, LONGEST_NAME).toWellFormed());
  return {
    header: { left: `Duplicate assets: ${name}${redaction ? ' (redacted copy)' : ''}`, right: '&A' },
    footer: { left: `Made by Doublet, ${made} UTC`, right: 'Page &P of &N' },
  };
}
