import { createSignal } from 'solid-js';
import { DatasetName } from '../../ui/parts/dataset-name';
import { Icon } from '../../ui/parts/icon';
import { RuleChip } from '../../ui/parts/rule-chip';
import { SaveButtons } from '../../ui/parts/save-buttons';
import { SaveMenu } from '../../ui/parts/save-menu';
import { Wordmark } from '../../ui/parts/wordmark';
import { Part } from './part';

const NOT_REDACTED = {
  redacted: () => false,
  setRedacted: () => undefined,
  kinds: () => [],
  setKind: () => [],
  samePseudonyms: () => false,
  setSamePseudonyms: () => undefined,
};

const nothing = () => undefined;

/** What is pressed, typed into or chosen. */
export function ControlParts() {
  const [name, setName] = createSignal('three.json');
  return (
    <>
      <Part name="Wordmark" states={[['alone', () => <Wordmark />]]} />
      <Part
        name="Button"
        states={[
          [
            'kinds',
            () => (
              <>
                <button type="button" class="button">
                  Plain
                </button>
                <button type="button" class="button button-primary">
                  Primary
                </button>
                <button type="button" class="button button-danger">
                  Danger
                </button>
                <button type="button" class="button button-bare">
                  Bare
                </button>
                <button type="button" class="button button-bare button-square" aria-label="Close">
                  <Icon name="close" />
                </button>
              </>
            ),
          ],
          [
            'disabled',
            () => (
              <>
                <button type="button" class="button" disabled>
                  Plain
                </button>
                <button type="button" class="button button-primary" disabled>
                  Primary
                </button>
              </>
            ),
          ],
          [
            'sizes',
            () => (
              <>
                <button type="button" class="button button-small">
                  Small
                </button>
                <button type="button" class="button button-primary button-large">
                  Large
                </button>
              </>
            ),
          ],
        ]}
      />
      <Part
        name="Field"
        states={[
          [
            'search',
            () => <input class="search" type="search" aria-label="Search" placeholder="Search all columns" />,
          ],
          ['filled', () => <input class="field" aria-label="Pattern" value="00:50:56:*" />],
          ['refused', () => <input class="field" aria-label="Pattern" aria-invalid="true" value="00:5" />],
          ['refusal', () => <p class="refusal">A MAC address has 12 digits, “00:5” has 3.</p>],
          [
            'choice',
            () => (
              <select class="select" aria-label="What is saved">
                <option>all groups</option>
              </select>
            ),
          ],
          [
            'check',
            () => (
              <label class="check">
                <input type="checkbox" checked />
                <span>Keep datasets in this browser</span>
              </label>
            ),
          ],
        ]}
      />
      <Part
        name="Chip"
        states={[
          [
            'plain',
            () => (
              <>
                <RuleChip rule="macAddress" />
                <RuleChip rule="assetName" />
              </>
            ),
          ],
          [
            'pressable',
            () => (
              <>
                <button type="button" class="chip-button" aria-pressed="false">
                  MAC address <span class="chip-count">5</span>
                </button>
                <button type="button" class="chip-button" aria-pressed="true">
                  DNS name <span class="chip-count">25</span>
                </button>
                <button type="button" class="chip-button chip-on">
                  Cluster 3 <Icon name="close" />
                </button>
              </>
            ),
          ],
          [
            'labels',
            () => (
              <>
                <span class="label-warn">unfinished</span> <span class="label-danger">damaged</span>
              </>
            ),
          ],
        ]}
      />
      <Part
        name="Dataset name"
        states={[['renamed in place', () => <DatasetName name={name()} onRename={setName} />]]}
      />
      <Part
        name="Save"
        states={[
          ['buttons', () => <SaveButtons busy={false} saved="" choice="Save all groups" onSave={nothing} />],
          ['busy', () => <SaveButtons busy saved="" choice="" onSave={nothing} />],
          [
            'saved',
            () => (
              <SaveMenu
                busy={false}
                redaction={NOT_REDACTED}
                saved="Saved a.xlsx (9,848 rows, 1.2 MB)."
                onSave={nothing}
              />
            ),
          ],
        ]}
      />
    </>
  );
}
