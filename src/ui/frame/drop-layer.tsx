import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { DatasetOrigin } from '../../model/dataset';
import type { ImportSource } from '../../model/import-request';
import { holdsFiles, isTypingPlace, sourcesOfPaste, sourcesOfTransfer } from '../browser/given-files';

/** Takes a drop or a paste anywhere on the page; while files are dragged over it, the whole window says so. */
export function DropLayer(props: {
  /** Files are being dragged over the page. */
  onOver: () => void;
  onTake: (sources: readonly ImportSource[], origin: DatasetOrigin) => void;
}) {
  const [over, setOver] = createSignal(false);
  const onDragOver = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    if (!over()) props.onOver();
    setOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer === null || !holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(false);
    const sources = sourcesOfTransfer(event.dataTransfer);
    if (sources.length > 0) props.onTake(sources, 'files');
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData === null || isTypingPlace(event.target)) return;
    const sources = sourcesOfPaste(event.clipboardData);
    if (sources.length === 0) return;
    event.preventDefault();
    props.onTake(sources, event.clipboardData.files.length > 0 ? 'files' : 'paste');
  };
  onMount(() => {
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
  });
  onCleanup(() => {
    document.removeEventListener('dragover', onDragOver);
    document.removeEventListener('dragleave', onDragLeave);
    document.removeEventListener('drop', onDrop);
    document.removeEventListener('paste', onPaste);
  });
  return (
    <Show when={over()}>
      <div class="drop-layer" aria-hidden="true">
        <p>Drop to read</p>
      </div>
    </Show>
  );
}
