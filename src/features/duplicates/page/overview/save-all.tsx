import { useApp } from '../../../../ui/context';
import { RedactMenu } from '../../../../ui/parts/redact-choice';
import { SaveButtons } from '../../../../ui/parts/save-buttons';
import { useDuplicates } from '../state';

/** The reports over every group. */
export function SaveAll() {
  const app = useApp();
  const { reports } = useDuplicates();
  return (
    <div class="save-row">
      <RedactMenu redaction={reports} />
      <SaveButtons
        busy={app.session.job() !== null}
        saved={reports.saved()}
        choice="Save all groups"
        onSave={(kind) => void reports.save(kind, null)}
      />
    </div>
  );
}
