import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { CauseId, JudgementFigures, Strength } from '../../../model/judgement';
import { useApp, useEngine } from '../../../ui/context';
import { Empty } from '../../../ui/parts/empty';
import { LinkList } from '../../../ui/parts/link-list';
import { Time } from '../../../ui/parts/time';
import { createLineCache } from '../../../ui/state/line-cache';
import { counted } from '../../../ui/words';
import { CLEAR_FILTERS, nothingMatches } from '../../../wording/nothing-matches';
import {
  MACHINE_SORTS,
  type MachineLine,
  type MachineList,
  type MachineSort,
  type MachinesCalls,
} from '../calls';
import { MACHINES } from './address';
import { CauseChoice } from './cause-choice';
import { useMachines } from './context';
import { HowJudged } from './how-judged';
import { MachinePanel } from './machine-panel';
import { JudgementSettingsPart } from './settings-part';
import { StrengthChoice } from './strength-choice';
import { SuspectValues } from './suspect-values';
import { WhyForm } from './why-form';
import './machines.css';

const LISTS: readonly (readonly [MachineList, string, (figures: JudgementFigures) => number])[] = [
  ['machines', 'Machines', ({ machines }) => machines],
  ['redundant', 'Redundant records', ({ redundant }) => redundant],
  ['weak', 'For a look', ({ weak }) => weak],
  ['apart', 'Look-alikes', ({ apart }) => apart],
  ['replaced', 'Replaced', ({ replaced }) => replaced],
  ['stale', 'Stale', ({ stale }) => stale],
  ['hidden', 'Several in one record', ({ hidden }) => hidden],
];

/** What each list says that has nothing in it. */
const EMPTY_WORDS: Readonly<Record<MachineList, string>> = {
  machines: 'Every machine has one record, as far as the data can tell.',
  redundant: 'No record is redundant by what the data says.',
  weak: 'No set of records waits for a look.',
  apart: 'No two records look alike and are different machines.',
  replaced: 'No machine was replaced by another under the same name.',
  stale: 'No machine is silent for as long as the settings ask.',
  hidden: 'No record looks like several machines in one.',
};

const SORT_WORDS: Readonly<Record<MachineSort, string>> = {
  records: 'most records first',
  redundant: 'most redundant first',
  strength: 'strongest first',
  newest: 'newest activity first',
};

/** The judged machines, by strength and cause, with what to keep; the evidence of the one that is open beside them. */
export function MachinesScreen() {
  const app = useApp();
  const engine = useEngine<MachinesCalls>();
  const machines = useMachines();
  const place = () => app.route.of(MACHINES);
  const [count, setCount] = createSignal<number | null>(null);
  const [version, setVersion] = createSignal(0);
  const lines = createLineCache<MachineLine>((from, to) => engine.machineLines(from, to));
  const query = createMemo(() => ({
    list: place().list,
    search: place().search.trim(),
    cause: (place().cause || null) as CauseId | null,
    strength: place().strength as Strength | null,
    sort: place().sort,
  }));
  const filters = () => [
    query().cause === null ? '' : machines.titleOf(query().cause!),
    query().strength === null ? '' : `${query().strength} only`,
  ];
  const filtered = () => query().search !== '' || filters().some((text) => text !== '');
  const clear = () => app.route.go(MACHINES.with({ search: '', cause: '', strength: null }));
  const nothing = () =>
    filtered() ? nothingMatches('entries', query().search, filters()) : EMPTY_WORDS[place().list];
  let latest = 0;
  createEffect(
    on([machines.version, query], async ([judged, wanted]) => {
      const mine = ++latest;
      if (judged === 0) return;
      const outcome = await engine.openMachines(wanted);
      if (mine !== latest || !outcome.ok) return;
      lines.clear();
      setCount(outcome.value);
      setVersion((before) => before + 1);
    }),
  );
  return (
    <div class="machines">
      <h1 class="visually-hidden">Machines</h1>
      <div class="toolbar">
        <div class="toolbar-line">
          <ListChoice figures={machines.view()?.figures ?? null} />
        </div>
        <div class="toolbar-line">
          <input
            class="search"
            type="search"
            aria-label="Search machines"
            placeholder="Search machines"
            value={place().search}
            onInput={(event) => app.route.type(MACHINES.with({ search: event.currentTarget.value }))}
          />
          <CauseChoice figures={machines.view()?.figures ?? null} />
          <StrengthChoice />
          <label class="save-what">
            <span>Sort</span>
            <select
              class="select"
              aria-label="Sort machines"
              value={place().sort}
              onChange={(event) =>
                app.route.go(MACHINES.with({ sort: event.currentTarget.value as MachineSort }))
              }
            >
              <For each={MACHINE_SORTS}>{(sort) => <option value={sort}>{SORT_WORDS[sort]}</option>}</For>
            </select>
          </label>
          <p class="shown" role="status">
            {count() === null ? '' : counted(count()!, 'entry', 'entries')}
          </p>
        </div>
      </div>
      <div class="beside">
        <div class="machines-main">
          <Show
            when={(count() ?? 0) > 0}
            fallback={
              <Empty
                text={machines.trouble()?.what ?? (count() === null ? 'Judging …' : nothing())}
                busy={machines.busy()}
                {...(filtered() ? { action: CLEAR_FILTERS, onAction: clear } : {})}
              />
            }
          >
            <LinkList
              label="Machines"
              class="cluster-list"
              linkClass="cluster-link machine-link"
              count={count() ?? 0}
              rowHeight={app.small() ? 96 : 44}
              version={version()}
              line={lines.line}
              want={lines.want}
              selected={(line) => line.id === place().open}
              href={({ id }) => app.route.href(MACHINES.with({ open: id }))}
              onClose={() => app.route.go(MACHINES.with({ open: null }))}
            >
              {(line) => <Cells line={line()} />}
            </LinkList>
          </Show>
          <div class="machines-tools">
            <WhyForm />
            <SuspectValues suspects={machines.view()?.suspects ?? []} />
            <JudgementSettingsPart />
            <HowJudged />
          </div>
        </div>
        <Show when={place().open}>
          {(id) => (
            <MachinePanel
              list={place().list}
              id={id()}
              onClose={() => app.route.go(MACHINES.with({ open: null }))}
            />
          )}
        </Show>
      </div>
    </div>
  );
}

function ListChoice(props: { figures: JudgementFigures | null }) {
  const app = useApp();
  const shown = () => app.route.of(MACHINES).list;
  return (
    <div class="chips" role="group" aria-label="List">
      <For each={LISTS}>
        {([list, label, count]) => (
          <button
            type="button"
            class="chip-button"
            classList={{ 'chip-on': shown() === list }}
            aria-pressed={shown() === list}
            onClick={() => app.route.go(MACHINES.with({ list, cause: '', strength: null, open: null }))}
          >
            {label}{' '}
            <span class="chip-count">
              {props.figures === null ? '' : count(props.figures).toLocaleString('en')}
            </span>
          </button>
        )}
      </For>
    </div>
  );
}

function Cells(props: { line: MachineLine }) {
  const machines = useMachines();
  const line = () => props.line;
  return (
    <>
      <b class="machine-title cut">{line().title}</b>
      <span class="machine-ids cut fixed">{line().assetIds.join(', ')}</span>
      <span class="machine-size">{counted(line().assetIds.length + line().more, 'record')}</span>
      <span class="machine-cause cut">
        {line().cause === null ? line().note : machines.titleOf(line().cause!)}
      </span>
      <span class="machine-strength quiet">{line().strength ?? ''}</span>
      <span class="machine-newest quiet">
        <Time at={line().newest === 0 ? Number.NaN : line().newest} otherwise="no activity" />
      </span>
    </>
  );
}
