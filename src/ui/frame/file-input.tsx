import { sourcesOfFiles } from '../browser/given-files';
import { useApp } from '../context';

/** The hidden input behind every "Choose files". */
export function FileInput(props: { ref: (element: HTMLInputElement) => void }) {
  const app = useApp();
  return (
    <input
      ref={props.ref}
      class="visually-hidden"
      type="file"
      multiple
      tabIndex={-1}
      aria-label="Import asset export"
      onClick={() => void app.engine.prepareImport()}
      onChange={(event) => {
        const input = event.currentTarget;
        const sources = sourcesOfFiles(input.files ?? []);
        if (sources.length > 0) app.take(sources, 'files');
        input.value = '';
      }}
    />
  );
}
