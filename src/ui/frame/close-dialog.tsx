import { useApp } from '../context';
import { Confirm } from '../parts/confirm';

/** Asked before a dataset is closed that is kept nowhere. */
export function CloseDialog() {
  const app = useApp();
  return (
    <Confirm
      open={app.dialog() === 'close-dataset'}
      title={`Close ${app.session.result()?.header.name ?? 'the dataset'}?`}
      text="It is in memory only and will be gone. To open it again, choose its file again."
      action="Close it"
      onConfirm={() => app.dropDataset()}
      onClose={() => app.setDialog(null)}
    />
  );
}
