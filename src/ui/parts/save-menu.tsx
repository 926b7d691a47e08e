import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For } from 'solid-js';
import type { ReportKind } from '../../client/api';
import { REPORTS } from '../state/reports';
import { Icon } from './icon';
import { RedactItems, type RedactionChoice } from './redact-choice';

/** The same where there is no room for a button each. */
export function SaveMenu(props: {
  busy: boolean;
  redaction: RedactionChoice;
  saved: string;
  onSave: (kind: ReportKind) => void;
}) {
  return (
    <div class="save">
      <DropdownMenu gutter={4} placement="bottom-end">
        <DropdownMenu.Trigger class="button button-primary" disabled={props.busy}>
          Save report <Icon name="down" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu">
            <For each={REPORTS}>
              {(report) => (
                <DropdownMenu.Item class="menu-item" onSelect={() => props.onSave(report.kind)}>
                  {report.label}
                </DropdownMenu.Item>
              )}
            </For>
            <DropdownMenu.Separator class="menu-line" />
            <RedactItems redaction={props.redaction} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
      <span class="save-done">{props.saved}</span>
    </div>
  );
}
