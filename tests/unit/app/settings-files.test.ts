import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '../../../src/detect/settings';
import { readSensorSettings } from '../../../src/features/sensor/settings';

const FOLDER = new URL('../../fixtures/settings/', import.meta.url);
const of = (kind: string) => readdirSync(FOLDER).filter((name) => name.startsWith(kind));
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

test.each(of('detection'))('detection settings of any released version are read whole: %s', (name) => {
  const file = JSON.parse(textOf(name));
  expect(readSettings(file)).toEqual(file);
  expect(() => readSettings({ ...file, version: 2 })).toThrow('this version of Doublet reads no other');
});

test.each(of('sensor'))('sensor settings of any released version are read whole: %s', (name) => {
  const file = JSON.parse(textOf(name));
  expect(readSensorSettings(textOf(name))).toEqual({ ok: true, value: file });
  expect(readSensorSettings(JSON.stringify({ ...file, version: 2 }))).toMatchObject({
    ok: false,
    trouble: { what: expect.stringContaining('Only version 1 of the settings can be read') },
  });
});
