import { createSignal } from 'solid-js';
import { ComparisonTable } from '../../ui/panel/comparison-table';
import { OriginalRecord } from '../../ui/panel/original-record';
import { PanelFrame } from '../../ui/panel/panel-frame';
import { PanelHead } from '../../ui/panel/panel-head';
import { SourceTimeline } from '../../ui/panel/source-timeline';
import { DuplicatesGrid } from '../../ui/parts/grid/duplicates-grid';
import { LinkList } from '../../ui/parts/link-list';
import { ScrollTable } from '../../ui/parts/scroll-table';
import { createTableLayout } from '../../ui/state/table-layout';
import { COMPARISON, LINES } from './made-up';
import { Part } from './part';

const nothing = () => undefined;
const PANEL = { kind: 'asset', asset: 0, group: 0 } as const;

/** What holds rows: tables, cards, lists and the panel beside them. */
export function TableParts() {
  return (
    <>
      <Part
        name="Result table"
        states={[
          ['rows and bands', () => <Grid cards={false} words={[]} />],
          ['a search', () => <Grid cards={false} words={['name']} />],
          ['cards', () => <Grid cards words={[]} />],
        ]}
      />
      <Part name="List of links" states={[['one chosen', () => <Links />]]} />
      <Part name="Plain table" states={[['stacked on a small screen', () => <Plain />]]} />
      <Part name="Panel" states={[['an asset compared', () => <Panel />]]} />
    </>
  );
}

function Grid(props: { cards: boolean; words: readonly string[] }) {
  const lines = () => (props.cards ? LINES.filter((line) => line.kind === 'asset') : LINES);
  const [selected, setSelected] = createSignal<{ asset: number; group: number } | null>({
    asset: 1,
    group: 0,
  });
  return (
    <DuplicatesGrid
      lines={lines().length}
      version={0}
      waiting={false}
      line={(index) => lines()[index]}
      want={nothing}
      findLine={async () => -1}
      layout={createTableLayout()}
      cards={props.cards}
      sort={null}
      sorted={false}
      words={props.words}
      selected={selected()}
      onSort={nothing}
      onOpen={setSelected}
      onClose={() => setSelected(null)}
      onActive={nothing}
      onCopyCell={nothing}
    />
  );
}

function Links() {
  return (
    <LinkList
      label="Clusters"
      class="cluster-list"
      linkClass="cluster-link"
      count={3}
      rowHeight={44}
      version={0}
      line={(index) => index}
      want={nothing}
      selected={(line) => line === 1}
      href={() => '#'}
    >
      {(line) => <span>Cluster {line() + 1}</span>}
    </LinkList>
  );
}

function Plain() {
  return (
    <ScrollTable label="Files that were read">
      <table class="plain stacked">
        <thead>
          <tr>
            <th>File</th>
            <th class="number">Records</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td data-label="File">inventory.json</td>
            <td class="number" data-label="Records">
              19,834
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollTable>
  );
}

function Panel() {
  return (
    <PanelFrame label="Asset compared with its group" shown={PANEL} onClose={nothing}>
      <PanelHead
        panel={PANEL}
        comparison={COMPARISON}
        groupLink={() => '#'}
        clusterLink={() => '#'}
        groupTableLink={() => '#'}
        tableLink={() => '#'}
        onClose={nothing}
      />
      <ComparisonTable comparison={COMPARISON} first />
      <SourceTimeline assets={COMPARISON.assets} />
      <OriginalRecord
        record={COMPARISON.assets[0]!}
        load={async () => ({ ok: true, value: '{ "assetId": 43575395 }' })}
      />
    </PanelFrame>
  );
}
