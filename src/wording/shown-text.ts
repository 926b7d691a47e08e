/**
 * Characters of one text that a screen shows. A browser takes 20 seconds to lay out a few values of 100,000 letters
 * without a break; names that people give have at most 255.
 */
export const LONGEST_SHOWN = 2_000;

/** Characters of a value within a heading or a sentence. */
export const LONGEST_IN_SENTENCE = 300;

/** Text for the screen: cut behind `most` characters, with how many there are. Files and clipboard get all. */
export function shownText(text: string, most = LONGEST_SHOWN): string {
  if (text.length <= most) return text;
  // Not between the halves of a character.
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length.toLocaleString('en')} characters)`;
}

/** Whether the screen shows less than all of the text. */
export function isCutWhenShown(text: string): boolean {
  return text.length > LONGEST_SHOWN;
}
