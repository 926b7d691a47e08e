import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { assemblePage, type PageParts } from './assemble-page.ts';
import { type BillParts, billOfMaterials } from './bill-of-materials.ts';
import { findExternalAddresses } from './external-address.ts';
import { licencesText } from './licences.ts';
import { PAGE_VARIANTS } from './page-variant.ts';
import { serviceWorker } from './service-worker.ts';
import type { ShippedPackages } from './shipped-packages.ts';
import { sizeReport } from './size-report.ts';
import { sourceRevision } from './source-revision.ts';

const REGISTRATION = new URL('../offline/registration.js', import.meta.url);
const OWN_LICENCE = new URL('../../LICENSE', import.meta.url);
const MANIFEST = new URL('../../package.json', import.meta.url);
const LOCK_FILE = new URL('../../package-lock.json', import.meta.url);
/** Files from `public/` that a visit without a network needs. */
const KEPT_OFFLINE = /^(icon.*|manifest\.webmanifest)$/;

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1];

/**
 * Takes the page that Vite built, one script, one style and one template, and makes the files that people get:
 * a page for each variant, the service worker, the licence texts, the bill of materials and checksums. The build fails if one of them could ask
 * another host for something, has an inline block that its policy does not allow, or is too large.
 */
export function deliveries(packages: ShippedPackages): Plugin {
  let publicDir = '';
  let report = '';
  return {
    name: 'doublet:deliveries',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const shipped = packages.list();
        const revision = sourceRevision();
        const licences = licencesText(readFileSync(OWN_LICENCE, 'utf8'), shipped);
        const parts = takeParts(bundle, { publicDir, licences, revision });
        const files = new Map<string, string>();
        for (const variant of PAGE_VARIANTS) files.set(variant.file, assemblePage(parts, variant));
        files.set('sw.js', await serviceWorker(keptOffline(files, publicDir)));
        refuseExternal(files);
        files.set('LICENSES.txt', licences);
        files.set('sbom.cdx.json', billOfMaterials({ ...locked(), revision, packages: shipped }));
        files.set('SHA256SUMS', checksums(files, publicDir));
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
        report = sizeReport(files);
      },
    },
    closeBundle() {
      if (report) console.log(report);
    },
  };
}

/** Removes what Vite made from the bundle and returns it as the parts of a page. */
function takeParts(
  bundle: Bundle,
  given: { publicDir: string; licences: string; revision: string },
): PageParts {
  const scripts: string[] = [];
  const styles: string[] = [];
  const templates: string[] = [];
  for (const [name, output] of Object.entries(bundle)) {
    if (output.type === 'chunk') scripts.push(output.code);
    else if (name.endsWith('.css')) styles.push(String(output.source));
    else if (name === 'index.html') templates.push(String(output.source));
    else throw new Error(`The build made ${name}, which no page has inside`);
    delete bundle[name];
  }
  const [script] = scripts;
  const [template] = templates;
  if (scripts.length !== 1 || styles.length > 1 || script === undefined || template === undefined) {
    throw new Error(`Expected one script and one style, found ${scripts.length} and ${styles.length}`);
  }
  return {
    template: withoutTags(template),
    script,
    style: styles[0] ?? '',
    registration: readFileSync(REGISTRATION, 'utf8').replace(/^\/\/.*\n/gm, ''),
    icon: readFileSync(join(given.publicDir, 'icon.svg'), 'utf8').trim(),
    licences: given.licences,
    revision: given.revision,
  };
}

/** The version of Doublet, and the packages of its lock file. */
function locked(): Pick<BillParts, 'version' | 'lock'> {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
  const { packages } = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as { packages: BillParts['lock'] };
  return { version, lock: packages };
}

/** Takes out the tags by which Vite's page loads its script and style. */
function withoutTags(html: string): string {
  return html
    .replace(/[ \t]*<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>\n?/g, '')
    .replace(/[ \t]*<link\b[^>]*rel="stylesheet"[^>]*>\n?/g, '');
}

function keptOffline(
  pages: ReadonlyMap<string, string>,
  publicDir: string,
): Map<string, string | Uint8Array> {
  const kept = new Map<string, string | Uint8Array>([['index.html', pages.get('index.html')!]]);
  if (!existsSync(publicDir)) return kept;
  for (const name of readdirSync(publicDir)) {
    if (KEPT_OFFLINE.test(name)) kept.set(name, readFileSync(join(publicDir, name)));
  }
  return kept;
}

/** What `sha256sum -c` reads, so that a copy carried elsewhere can be checked. */
function checksums(files: ReadonlyMap<string, string>, publicDir: string): string {
  const contents = new Map<string, string | Uint8Array>(files);
  for (const name of existsSync(publicDir) ? readdirSync(publicDir) : []) {
    contents.set(name, readFileSync(join(publicDir, name)));
  }
  const lines = [...contents].map(
    ([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
  );
  return lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('');
}

function refuseExternal(files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    // The licence texts name the addresses of their authors. They are text: nothing makes links of them.
    const found = findExternalAddresses(text.replace(/<pre id="licences"[\s\S]*?<\/pre>/, ''));
    if (found.length > 0) throw new Error(`${name} names addresses outside itself: ${found.join(', ')}`);
  }
}
