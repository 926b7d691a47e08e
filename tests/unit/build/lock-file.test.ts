import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));
const { packages, lockfileVersion } = read('package-lock.json') as {
  packages: Record<string, Locked>;
  lockfileVersion: number;
};
const locked = Object.entries(packages).filter(([folder]) => folder !== '');

/** Licences of tools and of what is shipped. What is shipped is held to fewer by the build (`shipped-packages.ts`). */
const ALLOWED =
  /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MIT OR Apache-2\.0|MPL-2\.0|CC-BY-4\.0)$/;

/** What is wrong with an entry of a lock file. */
function faultsOf([folder, one]: [string, Locked]): string[] {
  const faults: string[] = [];
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? '')) faults.push('no hash');
  if (one.link === true) faults.push('a folder of this machine');
  if (one.resolved !== undefined && !/^https:\/\/[^/]+\/.*\.tgz$/.test(one.resolved))
    faults.push('not from a registry');
  if (one.hasInstallScript === true) faults.push('runs a script when it is installed');
  if (!ALLOWED.test(one.license ?? '')) faults.push(`licence ${one.license}`);
  return faults.map((fault) => `${folder}: ${fault}`);
}

describe('the lock file', () => {
  test('has a hash for every package, and none that comes from git, an address or a folder, or runs a script', () => {
    expect(lockfileVersion).toBe(3);
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.flatMap(faultsOf)).toEqual([]);
  });

  test('is not passed where a package is otherwise', () => {
    const sound = locked[0]![1];
    const bad: Locked[] = [
      { ...sound, integrity: '' },
      { ...sound, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
      { ...sound, resolved: 'git+ssh://git@host.example/x.git#abc' },
      { ...sound, resolved: 'http://host.example/x.tgz' },
      { ...sound, link: true },
      { ...sound, hasInstallScript: true },
      { ...sound, license: 'GPL-3.0' },
    ];
    for (const one of bad) expect(faultsOf(['x', one]), JSON.stringify(one)).toHaveLength(1);
  });

  test('is asked for exact versions', () => {
    const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
    const wanted = Object.entries({ ...dependencies, ...devDependencies });
    expect(wanted.filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
