import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOf, RaggedListBuilder } from '../../../src/arrays/ragged-list';

test('lists drop repeats of one owner and keep the order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 40 })), (owners) => {
      const builder = new RaggedListBuilder(owners.length);
      for (const ids of owners) {
        for (const id of ids) builder.add(id);
        builder.close();
      }
      const lists = builder.finish();
      owners.forEach((ids, owner) => {
        expect([...listOf(lists, owner)]).toEqual([...new Set(ids)]);
      });
    }),
  );
});
