/**
 * Moves the focus to the screen's heading once it is there: what had it, a button of the screen before, is gone,
 * and without this a screen reader would stand at the top of the page and say nothing. The screen starts at its top.
 */
export function focusHeading(): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    document.getElementById('main')?.scrollTo(0, 0);
  });
}
