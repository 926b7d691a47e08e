/** Inputs that take no text: a single key there is still a key of the screen. */
const NO_TEXT = new Set(['button', 'checkbox', 'file', 'radio', 'range', 'submit']);

/** Whether keys belong to that place: a text field, a list of choices, a menu, or a dialog. */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
    return true;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
