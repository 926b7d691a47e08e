import { createResource, type JSX, Show } from 'solid-js';
import type { Outcome } from '../../model/outcome';
import { useApp } from '../context';
import { Icon } from '../parts/icon';

interface BesidePanelProps<Question extends object, Answer> {
  readonly class: string;
  /** Names the panel for screen readers. */
  readonly label: string;
  /** What is to be shown; asked again whenever it changes. */
  readonly question: Question;
  readonly ask: (question: Question) => Promise<Outcome<Answer | null>>;
  readonly title: (answer: Answer) => string;
  /** Shown where there is no answer; a failure is reported besides. */
  readonly missing: string;
  readonly onClose: () => void;
  readonly children: (answer: () => Answer) => JSX.Element;
}

/** What an entry of a list opens beside it: its title with a button that closes it, as Escape does, and the answer. */
export function BesidePanel<Question extends object, Answer>(props: BesidePanelProps<Question, Answer>) {
  const app = useApp();
  const [answer] = createResource(
    () => props.question,
    async (question) => {
      const outcome = await props.ask(question);
      if (!outcome.ok && outcome.trouble !== null) app.session.report(outcome.trouble);
      return outcome.ok && outcome.value !== null ? { value: outcome.value } : null;
    },
  );
  /** The focus goes back to the entry that was open, since what has it goes away. */
  const close = () => {
    const entry = document.querySelector<HTMLElement>('.cluster-list a[aria-current="true"]');
    props.onClose();
    (entry ?? document.querySelector<HTMLElement>('.cluster-list'))?.focus();
  };
  return (
    <aside
      class={props.class}
      aria-label={props.label}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Show when={answer()} fallback={<p class="quiet">{answer.loading ? 'Opening …' : props.missing}</p>}>
        {(opened) => (
          <>
            <div class="section-head">
              <h2 class="cut">{props.title(opened().value)}</h2>
              <button type="button" class="button button-icon" aria-label="Close" onClick={close}>
                <Icon name="close" />
              </button>
            </div>
            {props.children(() => opened().value)}
          </>
        )}
      </Show>
    </aside>
  );
}
