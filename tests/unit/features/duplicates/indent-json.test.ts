import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indentJson } from '../../../../src/features/duplicates/engine/indent-json';

test('indents as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 1, 3), (json, spaces) => {
      const written = JSON.stringify(JSON.parse(json), null, spaces);
      expect(indentJson(written)).toBe(JSON.stringify(JSON.parse(json), null, 2));
    }),
  );
});

test('changes no number and drops no repeated key', () => {
  expect(indentJson('{"id":9007199254740993,"id":1.0}')).toBe('{\n  "id": 9007199254740993,\n  "id": 1.0\n}');
});

test('goes as far as a text that is cut off goes', () => {
  expect(indentJson('{"a":[1,{"b":"c,d')).toBe('{\n  "a": [\n    1,\n    {\n      "b": "c,d');
});
