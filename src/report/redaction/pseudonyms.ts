import { canonicalDnsName } from '../../identifiers/hostname';
import { formatMac, parseMac } from '../../identifiers/mac';
import type { Sensitivity } from '../../model/fields/sensitivity';
import { REDACTED_KINDS, type RedactedKind } from '../../model/redaction';
import { NetworkPseudonyms } from './network-pseudonyms';
import { sipHash, sipKey } from './siphash';
import { mayHoldAddress, mayHoldMac } from './values-inside';

/** Pseudonyms that are kept at hand: some 20 MB. */
const MOST_KEPT = 100_000;

/** Digits and letters without those that look alike. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Longest names stand in few places; what is longer than a domain name (253) is a text and has no parts. */
const HOST_WITH_DOMAIN = /^([a-z0-9_-]{1,63})\.([a-z0-9_.-]{1,190})$/;
const LOOKS_LIKE_MAC = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$|^[0-9a-f]{4}(\.[0-9a-f]{4}){2}$/;
const BETWEEN_ADDRESSES = /[\s,;]+/;

/**
 * What stands in the place of values in a redacted copy: the same for the same value, and not to be traced back without
 * the key. None looks like something that a machine could have.
 */
export class Pseudonyms {
  private readonly key: Uint32Array;
  private readonly networks: NetworkPseudonyms;
  /** A machine's names stand in several fields and rows. */
  private readonly kept = new Map<string, string>();

  /** @param kinds what is replaced; another kind stays as it is, unless a value of it may hold one that is replaced */
  constructor(
    key: Uint8Array,
    private readonly kinds: readonly RedactedKind[] = REDACTED_KINDS,
  ) {
    this.key = sipKey(key);
    this.networks = new NetworkPseudonyms(this.key);
  }

  /** Of one value; nothing for nothing. */
  of(sensitivity: Sensitivity, value: string): string {
    if (value.trim() === '') return '';
    if (this.stays(sensitivity, value)) return value;
    switch (sensitivity) {
      case 'none':
        return value;
      case 'name':
        return this.name(value);
      case 'address':
        return value
          .trim()
          .split(BETWEEN_ADDRESSES)
          .map((text) => this.address(text))
          .join(', ');
      case 'mac':
        return this.mac(value);
      case 'id':
      case 'serial':
      case 'tag':
        return this.opaque(sensitivity, value.trim());
    }
  }

  /** Whether the value is of a kind that is kept and gives nothing away of those that are not. */
  private stays(sensitivity: Sensitivity, value: string): boolean {
    if (sensitivity === 'none' || this.kinds.includes(sensitivity)) return false;
    // A MAC address may look like the beginning of an IPv6 address.
    const isMac = sensitivity === 'mac' && parseMac(value) !== null;
    return !(
      (this.kinds.includes('address') && !isMac && mayHoldAddress(value)) ||
      (this.kinds.includes('mac') && mayHoldMac(value))
    );
  }

  /** Whether every value of it is as it was written, wherever it stands. */
  keeps(sensitivity: Sensitivity): boolean {
    return sensitivity === 'none' || !this.kinds.includes(sensitivity);
  }

  /** A host keeps its name under another domain, and in short; case and one dot at the end are not looked at. */
  private name(value: string): string {
    const name = canonicalDnsName(value);
    const address = this.networks.of(name);
    if (address !== null) return address;
    if (LOOKS_LIKE_MAC.test(name)) return this.mac(name);
    const [, host, domain] = HOST_WITH_DOMAIN.exec(name) ?? [];
    if (host === undefined || domain === undefined) return this.opaque('name', name);
    return `${this.opaque('name', host)}.${this.opaque('domain', domain)}`;
  }

  private address(text: string): string {
    return this.networks.of(text) ?? this.opaque('address', text.toLowerCase());
  }

  /** A locally administered address, so of no vendor; in the notation without signs if it came so. */
  private mac(value: string): string {
    const mac = parseMac(value);
    if (mac === null) return this.opaque('mac', value.trim().toLowerCase());
    const [low, high] = sipHash(this.key, `mac ${mac}`);
    const first = ((high >>> 8) & 0xfc) | 2;
    const pseudonym = first * 2 ** 40 + (high & 0xff) * 2 ** 32 + low;
    return /[:.-]/.test(value) ? formatMac(pseudonym) : pseudonym.toString(16).padStart(12, '0');
  }

  /** Twelve letters, 60 bits: among a million values, two are the same once in two million copies. */
  private opaque(kind: string, value: string): string {
    const text = `${kind} ${value}`;
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const made = this.made(kind, text);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(text, made);
    return made;
  }

  private made(kind: string, text: string): string {
    let [low, high] = sipHash(this.key, text);
    let letters = '';
    for (let at = 0; at < 6; at++) {
      letters += LETTERS[low & 31]! + LETTERS[high & 31]!;
      low >>>= 5;
      high >>>= 5;
    }
    return `${kind}-${letters}`;
  }
}
