import { createRoot } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TABLE_COLUMN_IDS } from '../../../src/model/table';
import { rememberedMappings, rememberMapping } from '../../../src/ui/state/column-mappings';
import {
  forgetPrivatePreferences,
  isNumber,
  isText,
  readPreference,
  writePreference,
} from '../../../src/ui/state/preferences';
import { createTableLayout } from '../../../src/ui/state/table-layout';
import { fakeStorage } from './fake-storage';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a preference', () => {
  it('is read as it was written, and null forgets it', () => {
    const kept = fakeStorage();
    writePreference('panel', 480);
    expect(readPreference('panel', isNumber)).toBe(480);
    expect([...kept]).toEqual([['doublet.panel', '480']]);
    writePreference('panel', null);
    expect(kept.size).toBe(0);
  });

  it('is forgotten with all data where it tells of them; widths and theme stay', () => {
    const kept = fakeStorage({ 'doublet.redactionKey': '"00"', 'doublet.theme': '"dark"' });
    rememberMapping('Name|Serial', [null, null]);
    forgetPrivatePreferences();
    expect([...kept.keys()]).toEqual(['doublet.theme']);
  });

  it.each(['', '{', '"480"', 'null', '[480]', '1e999'])('is none where %j is stored', (text) => {
    fakeStorage({ 'doublet.panel': text });
    expect(readPreference('panel', isNumber)).toBeNull();
  });

  it('is none and fails nowhere where the storage refuses, or is absent', () => {
    fakeStorage({ 'doublet.theme': '"dark"' }, true);
    writePreference('theme', 'dark');
    expect(readPreference('theme', isText)).toBeNull();
    vi.stubGlobal('localStorage', undefined);
    writePreference('theme', 'dark');
    expect(readPreference('theme', isText)).toBeNull();
  });
});

describe('the layout of the table', () => {
  const layout = () => createRoot(() => createTableLayout());

  it('is kept between visits', () => {
    fakeStorage();
    const before = layout();
    before.resize('dnsName', 260);
    before.show('source', false);
    const after = layout();
    expect(after.width('dnsName')).toBe(260);
    expect(after.columns()).toEqual(TABLE_COLUMN_IDS.filter((id) => !after.hidden().has(id)));
    expect(after.hidden().has('source')).toBe(true);
  });

  it('holds widths within 48 and 800 px, and writes them once the dragging ends', () => {
    const kept = fakeStorage();
    const table = layout();
    table.resize('dnsName', 20, false);
    expect([table.width('dnsName'), kept.size]).toEqual([48, 0]);
    table.resize('dnsName', 5000);
    expect([table.width('dnsName'), kept.size]).toEqual([800, 1]);
  });

  it('never hides the last column', () => {
    fakeStorage();
    const table = layout();
    for (const id of TABLE_COLUMN_IDS) table.show(id, false);
    expect(table.columns()).toEqual([TABLE_COLUMN_IDS.at(-1)]);
  });

  it('takes nothing unreadable from the storage', () => {
    fakeStorage({ 'doublet.columns': '{"widths":{"dnsName":"wide","source":1e9},"hidden":["nowhere",3]}' });
    const kept = layout();
    fakeStorage();
    const fresh = layout();
    expect(kept.width('dnsName')).toBe(fresh.width('dnsName'));
    expect(kept.width('source')).toBe(800);
    expect(kept.hidden().has('assetId')).toBe(false);
  });

  it('is the first one again after a reset', () => {
    const kept = fakeStorage();
    const table = layout();
    const first = { columns: table.columns(), width: table.width('dnsName') };
    table.resize('dnsName', 300);
    table.show('dnsName', false);
    table.reset();
    expect({ columns: table.columns(), width: table.width('dnsName') }).toEqual(first);
    expect(kept.size).toBe(0);
  });
});

describe('the mapping of columns', () => {
  it('is remembered by the signature of the headers, the newest 50 of them', () => {
    fakeStorage();
    for (let number = 0; number < 60; number++) rememberMapping(`headers ${number}`, ['assetId', null]);
    rememberMapping('headers 20', ['assetName', null]);
    const known = rememberedMappings();
    expect(Object.keys(known)).toHaveLength(50);
    expect(known['headers 9']).toBeUndefined();
    expect(known['headers 20']).toEqual(['assetName', null]);
  });

  it('is forgotten where a field of it is unknown', () => {
    fakeStorage({ 'doublet.mappings': '{"a":["assetId"],"b":["nowhere"],"c":7}' });
    expect(Object.keys(rememberedMappings())).toEqual(['a']);
  });
});
