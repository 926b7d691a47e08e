import type { Dataset } from '../../../src/model/dataset';
import type { Grouping } from '../../../src/model/grouping';
import { UNWATCHED, type Watch } from '../../../src/model/progress';
import { RULE_IDS } from '../../../src/model/rule';
import type { DetectionSettings } from '../../../src/model/settings';
import { prepareReport, type ReportInput, type ReportRequest } from '../../../src/report/input';
import type { Section } from '../../../src/report/section';
import { makeDataset } from '../make-dataset';
import { makeGrouping } from './make-grouping';

export const SETTINGS: DetectionSettings = {
  version: 1,
  rules: RULE_IDS,
  matchExactly: false,
  ignored: [{ field: 'macAddress', pattern: '00:00:00:00:00:00', reason: 'No adapter', enabled: true }],
  interfaceAddresses: false,
  leaveOutEasmOnly: false,
  sharedWidelyFrom: 50,
};

export function makeInput(
  dataset: Dataset,
  grouping: Grouping,
  more: Partial<ReportRequest> = {},
): ReportRequest {
  return {
    dataset,
    grouping,
    settings: SETTINGS,
    generatedAt: Date.UTC(2026, 4, 25, 14, 21, 10),
    query: null,
    ...more,
  };
}

/** Texts that break careless writers, one for each trouble. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '</script><!--',
  '"quotes" & \'apostrophes\'',
  'line\u2028separator\u2029',
  'lone \ud800 surrogate',
  '\udc00\ud83d',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "'=1",
  '_x0041_',
  '_X005f_x0041_',
  'bell\u0007 null\u0000 end',
  'a,b;c\nd',
  '00123',
  '1E5',
  '  blanks  ',
  ']]>',
  '\ufeff\ufffe\uffff',
  '😀 ünï',
  '__proto__',
  'TRUE',
] as const;

/** Two assets for each hostile text, which stands in every text field of both and is what they share. */
export function hostileInput(
  texts: readonly string[] = HOSTILE,
  more: Partial<ReportRequest> = {},
): ReportRequest {
  const dataset = makeDataset(
    texts.flatMap((text) =>
      [0, 1].map(() => ({
        assetName: text,
        dnsName: text,
        netbiosName: text,
        address: text,
        operatingSystem: text,
        sources: [{ source: text, lastUpdated: Date.UTC(2026, 4, 25, 14, 21, 10, 500) }],
        macAddresses: [0x005056000001, 0x1e5],
      })),
    ),
    { name: texts[0] ?? '', files: [{ name: texts[0] ?? '', bytes: 1, format: 'JSON', records: 1 }] },
  );
  const groups = texts.map((value, at) => ({
    rule: 'assetName' as const,
    value,
    members: [2 * at, 2 * at + 1],
  }));
  return makeInput(dataset, makeGrouping(dataset, groups), more);
}

/** Everything a stream yields, as one. */
export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The report that a writer makes of a request, whole. */
export async function written(
  write: (input: ReportInput, watch: Watch) => AsyncIterable<Uint8Array>,
  request: ReportRequest,
  options: { sorted?: boolean; contributed?: readonly Section[] } = {},
): Promise<Uint8Array> {
  return collect(write(await prepareReport(request, options, UNWATCHED), UNWATCHED));
}
