/// <reference path="./report-viewer.d.ts" />
import { script, scriptHash, style, styleHash } from 'virtual:report-viewer';
import type { DatasetHeader } from '../../model/dataset';
import type { GroupingSummary } from '../../model/grouping';
import { counted } from '../../wording/counts';
import { noticesOf } from '../../wording/dataset-notices';
import type { ReportFacts } from '../facts';
import { redactionWords } from '../redaction/redaction';
import type { ReportTable } from '../report-table';
import type { WrittenSection, WrittenTable } from '../section';
import { noticeText, SEVERITY_WORDS } from '../sections';
import { escapeHtml } from './escape';
import { fieldsHtml, overlapHtml } from './overlap-html';
import { dateText, type HasGroup, sectionsHtml } from './sections-html';

/** Only the report's own script and style, by hash; no request to anywhere; no text becomes markup or script. */
const POLICY = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;

const count = (number: number) => number.toLocaleString('en-US');

/** Everything before the rows: readable without a script but for the rows. In print the rows stand last, too. */
export function pageHead(
  facts: ReportFacts,
  sections: readonly WrittenSection[],
  table: ReportTable,
): string {
  const { header, summary, generatedAt, redaction } = facts;
  const name = escapeHtml(header.name);
  const parts = partsOf(sections);
  const shown = new Set(table.groups);
  const hasGroup: HasGroup = (group) => shown.has(group - 1);
  return `<!doctype html>
<html lang="en" data-state="busy">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Doublet">
<title>Potential duplicates in ${name}${redaction ? ', redacted copy' : ''}, ${dateText(generatedAt)} UTC</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Potential duplicates</h1>
<p class="origin"><b>${name}</b><span>Made ${dateText(generatedAt)} UTC</span></p>
${redaction ? `<p class="redacted" role="note"><b>Redacted copy</b> ${escapeHtml(redactionWords(redaction))}</p>` : ''}
${losses(header)}
<p class="answer">${escapeHtml(answer(summary))}</p>
${figures(summary, isWhole(table))}
</header>
<noscript><p class="notice">The rows of this report need JavaScript, which is switched off here. The figures, settings and lists are complete.</p></noscript>
${navigation(table, parts)}
<main>
<section class="part document" id="fields" aria-label="Fields and overlap">
${fieldsHtml(summary, facts.settings.rules, isWhole(table))}
${overlapHtml(summary, isWhole(table))}
</section>
${parts.map(({ name, id, sections: of }) => `<section class="part document" id="${id}" aria-label="${escapeHtml(name)}">\n${contents(of)}\n${sectionsHtml(of, hasGroup)}\n</section>`).join('\n')}
<section class="part" id="clusters" aria-label="Clusters" hidden></section>
<section class="part" id="rows" aria-label="Duplicate assets" hidden></section>
</main>
`;
}

/** The viewer itself, after the last block. */
export function pageTail(): string {
  return `<script>${script}</script>
</body>
</html>
`;
}

/** What is missing, and which rules could not look, before the figures. */
function losses(header: DatasetHeader): string {
  const lines = noticesOf(header)
    .filter(({ severity }) => severity !== 'note')
    .map((notice) => `<li><b>${SEVERITY_WORDS[notice.severity]}</b> ${escapeHtml(noticeText(notice))}</li>`);
  return lines.length === 0
    ? ''
    : `<ul class="losses" aria-label="To be read with the figures">${lines.join('')}</ul>`;
}

interface Part {
  readonly name: string;
  readonly id: string;
  readonly sections: readonly WrittenTable[];
}

const ABOUT = 'Settings and lists';

/** Settings and lists first, since print begins with them; then the parts of features. */
function partsOf(sections: readonly WrittenSection[]): Part[] {
  const shown = sections.filter(
    (section) => section.kind === 'table' && section.html !== null,
  ) as WrittenTable[];
  const names = [...new Set([ABOUT, ...shown.map(({ part = ABOUT }) => part)])];
  return names.map((name) => ({
    name,
    id: name === ABOUT ? 'about' : `part-${name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    sections: shown.filter(({ part = ABOUT }) => part === name),
  }));
}

function navigation(table: ReportTable, parts: readonly Part[]): string {
  const [about, ...further] = parts;
  const clusters = new Set(Array.from(table.groups, (group) => table.clusterOf(group))).size;
  const links = [
    ['rows', 'Rows', count(table.size.rows)],
    ['fields', 'Fields and overlap', ''],
    ['clusters', 'Clusters', count(clusters)],
    ...[...further, about!].map(({ id, name }) => [id, name, ''] as const),
  ];
  const made = links.map(
    ([id, name, number]) =>
      `<a href="#${id}">${escapeHtml(name!)}${number ? ` <span>${number}</span>` : ''}</a>`,
  );
  return `<nav aria-label="Parts of this report" hidden>${made.join('')}</nav>`;
}

function contents(sections: readonly WrittenTable[]): string {
  if (sections.length < 3) return '';
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<ul class="contents" aria-label="Contents">${links.join('')}</ul>`;
}

/** Whether the report has the rows of every group, so that its numbers are those of its lists. */
function isWhole({ size, groupCount, groups, assetsOfGroup }: ReportTable): boolean {
  const all = groups.reduce((sum, group) => sum + assetsOfGroup(group).length, 0);
  return groups.length === groupCount && size.rows === all;
}

function answer({ hostAssets, duplicateAssets }: GroupingSummary): string {
  if (hostAssets === 0) return 'There are no host assets.';
  if (duplicateAssets === 0)
    return `None of ${counted(hostAssets, 'host asset')} shares an identifier with another one.`;
  return `${count(duplicateAssets)} of ${count(hostAssets)} host assets share an identifier with another one.`;
}

function figures(summary: GroupingSummary, linked: boolean): string {
  const shown = [
    ['Host assets', count(summary.hostAssets), ''],
    ['Potential duplicates', count(summary.duplicateAssets), '#rows'],
    ['Duplicate ratio', `${summary.duplicateRatio.toFixed(1)} %`, ''],
    ['Duplicate groups', count(summary.groups), '#rows'],
    ['Clusters', count(summary.clusters), '#clusters'],
  ];
  const entries = shown.map(([name, value, to]) => {
    const number = linked && to ? `<a href="${to}">${value}</a>` : value;
    return `<div><dt>${name}</dt><dd>${number}</dd></div>`;
  });
  return `<section aria-label="Summary"><dl class="figures">${entries.join('')}</dl></section>`;
}
