import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findExternalAddresses } from '../../src/build/external-address';

const DIST = join(import.meta.dirname, '../../dist');
const PAGES = [
  { file: 'index.html', scripts: 2, connects: "connect-src 'none'" },
  {
    file: 'gateway.html',
    scripts: 1,
    connects: "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  },
  { file: 'doublet.html', scripts: 1, connects: "connect-src 'none'" },
];

function read(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

function policyOf(html: string): string {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** The text of each element of a kind, as a browser reads it: up to its own end, whatever is in between. */
function textsOf(html: string, tag: string): string[] {
  const blocks = [...html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)];
  return blocks.filter((block) => block[1] === tag).map((block) => block[2]!);
}

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe.each(PAGES)('$file', ({ file, scripts, connects }) => {
  const html = read(file);
  const policy = policyOf(html);

  test('allows exactly its own scripts and its own style, by hash', () => {
    const own = textsOf(html, 'script').map(sha256);
    expect(own).toHaveLength(scripts);
    expect(policy).toContain(`script-src ${own.join(' ')};`);
    expect(policy).toContain(`style-src ${sha256(textsOf(html, 'style')[0]!)};`);
    expect(policy).not.toMatch(/unsafe/);
  });

  test('states its policy before anything that the policy is to stop', () => {
    expect(html.indexOf('http-equiv')).toBeLessThan(html.search(/<(script|style|link)/));
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain(`; ${connects};`);
    expect(policy).toContain(
      "require-trusted-types-for 'script'; trusted-types solid-templates doublet-threads",
    );
    expect(policy).toContain("base-uri 'none'; form-action 'none'");
  });

  test('has no script, style or handler outside its hashed blocks', () => {
    const frame = html.replace(/<(script|style|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(frame).not.toMatch(/<script|<style|<iframe|<object|<base\b|\sstyle=|\son\w+=/i);
  });

  test('names no address outside itself', () => {
    const text = html.replace(/<pre id="licences"[\s\S]*?<\/pre>/, '');
    expect(findExternalAddresses(text)).toEqual([]);
  });

  test('asks for files beside it only where it has some', () => {
    const frame = html.replace(/<(script|style|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '');
    const asked = [...frame.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1]!);
    if (file === 'doublet.html') expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([]);
    for (const address of asked.filter((one) => one.startsWith('./'))) {
      expect(existsSync(join(DIST, address)), address).toBe(true);
    }
  });

  test('carries the licences of what is inside', () => {
    expect(html).toContain('<pre id="licences" hidden>');
    expect(html).toContain('solid-js');
  });
});

test('the pages hold the same program', () => {
  const programs = PAGES.map(({ file }) => textsOf(read(file), 'script')[0]);
  expect(new Set(programs).size).toBe(1);
});

test('the service worker keeps files that exist, the page among them, and never the Gateway page', () => {
  const kept: string[] = JSON.parse(/const FILES = (\[.*?\]);/.exec(read('sw.js'))![1]!);
  expect(kept).toContain('index.html');
  expect(kept).not.toContain('gateway.html');
  for (const file of kept) expect(existsSync(join(DIST, file)), file).toBe(true);
});

test('the manifest names files that exist', () => {
  const manifest: { icons: { src: string }[] } = JSON.parse(read('manifest.webmanifest'));
  expect(manifest.icons.length).toBeGreaterThan(1);
  for (const { src } of manifest.icons) expect(existsSync(join(DIST, src)), src).toBe(true);
});

test('the licence texts name every package that a program of ours could have inside', () => {
  const licences = read('LICENSES.txt');
  expect(licences).toMatch(/^Doublet\n\nMIT License/);
  expect(licences).toMatch(/solid-js \d+\.\d+\.\d+ \(MIT\)/);
  expect(licences).toContain('Apache License');
});

test('the bill of materials names the packages of the licence texts, each with its hash', () => {
  const { components, metadata, specVersion } = JSON.parse(read('sbom.cdx.json'));
  const named = components.map(
    (one: { name: string; version: string; licenses: { license: { id: string } }[] }) =>
      `${one.name} ${one.version} (${one.licenses[0]!.license.id})`,
  );
  const inTexts = [...read('LICENSES.txt').matchAll(/^(\S+ \d+\.\d+\.\d+ \([\w.-]+\))$/gm)].map(
    (match) => match[1]!,
  );
  expect(named.sort()).toEqual(inTexts.sort());
  for (const { hashes } of components) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
  expect([specVersion, metadata.component.name]).toEqual(['1.6', 'doublet']);
});

test('nothing else is in the folder', () => {
  const expected = [
    ...PAGES.map(({ file }) => file),
    'LICENSES.txt',
    'SHA256SUMS',
    'sbom.cdx.json',
    'sw.js',
    ...readdirSync(join(DIST, '../public')),
  ];
  expect(readdirSync(DIST).sort()).toEqual(expected.sort());
});

test('the checksums are those of the files, all of them', () => {
  const lines = read('SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ') as [string, string]);
  for (const [sum, file] of lines) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(DIST, file)))
        .digest('hex'),
      file,
    ).toBe(sum);
  }
  expect(lines.map(([, file]) => file)).toEqual(
    readdirSync(DIST)
      .filter((file) => file !== 'SHA256SUMS')
      .sort(),
  );
});
