import type { MacNumber } from '../model/units';

/** A MAC address in which `x` stands for any one digit. */
export interface MacPattern {
  /** The first three bytes, the vendor's, of all that match: one number, any, or none because nothing matches. */
  readonly vendor: number | 'any' | 'none';
  matches(mac: MacNumber): boolean;
}

export type MacPatternReading =
  | { readonly ok: true; readonly pattern: MacPattern }
  | { readonly ok: false; readonly fault: string };

const HALF = 0x1000000;

/**
 * Reads a MAC pattern in any of the usual notations (`00:00:5e:00:01:xx`, `0000.5e00.01xx`, `00-00-5E-…`).
 * One of eight bytes (a tunnel's EUI-64) is understood but matches nothing: no asset has it as a MAC address,
 * since the import counts it as unreadable. A fault is one sentence for people.
 */
export function parseMacPattern(text: string): MacPatternReading {
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/[\s:.-]/g, '');
  if (digits === '') return { ok: false, fault: 'There is no MAC address.' };
  const wrong = /[^0-9a-fx]/u.exec(digits);
  if (wrong) return { ok: false, fault: `“${wrong[0]}” is no digit of a MAC address.` };
  if (digits.length === 16) return { ok: true, pattern: { vendor: 'none', matches: () => false } };
  if (digits.length !== 12) {
    return { ok: false, fault: wrongLength(text.trim(), digits) };
  }
  if (digits === 'x'.repeat(12))
    return { ok: false, fault: `“${text.trim()}” stands for every MAC address.` };
  const high = half(digits.slice(0, 6));
  const low = half(digits.slice(6));
  const matches = (mac: MacNumber) => {
    const macLow = mac % HALF;
    return (macLow & low.mask) === low.value && (((mac - macLow) / HALF) & high.mask) === high.value;
  };
  return { ok: true, pattern: { vendor: high.mask === HALF - 1 ? high.value : 'any', matches } };
}

/** The beginning of addresses is what most people mean that write too few digits. */
function wrongLength(text: string, digits: string): string {
  const said = `A MAC address has 12 digits, “${text}” has ${digits.length}.`;
  if (digits.length > 12 || digits.length < 4) return said;
  const whole = digits.padEnd(12, 'x').replace(/..(?=.)/g, '$&:');
  return `${said} Write ${whole} for all that begin so.`;
}

function half(digits: string): { mask: number; value: number } {
  const mask = Number.parseInt(digits.replace(/[^x]/g, 'f').replace(/x/g, '0'), 16);
  return { mask, value: Number.parseInt(digits.replace(/x/g, '0'), 16) };
}
