import type { GroupingSummary } from '../../model/grouping';
import { RULE_IDS, RULE_LABELS } from '../../model/rule';
import { counted } from '../../wording/counts';
import { rulesOfBits, rulesText } from '../../wording/rules';
import { escapeHtml } from './escape';

const count = (number: number) => number.toLocaleString('en-US');

/** Between two fields, and of a line, px; as on the page's Overview. */
const STEP = 54;
const HEIGHT = 24;

/**
 * How many assets match by each set of fields, most first: a dot for each field, a bar, and the number.
 * @param linked whether the report has all rows, so that a line can lead to as many assets as it says
 */
export function overlapHtml({ overlap }: GroupingSummary, linked: boolean): string {
  const sets = overlap
    .map((assets, bits) => ({ assets, bits }))
    .filter(({ assets, bits }) => bits !== 0 && assets > 0)
    .sort((one, other) => other.assets - one.assets || one.bits - other.bits);
  const most = sets[0]?.assets ?? 1;
  const lines = sets.map(({ assets, bits }) => {
    const fields = rulesText(rulesOfBits(bits));
    const number = linked ? `<a href="#overlap-${bits}">${count(assets)}</a>` : count(assets);
    return `<tr><th scope="row">${dots(bits)}<span class="fields-named">${escapeHtml(fields)}</span></th><td class="share">${bar(assets / most)}</td><td class="number">${number}</td></tr>`;
  });
  if (lines.length === 0) return '';
  return `<section id="overlap"><h2>How the fields overlap</h2><p class="quiet">Assets by the exact set of fields that match them.</p><table class="overlap"><thead><tr><th scope="col">Fields that match</th><th scope="col"><span class="unseen">Share</span></th><th scope="col" class="number">Assets</th></tr></thead><tbody>${lines.join('\n')}</tbody></table></section>`;
}

/** Groups and values of each field. */
export function fieldsHtml(
  { byRule, withValue }: GroupingSummary,
  rules: readonly string[],
  linked: boolean,
): string {
  const most = Math.max(1, ...RULE_IDS.map((rule) => byRule[rule]));
  const lines = RULE_IDS.map((rule, at) => {
    const groups = count(byRule[rule]);
    const number = linked && byRule[rule] > 0 ? `<a href="#field-${at + 1}">${groups}</a>` : groups;
    const off = rules.includes(rule) ? '' : ', switched off';
    return `<tr><th scope="row">${escapeHtml(RULE_LABELS[rule])}<small>${counted(withValue[rule], 'asset')} with a value${off}</small></th><td class="share">${bar(byRule[rule] / most)}</td><td class="number">${number}</td></tr>`;
  });
  return `<section id="by-field"><h2>Groups by field</h2><p class="quiet">Each pair of assets counts once, under the first field that shows it.</p><table class="overlap"><thead><tr><th scope="col">Field</th><th scope="col"><span class="unseen">Share</span></th><th scope="col" class="number">Groups</th></tr></thead><tbody>${lines.join('\n')}</tbody></table></section>`;
}

/** A bar as a picture: the report's policy allows no style attributes. */
function bar(share: number): string {
  const width = Math.max(share * 100, share > 0 ? 1 : 0).toFixed(1);
  return `<svg class="bar" width="100%" height="8" aria-hidden="true"><rect class="bar-fill" width="${width}%" height="8" rx="1"/></svg>`;
}

function dots(bits: number): string {
  const places = RULE_IDS.map((_, place) => place);
  const on = places.filter((place) => (bits & (1 << place)) !== 0);
  const middle = (place: number) => STEP / 2 + place * STEP;
  const width = RULE_IDS.length * STEP;
  const y = HEIGHT / 2;
  return [
    `<svg class="dots" viewBox="0 0 ${width} ${HEIGHT}" width="${width / 2}" height="${HEIGHT / 2}" aria-hidden="true">`,
    ...places.map((place) => `<circle cx="${middle(place)}" cy="${y}" r="6" class="dot"/>`),
    `<line x1="${middle(on[0]!)}" x2="${middle(on.at(-1)!)}" y1="${y}" y2="${y}" class="dot-line"/>`,
    ...on.map((place) => `<circle cx="${middle(place)}" cy="${y}" r="8" class="dot-on"/>`),
    '</svg>',
  ].join('');
}
