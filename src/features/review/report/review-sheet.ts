import { identityAt } from '../../../identifiers/record-identity';
import { textAt } from '../../../model/columns';
import type { Answer } from '../../../model/decision';
import type { AssetIndex } from '../../../model/units';
import type { SectionCell, SectionColumn, TableSection } from '../../../report/section';
import { assetTitle } from '../../../wording/asset-title';
import { counted } from '../../../wording/counts';
import { canonicalText } from '../journal/forms';
import { changesOf, proposedAnswer, titleOf } from '../queue/item';
import { type Question, questionId, sumOfTexts } from '../queue/questions';
import type { ReviewState } from '../standing/review-state';

/** The sheet that can be filled in and loaded again. */
export const SHEET = 'Review';

/** Headers by which the sheet is read back. */
export const HEADERS = {
  answer: 'Answer',
  keep: 'Keep',
  note: 'Note',
  question: 'Question',
  basis: 'Basis',
} as const;

/** The words of the list in each row. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  same: 'same',
  different: 'different',
  notSure: 'not sure',
};

const COLUMNS: readonly SectionColumn[] = [
  { header: HEADERS.answer, sensitivity: 'none' },
  { header: HEADERS.keep, sensitivity: 'id' },
  { header: HEADERS.note, sensitivity: 'sentence', wraps: true },
  { header: 'What', sensitivity: 'name' },
  { header: 'Records', sensitivity: 'none' },
  { header: 'Asset IDs', sensitivity: 'id', wraps: true },
  { header: 'Names', sensitivity: 'name', wraps: true },
  { header: 'Addresses', sensitivity: 'address', wraps: true },
  { header: 'Proposal', sensitivity: 'none' },
  { header: 'Strength', sensitivity: 'none' },
  { header: 'Cause', sensitivity: 'none' },
  { header: 'Keep Proposed', sensitivity: 'id' },
  { header: 'Frees', sensitivity: 'none' },
  { header: 'Warnings', sensitivity: 'none', wraps: true },
  { header: 'Asked Again Because', sensitivity: 'sentence', wraps: true },
  { header: 'Decided So Far', sensitivity: 'sentence' },
  { header: HEADERS.question, sensitivity: 'id' },
  { header: HEADERS.basis, sensitivity: 'none' },
];

const NOTES = [
  'Choose same, different or not sure. An empty cell decides nothing. Save this file and load it in Doublet, screen Review.',
  'Empty: the record under Keep Proposed. Else the asset ID of one of the records of this row.',
];

/** Records whose names and addresses a cell shows. */
const MOST_SHOWN = 20;

/** The sheet Review: a row for each question, most records freed first. Made as it is read, so it takes no memory. */
export function reviewSection(state: ReviewState): TableSection {
  const questions = [...state.questions.all, ...state.ownQuestions()].sort(
    (a, b) => b.redundant.length - a.redundant.length || a.assets[0]! - b.assets[0]!,
  );
  return {
    kind: 'table',
    id: 'review',
    title: `Review: ${counted(questions.length, 'question')}, to be answered here or on the page`,
    columns: COLUMNS,
    rowCount: questions.length,
    rows: function* () {
      for (const question of questions) yield rowOf(state, question);
    },
    excel: {
      sheet: SHEET,
      parts: {
        choices: [
          {
            column: 0,
            values: Object.values(ANSWER_WORDS),
            refusal: 'Choose same, different or not sure, or leave the cell empty.',
          },
        ],
        notes: NOTES.map((text, column) => ({ column, text })),
        emphasis: [{ from: 14, to: 14, formula: '$O2<>""', style: 'warn' }],
      },
    },
    html: null,
    notRedacted: true,
  };
}

function rowOf(state: ReviewState, question: Question): SectionCell[] {
  const { dataset } = state;
  const { assets, keep, redundant, strength, warnings, kind, cause } = question;
  const id = (asset: AssetIndex) => textAt(dataset.columns.assetId, asset);
  const shown = assets.slice(0, MOST_SHOWN);
  const prefilled = wholeAnswer(state, question);
  return [
    prefilled === null ? '' : ANSWER_WORDS[prefilled.answer],
    prefilled?.keep ?? '',
    prefilled?.note ?? '',
    titleOf(state, question),
    assets.length,
    assets.map(id).join(', '),
    list(shown.map((asset) => assetTitle(dataset, asset))),
    list(shown.map((asset) => textAt(dataset.columns.address, asset))),
    ANSWER_WORDS[proposedAnswer(question)],
    strength ?? '',
    kind === 'own' ? '' : state.source.causeText(cause).title,
    keep === null ? '' : id(keep),
    redundant.length,
    warnings.join(' '),
    changesOf(state, question).join(' '),
    soFar(state, question),
    questionId(dataset, assets),
    basisSum(state, assets),
  ];
}

/** The one answer that holds for all records of the question: the row shows it, and reading it back changes nothing. */
export function wholeAnswer(
  state: ReviewState,
  question: Question,
): { readonly answer: Answer; readonly keep: string; readonly note: string } | null {
  const { answers, status } = state.stands(question);
  const [only] = answers;
  if (only === undefined || answers.length > 1 || (status !== 'decided' && status !== 'notSure')) return null;
  const { answer, keep, note } = only.decision;
  if (answer === null || only.assets.join() !== question.assets.join()) return null;
  return { answer, keep: keep ?? '', note };
}

function list(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ');
}

function soFar(state: ReviewState, question: Question): string {
  const { answers, status } = state.stands(question);
  if (status === 'conflict') return 'Answers contradict each other';
  return answers
    .map(({ decision: { answer, by, assetIds } }) => {
      const words = `${answer === null ? '' : ANSWER_WORDS[answer]}: ${assetIds.join(', ')}`;
      return by === '' ? words : `${words} (${by})`;
    })
    .join('; ');
}

/** What the records of a question are known by, as a sum: another one when the sheet comes back says that it changed. */
export function basisSum({ dataset }: ReviewState, assets: readonly AssetIndex[]): string {
  return sumOfTexts(
    assets.map((asset) => textAt(dataset.columns.assetId, asset) + canonicalText(identityAt(dataset, asset))),
  );
}
