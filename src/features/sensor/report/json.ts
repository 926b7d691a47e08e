import type { Watch } from '../../../model/progress';
import { Slices } from '../../../model/slices';
import type { SensorSection } from '../types/report';

/**
 * What the sensor check found as text of a JSON value, in pieces (docs/contract.md, "Results as JSON", `sensor`): the
 * figures, the settings they hold for, every verdict, and the groups of passive assets.
 */
export async function* sensorJson(section: SensorSection, watch: Watch): AsyncGenerator<string> {
  const { figures, settings } = section;
  const { managed, passive, caps, other, rows, outcomes, merges, mergesPassive } = figures;
  const { outsideWindow, neverSeen, coverage } = figures;
  const head = { managed, passive, caps, other, rows, outcomes, merges, mergesPassive };
  const slices = new Slices(watch);
  const facts = JSON.stringify({ ...head, outsideWindow, neverSeen, coverage, settings });
  yield `${facts.slice(0, -1)},\n    "verdicts": [`;
  let done = 0;
  for (const verdict of section.verdicts()) {
    yield `${done === 0 ? '' : ','}\n      ${JSON.stringify(verdict)}`;
    done++;
    if (!slices.due) continue;
    watch.report({ phase: 'Writing verdicts', done, total: passive, unit: 'assets' });
    await slices.rest();
  }
  yield `${done === 0 ? '' : '\n    '}],\n    "passiveGroups": [`;
  let groups = 0;
  for (const group of section.passiveGroups()) {
    yield `${groups++ === 0 ? '' : ','}\n      ${JSON.stringify(group)}`;
    await slices.rest();
  }
  yield `${groups === 0 ? '' : '\n    '}]\n  }`;
}
