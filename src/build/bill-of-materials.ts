// CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/
import type { ShippedPackage } from './shipped-packages.ts';

/** What `package-lock.json` has of a package. */
interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
}

/** What the bill is made of. */
export interface BillParts {
  readonly version: string;
  readonly revision: string;
  readonly packages: readonly ShippedPackage[];
  /** `packages` of `package-lock.json`: entries by folder, `node_modules/solid-js`. */
  readonly lock: Readonly<Record<string, LockedPackage>>;
}

/**
 * `sbom.cdx.json`: the packages that are inside the pages, with the hashes of the archives that they came in. Without time
 * and serial number, which would differ with each build.
 * @throws if a package is not in the lock file in that version, with its hash
 */
export function billOfMaterials({ version, revision, packages, lock }: BillParts): string {
  const components = packages.map((one) => {
    const { integrity } = lockedAs(one, lock);
    const [algorithm, sum] = integrity.split('-') as [string, string];
    if (algorithm !== 'sha512') throw new Error(`${one.name} is locked by ${algorithm}, not by sha512`);
    const purl = purlOf(one.name, one.version);
    return {
      type: 'library',
      'bom-ref': purl,
      name: one.name,
      version: one.version,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }],
      licenses: [{ license: { id: one.licence } }],
      purl,
    };
  });
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:generic/doublet@${version}`,
        name: 'doublet',
        version,
        licenses: [{ license: { id: 'MIT' } }],
        ...(revision !== '' && { properties: [{ name: 'doublet:commit', value: revision }] }),
      },
    },
    components,
    dependencies: [{ ref: `pkg:generic/doublet@${version}`, dependsOn: components.map(({ purl }) => purl) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** The entry whose archive the package came in; one that is installed under another name has that in the lock file. */
function lockedAs(
  { name, version }: ShippedPackage,
  lock: BillParts['lock'],
): { readonly integrity: string } {
  const entry = Object.entries(lock).find(([folder, locked]) => {
    const named = (locked as { readonly name?: string }).name ?? folder.replace(/^.*node_modules\//, '');
    return named === name && locked.version === version;
  })?.[1];
  if (entry?.integrity === undefined)
    throw new Error(`${name} ${version} is not in the lock file with its hash`);
  return { integrity: entry.integrity };
}

/** https://github.com/package-url/purl-spec: the `@` of a scope is escaped. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
