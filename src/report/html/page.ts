/// <reference path="./report-viewer.d.ts" />
import { script, scriptHash, style, styleHash } from 'virtual:report-viewer';
import type { GroupingSummary } from '../../model/grouping';
import type { TableSize } from '../../model/table';
import type { ReportFacts } from '../facts';
import { redactionWords } from '../redaction/redaction';
import type { WrittenSection } from '../section';
import { escapeHtml } from './escape';
import { dateText, sectionsHtml } from './sections-html';

/** Only the report's own script and style, by hash; no request to anywhere. */
const POLICY = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

const count = (number: number) => number.toLocaleString('en-US');

/** Everything before the rows: readable without a script but for the rows. */
export function pageHead(facts: ReportFacts, sections: readonly WrittenSection[], shown: TableSize): string {
  const { header, summary, generatedAt, redaction } = facts;
  const name = escapeHtml(header.name);
  const { unfinished } = header;
  return `<!doctype html>
<html lang="en" data-state="busy">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Doublet">
<title>Duplicate assets in ${name}${redaction ? ', redacted copy' : ''}, ${dateText(generatedAt)} UTC</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Duplicate assets</h1>
<p class="origin"><b>${name}</b><span>Made ${dateText(generatedAt)} UTC</span></p>
${redaction ? `<p class="redacted" role="note"><b>Redacted copy</b> ${escapeHtml(redactionWords(redaction))}</p>` : ''}
${unfinished ? `<p class="unfinished" role="note"><b>Unfinished</b> ${escapeHtml(unfinished.reason)}</p>` : ''}
<p class="answer">${escapeHtml(answer(summary))}</p>
${figures(summary)}
</header>
<noscript><p class="notice">The rows of this report need JavaScript, which is switched off here. The figures, settings and lists are complete.</p></noscript>
<nav aria-label="Parts of this report" hidden><button type="button" data-part="rows" aria-current="true">Duplicate assets <span>${count(shown.rows)}</span></button><button type="button" data-part="about">Settings, balance and lists</button></nav>
<main id="rows" aria-label="Duplicate assets" hidden></main>
<div id="about">
${sectionsHtml(sections)}
</div>
`;
}

/** The viewer itself, after the last block. */
export function pageTail(): string {
  return `<script>${script}</script>
</body>
</html>
`;
}

function answer({ hostAssets, duplicateAssets }: GroupingSummary): string {
  if (hostAssets === 0) return 'There are no host assets.';
  if (duplicateAssets === 0)
    return `None of ${count(hostAssets)} host assets shares an identifier with another one.`;
  return `${count(duplicateAssets)} of ${count(hostAssets)} host assets share an identifier with another one.`;
}

function figures(summary: GroupingSummary): string {
  const shown = [
    ['Host assets', count(summary.hostAssets)],
    ['Potential duplicates', count(summary.duplicateAssets)],
    ['Duplicate ratio', `${summary.duplicateRatio.toFixed(1)} %`],
    ['Duplicate groups', count(summary.groups)],
    ['Clusters', count(summary.clusters)],
  ];
  const entries = shown.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<section aria-label="Summary"><dl class="figures">${entries.join('')}</dl></section>`;
}
