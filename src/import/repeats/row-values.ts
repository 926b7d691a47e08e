import { fillerMac } from '../../identifiers/filler-macs';
import { hostNameOf } from '../../identifiers/identity';
import { canonicalSerial, canonicalUuid, isFillerSerial, isFillerUuid } from '../../identifiers/machine-ids';
import { isPlaceholder } from '../../identifiers/placeholder';
import type { KeptIdentity } from '../../model/dataset';
import { FIELD_IDS, FIELDS, type FieldId, type FieldsOfKind } from '../../model/field';
import type { AssetIndex, EpochMilliseconds, MacNumber } from '../../model/units';
import { FIELD_NUMBERS, type FieldWriters } from '../columns/field-writers';

/** Values that identify one record of Qualys or one machine, and what each looks like in one spelling. */
const IDENTIFIERS = {
  assetUuid: plainId,
  agentId: plainId,
  hostId: plainId,
  hardwareUuid: (text: string) => orNone(canonicalUuid(text), isFillerUuid),
  biosSerialNumber: (text: string) => orNone(canonicalSerial(text), isFillerSerial),
  cloudInstanceId: plainId,
} as const satisfies Partial<Record<FieldId, (text: string) => string>>;
export type IdentifierField = keyof typeof IDENTIFIERS;
const IDENTIFIER_FIELDS = Object.keys(IDENTIFIERS) as readonly IdentifierField[];

const NAME_FIELDS = ['assetName', 'dnsName', 'fqdn', 'netbiosName'] as const satisfies readonly FieldId[];

const ALIKE = [...IDENTIFIER_FIELDS, ...NAME_FIELDS];

const NETWORKS = ['networkId', 'networkName'] as const satisfies readonly FieldId[];

/** Times of a record that tell how old it is; its creation does not. */
const TIME_FIELDS = FIELD_IDS.filter(
  (field): field is FieldsOfKind<'time'> => FIELDS[field].kind === 'time' && field !== 'created',
);

/** What tells a record's machine from another that has its asset ID. */
export interface IdentityValues {
  /** In one spelling; "" where the record has none or one that identifies nothing. */
  identifier(field: IdentifierField): string;
  /** Without domains, and without those that devices come with. */
  names(): ReadonlySet<string>;
  /** Those that are a machine's own. */
  macs(): readonly MacNumber[];
  address(): string;
}

/** The identity of a record of an earlier import, which is no row any more. */
export function keptIdentity({ identifiers, names, macs, address }: KeptIdentity): IdentityValues {
  return {
    identifier: (field) => identifiers[field] ?? '',
    names: () => new Set(names),
    macs: () => macs,
    address: () => address,
  };
}

/** How many identifiers the record has. */
export function identifiersOf(values: IdentityValues): number {
  return IDENTIFIER_FIELDS.filter((field) => values.identifier(field) !== '').length;
}

/** The identity as it is kept with a dataset. */
export function identityToKeep(asset: AssetIndex, values: IdentityValues): KeptIdentity {
  const identifiers = IDENTIFIER_FIELDS.map((field) => [field, values.identifier(field)] as const);
  return {
    asset,
    identifiers: Object.fromEntries(identifiers.filter(([, text]) => text !== '')),
    names: [...values.names()],
    macs: [...values.macs()],
    address: values.address(),
  };
}

/** Reads rows that were written already and are not sealed yet, for the few that repeat an asset ID. */
export class RowValues {
  constructor(private readonly writers: FieldWriters) {}

  /** The identifier in one spelling; "" where the row has none or one that identifies nothing. */
  identifier(field: IdentifierField, row: number): string {
    return IDENTIFIERS[field](this.text(field, row));
  }

  /** The row's identity, read when it is asked for. */
  identity(row: number): IdentityValues {
    return {
      identifier: (field) => this.identifier(field, row),
      names: () => this.names(row),
      macs: () => this.macs(row),
      address: () => this.address(row),
    };
  }

  /** The row's names without domains, and without those that devices come with. */
  names(row: number): ReadonlySet<string> {
    const names = NAME_FIELDS.map((field) => hostNameOf(this.text(field, row)));
    return new Set(names.filter((name) => !isPlaceholder(name)));
  }

  /** The row's MAC addresses that are a machine's own. */
  macs(row: number): readonly MacNumber[] {
    return this.allMacs(row).filter((mac) => fillerMac(mac) === null);
  }

  allMacs(row: number): readonly MacNumber[] {
    return this.writers.of<'macs'>(FIELD_NUMBERS.macAddresses).at(row);
  }

  texts(field: FieldsOfKind<'texts'>, row: number): string[] {
    return this.writers.of<'texts'>(FIELD_NUMBERS[field]).at(row);
  }

  /** All that tells one host from another, as one text; "" for a row without an address. */
  hostKey(row: number): string {
    const address = this.address(row);
    if (address === '' || isPlaceholder(address)) return '';
    const names = NAME_FIELDS.map((field) => this.text(field, row).trim().toLowerCase());
    const ids = IDENTIFIER_FIELDS.map((field) => this.identifier(field, row));
    const texts = [...names, ...ids, this.text('qwebHostId', row)];
    const networks = NETWORKS.map((field) => this.writers.of<'code'>(FIELD_NUMBERS[field]).at(row));
    return [address, ...texts, ...networks, ...this.allMacs(row)].join('\u0000');
  }

  /** Whether two rows have the same names and IDs to the letter, as rows have that one record was spread over. */
  areAlike(first: number, second: number): boolean {
    return ALIKE.every((field) => this.text(field, first) === this.text(field, second));
  }

  address(row: number): string {
    return this.text('address', row).trim().toLowerCase();
  }

  /** The newest time that the row has, `NaN` where it has none. */
  newest(row: number): EpochMilliseconds {
    let newest = Number.NaN;
    const compare = (time: EpochMilliseconds) => {
      if (!(time <= newest)) newest = Number.isNaN(time) ? newest : time;
    };
    for (const field of TIME_FIELDS) compare(this.writers.of<'time'>(FIELD_NUMBERS[field]).at(row));
    for (const time of this.writers.of<'sources'>(FIELD_NUMBERS.sources).lastUpdatedOf(row)) compare(time);
    return newest;
  }

  private text(field: FieldsOfKind<'text'>, row: number): string {
    return this.writers.of<'text'>(FIELD_NUMBERS[field]).textAt(row);
  }
}

function orNone(value: string, isFiller: (value: string) => boolean): string {
  return value === '' || isFiller(value) ? '' : value;
}

/** As it is but for case and blanks; one of zeros and hyphens is none. */
function plainId(text: string): string {
  return /[^0\-\s]/.test(text) && !isPlaceholder(text) ? text.trim().toLowerCase() : '';
}
