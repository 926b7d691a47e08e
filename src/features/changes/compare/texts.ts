import type { CauseId, CauseText } from '../../../model/judgement';
import type { JudgementSource } from '../../../model/judgement-source';

/** What people read of a change. */
export type ChangeText = Pick<CauseText, 'title' | 'sentence' | 'action'>;

/**
 * The causes of the judgement speak of several records of one export. Where one record changed, or came back under
 * another id, nothing is to be purged: these say so.
 */
const CHANGED: Partial<Record<CauseId, ChangeText>> = {
  renamed: {
    title: 'Renamed',
    sentence: 'The machine has another name than before, and the same hardware.',
    action: 'Nothing to purge. Decisions that rested on the name are asked again.',
  },
  agentReinstalled: {
    title: 'Agent installed again',
    sentence: 'The record has another agent than before, and the same hardware.',
    action: 'Nothing to purge.',
  },
  reimaged: {
    title: 'Set up anew',
    sentence: 'The record has another agent and another name than before, and the same hardware.',
    action: 'Nothing to purge.',
  },
  unclear: {
    title: 'Other values',
    sentence: 'What identifies the record has changed, and no cause explains all of it.',
    action: 'Compare then and now.',
  },
};

const HISTORY = 'It is not new: its history, and tickets that name it, hang on the ID before.';

const BACK: Partial<Record<CauseId, ChangeText>> = {
  agentReprovisioned: {
    title: 'Agent provisioned again',
    sentence:
      'The same agent has a new asset ID: its record was purged without uninstalling it, or it was registered anew.',
    action: `${HISTORY} Uninstall an agent before its record is purged.`,
  },
  agentReinstalled: {
    title: 'Under another ID, with another agent',
    sentence: 'The same hardware has a new asset ID and a new agent.',
    action: HISTORY,
  },
  unclear: {
    title: 'Under another ID',
    sentence: 'The same machine has a new asset ID.',
    action: HISTORY,
  },
};

/** What people read of the cause of a change, or of a return under another id. */
export function changeText(
  list: 'changed' | 'back',
  cause: CauseId,
  causes: Pick<JudgementSource, 'causeText'>,
): ChangeText {
  const { title, sentence, action } = (list === 'back' ? BACK : CHANGED)[cause] ?? causes.causeText(cause);
  return { title, sentence, action };
}
