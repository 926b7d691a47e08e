// How long the review takes in the engine, without a browser: node tests/bench/review.mjs [assets] [decisions]
import { openAsBlob } from 'node:fs';
import { writeExport } from '../fixtures/generate.mjs';
import { bundled } from './bundled.mjs';

const [assets = 1_000_000, decisions = 10_000] = process.argv.slice(2).map(Number);
const silent = () => undefined;
const must = (outcome) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
};
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(2)} s`;
const timed = async (what, work) => {
  const from = performance.now();
  const value = must(await work());
  console.log(`${what}: ${seconds(from)}`);
  return value;
};
const percentile = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)].toFixed(1);

const path = `/tmp/doublet-review-${assets}.json`;
await writeExport('light', assets, path);
const { openReview } = await bundled('review-entry.ts');
const from = performance.now();
const engine = await openReview(await openAsBlob(path));
console.log(`import and detection: ${seconds(from)}`);
await timed('judgement', () => engine.judgement(silent));
const view = await timed('review', () => engine.review(silent));
console.log(JSON.stringify({ ...view.figures, byCause: view.figures.byCause.length }));
const query = { part: 'left', order: 'freed', cause: null, strength: null };
const length = await timed('queue by records freed', () => engine.openQueue(query));
for (const order of ['risk', 'bridges', 'cause'])
  await timed(`queue by ${order}`, () => engine.openQueue({ ...query, order }));
await engine.openQueue(query);
const times = [];
let item = must(await engine.reviewItem(0));
for (let at = 1; at <= decisions && at < length; at++) {
  const from = performance.now();
  const reply = {
    item: item.id,
    answer: at % 7 === 0 ? 'different' : 'same',
    assetIds: item.assetIds,
    keep: null,
    note: '',
  };
  must(await engine.decide(reply));
  item = must(await engine.reviewItem(at));
  times.push(performance.now() - from);
  if (at % 2000 === 0)
    console.log(
      `${at}: p50 ${percentile(times.slice(-2000), 0.5)} ms, p95 ${percentile(times.slice(-2000), 0.95)} ms`,
    );
}
console.log(
  `from a decision to the next: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, worst ${percentile(times, 0.9999)} ms`,
);
// A cause with not many more than 5,000 questions, so that the time is one for 5,000.
const { byCause } = must(await engine.review(silent)).figures;
const { cause, left } = byCause
  .filter((one) => one.left >= 1000)
  .sort((a, b) => Math.abs(a.left - 5_000) - Math.abs(b.left - 5_000))[0];
const preview = await timed(`preview of a template, ${cause}`, () => engine.previewTemplate(cause, 'same'));
console.log(`${preview.questions} questions, ${preview.exceptions.length} exceptions`);
await timed(`template over ${left}`, () => engine.applyTemplate(cause, 'same', []));
await timed('undo of it', () => engine.undoDecision());
await timed('redo of it', () => engine.redoDecision());
await timed('saving', () => engine.saveDecisions(silent));
