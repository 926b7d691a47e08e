/**
 * Notes what has the focus, and answers what gives it back: to that element where it is still there and the screen is
 * the same, else to the screen's heading, so that the next Tab does not start at the top of the page.
 */
export function noteFocus(): () => void {
  const opener = openerOf(document.activeElement);
  const screen = heading();
  const giveBack = () => {
    // A command of the palette may have opened the next dialog, which has the focus or gets it.
    if (document.querySelector('.dialog[data-expanded]') !== null) return;
    const isSameScreen = heading() === screen;
    if (isSameScreen && !isNowhere()) return;
    if (isSameScreen && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    if (isSameScreen && !isNowhere()) return;
    const start = heading();
    if (start === null) return;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
  };
  return () => requestAnimationFrame(giveBack);
}

/** An item of a menu goes with its menu: then the menu's button. */
function openerOf(element: Element | null): Element | null {
  const button = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null;
  return button === null ? element : document.getElementById(button);
}

function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1');
}

/** What had the focus is gone: then the body has it. */
function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
