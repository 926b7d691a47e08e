import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which at least one module is in the output. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression of its `package.json`. */
  readonly licence: string;
  /** Its licence and notice files, whole. */
  readonly text: string;
}

/** Licences that allow passing the program on, closed or open, as long as their texts go with it. */
const PERMISSIVE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

/** Notes which packages end up in the page and in its worker; one of these must be in both builds. */
export class ShippedPackages {
  readonly #folders = new Set<string>();

  /** The plugin that takes the notes. */
  plugin(): Plugin {
    return {
      name: 'doublet:shipped-packages',
      apply: 'build',
      generateBundle: (_options, bundle) => {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const id of Object.keys(output.modules)) this.#note(id);
        }
      },
    };
  }

  /** @throws if a package has no licence file, or one that is not permissive. */
  list(): ShippedPackage[] {
    return [...this.#folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #note(moduleId: string): void {
    const path = moduleId.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '');
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder) this.#folders.add(folder);
  }
}

function readPackage(folder: string): ShippedPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifest as { name: string; version: string; license?: string };
  if (!license || !PERMISSIVE.includes(license)) {
    throw new Error(
      `${name} ${version} is in the output, but its licence (${license}) is not a permissive one`,
    );
  }
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  if (text === '') throw new Error(`${name} ${version} is in the output, but has no licence file`);
  return { name, version, licence: license, text };
}
