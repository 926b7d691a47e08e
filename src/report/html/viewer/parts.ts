/** The parts of the report, one at a time on the screen; print has them one after the other. */
export class Parts {
  private readonly links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
  private readonly parts = [...document.querySelectorAll<HTMLElement>('.part')];

  constructor() {
    const nav = document.querySelector<HTMLElement>('nav');
    if (nav) nav.hidden = false;
    this.show('rows');
  }

  /** Shows the part of that id, or the one that holds the element of that id, and scrolls to it. Answers whether there is one. */
  show(id: string): boolean {
    const target = document.getElementById(id);
    const part = target?.closest<HTMLElement>('.part');
    if (!target || !part) return false;
    for (const other of this.parts) other.hidden = other !== part;
    for (const link of this.links) {
      if (link.hash === `#${part.id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (target !== part) {
      target.scrollIntoView({ block: 'start' });
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    return true;
  }
}
