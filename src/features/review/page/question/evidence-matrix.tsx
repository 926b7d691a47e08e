import { createMemo, For, Show } from 'solid-js';
import type { Comparison } from '../../../../model/comparison';
import type { PairEvidence } from '../../../../model/judgement';
import { LongText } from '../../../../ui/parts/long-text';
import { useReview } from '../context';
import { keptBy, partsOf } from '../state/draft';
import { type EvidenceCell, type EvidenceMark, evidenceRows } from '../state/evidence-rows';
import './evidence-matrix.css';

const SIGNS: Readonly<Record<EvidenceMark, string>> = {
  agrees: '=',
  'speaks against': '≠',
  forbids: '✕',
  'says nothing': '·',
};

const VERDICTS: Readonly<Record<PairEvidence['verdict'], string>> = {
  strong: 'strong',
  likely: 'likely',
  weak: 'weak',
  none: 'nothing',
  conflict: 'forbidden',
};

/**
 * What speaks for and against: kinds of evidence as rows, records as columns, each against the first. The head of a
 * column chooses its record.
 */
export function EvidenceMatrix(props: {
  comparison: Comparison;
  evidence: readonly PairEvidence[];
  /** Says what the judgement would keep and list; not in a blind review. */
  hidden: boolean;
}) {
  const records = () => props.comparison.assets;
  const first = () => records()[0]?.assetId ?? '';
  const rows = createMemo(() => evidenceRows(first(), props.evidence));
  const pairOf = (id: string) => props.evidence.find(({ assetIds }) => assetIds.includes(id));
  return (
    <div class="review-matrix" tabIndex={0} role="region" aria-label="Evidence">
      <table>
        <thead>
          <tr>
            <th class="review-kind">
              <span class="visually-hidden">Evidence</span>
            </th>
            <For each={records()}>
              {(record, place) => (
                <RecordHead
                  assetId={record.assetId}
                  title={record.title}
                  place={place()}
                  hidden={props.hidden}
                />
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row" class="review-kind">
                  {row.label}
                </th>
                <td class="review-cell">
                  <Values values={row.first} />
                </td>
                <For each={records().slice(1)}>
                  {(record) => (
                    <Cell cell={row.cells.get(record.assetId)} first={row.first} points={!props.hidden} />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
        <Show when={!props.hidden}>
          <tfoot>
            <tr>
              <th scope="row" class="review-kind">
                Sum
              </th>
              <td class="quiet">compared with this one</td>
              <For each={records().slice(1)}>
                {(record) => (
                  <td>
                    <Show when={pairOf(record.assetId)}>
                      {(pair) => (
                        <>
                          <b>{VERDICTS[pair().verdict]}</b>{' '}
                          <Show when={pair().verdict !== 'conflict'}>
                            <span class="quiet">{pair().sum} points</span>
                          </Show>
                        </>
                      )}
                    </Show>
                  </td>
                )}
              </For>
            </tr>
          </tfoot>
        </Show>
      </table>
    </div>
  );
}

function RecordHead(props: { assetId: string; title: string; place: number; hidden: boolean }) {
  const review = useReview();
  const isOut = () => review.draft().out.includes(props.assetId);
  const isCurrent = () => review.current() === props.assetId;
  const labels = (): string[] => {
    const item = review.question();
    if (item === null) return [];
    const draft = review.draft();
    if (isOut()) return ['taken out'];
    const side = partsOf(item, draft)?.findIndex((part) => part.includes(props.assetId)) ?? -1;
    const said: string[] = side < 0 ? [] : [`machine ${side === 0 ? 'A' : 'B'}`];
    if (draft.added.some(({ assetId }) => assetId === props.assetId)) said.push('added');
    if (draft.keep === props.assetId) said.push('you keep it');
    else if (props.hidden) return said;
    else if (keptBy(item, draft) === props.assetId) said.push('kept');
    else if (item.proposal.redundant.includes(props.assetId)) said.push('redundant');
    return said;
  };
  return (
    <th classList={{ 'review-current': isCurrent(), 'review-out': isOut() }}>
      <button
        type="button"
        class="review-record"
        aria-pressed={isCurrent()}
        title="Choose this record: the keys for one record act upon it"
        onClick={() => review.choose(props.assetId)}
      >
        <span class="review-record-line">
          <Show when={props.place < 9}>
            <span class="key" aria-hidden="true">
              {props.place + 1}
            </span>
          </Show>
          <b class="cut">{props.title}</b>
        </span>
        <span class="fixed quiet cut">{props.assetId}</span>
        <span class="review-labels">
          <For each={labels()}>{(label) => <span class="chip">{label}</span>}</For>
        </span>
      </button>
    </th>
  );
}

function Cell(props: {
  cell: EvidenceCell | undefined;
  first: readonly string[];
  /** Whether to say what each item counts. */
  points: boolean;
}) {
  return (
    <Show when={props.cell} fallback={<td class="review-cell none">–</td>}>
      {(cell) => (
        <td
          class="review-cell"
          classList={{
            'review-agrees': cell().mark === 'agrees',
            'review-against': cell().mark === 'speaks against',
            'review-forbids': cell().mark === 'forbids',
          }}
        >
          <span class="review-sign" aria-hidden="true">
            {SIGNS[cell().mark]}
          </span>
          <span class="visually-hidden">{cell().mark}: </span>
          <span class="review-cell-text">
            <Values
              values={
                cell().mark === 'agrees' && cell().values.join() === props.first.join() ? [] : cell().values
              }
            />
            <For each={cell().items}>
              {(item) => (
                <span class="review-says">
                  {item.says} <span class="quiet">{props.points ? pointsText(item) : ''}</span>
                </span>
              )}
            </For>
          </span>
        </td>
      )}
    </Show>
  );
}

function Values(props: { values: readonly string[] }) {
  return (
    <For each={props.values}>
      {(value) => (
        <span class="review-value fixed">
          <LongText text={value} label="Value" />
        </span>
      )}
    </For>
  );
}

function pointsText({ veto, weight }: { readonly veto: boolean; readonly weight: number }): string {
  if (veto) return 'veto';
  return weight < 0 ? `−${-weight}` : `+${weight}`;
}
