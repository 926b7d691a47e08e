import type { FieldsOfKind } from '../fields';
import type { Sensitivity } from '../fields/sensitivity';

/**
 * How a value becomes the key that is compared: `name` trimmed and lower-case, `dnsName` the same without one
 * trailing dot, `address` trimmed (contract: "Field rules").
 */
export type TextForm = 'name' | 'dnsName' | 'address';

/** Settings that make a rule read one more field. */
export type FieldSetting = 'interfaceAddresses';

interface RuleWords {
  /** On the page and in every report. */
  readonly label: string;
  /** What the value is called in a sentence: "3 assets have the *asset name* web01". */
  readonly noun: string;
  readonly verb: 'have' | 'share';
}

/** What is the same for every kind of value. */
interface RuleFacts extends RuleWords {
  /** Which entries of the list of ignored values apply to it. */
  readonly ignored: 'name' | 'macAddress' | 'ipv4Address';
  readonly sensitivity: Sensitivity;
}

interface TextRule extends RuleFacts {
  readonly form: TextForm;
  readonly field: FieldsOfKind<'text'>;
  /** Compared as well while the setting is on. */
  readonly more?: { readonly setting: FieldSetting; readonly field: FieldsOfKind<'texts'> };
}

interface MacRule extends RuleFacts {
  readonly form: 'mac';
  readonly field: FieldsOfKind<'macs'>;
}

/**
 * One way to see that two assets may be one machine, as data: which field is compared in which canonical form, and
 * how that is said. Detection, table, reports, settings and help read it.
 */
export type RuleDefinition = TextRule | MacRule;
