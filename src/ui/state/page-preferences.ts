/** Preferences that a feature keeps on the page, as a member of a recipe (docs/contract.md, "Recipe"). */
export interface PagePreferences {
  readonly member: string;
  read(): unknown;
  /** What is wrong with a value from a file, one sentence; `null` where it can be applied. */
  faultOf(value: unknown): string | null;
  apply(value: unknown): void;
}
