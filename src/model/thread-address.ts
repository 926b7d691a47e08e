/** As much of Trusted Types as is used here; TypeScript does not describe them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | null | undefined;

/**
 * The address of a script for `new Worker`. Where the browser has Trusted Types the page's policy lets threads start
 * only from an address that was made here, so from a blob of the program's own. Whoever asks revokes the address.
 */
export function threadAddress(script: Blob): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('doublet-threads', { createScriptURL: ownBlob }) ?? null;
  const address = URL.createObjectURL(script);
  // Not a string where there are Trusted Types, but all that is done with it is to give it to `new Worker`.
  return policy === null ? address : policy.createScriptURL(address);
}

function ownBlob(address: string): string {
  if (!address.startsWith('blob:')) throw new TypeError('A thread starts from a blob only.');
  return address;
}
