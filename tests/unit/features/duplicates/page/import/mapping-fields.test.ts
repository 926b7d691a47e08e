import { describe, expect, it } from 'vitest';
import {
  doubleFields,
  FIELD_GROUPS,
  findingFields,
  mappingLabel,
} from '../../../../../../src/features/duplicates/page/import/mapping-fields';
import { FIELD_IDS } from '../../../../../../src/model/field';

describe('the fields that a column may be read as', () => {
  it('stand in one group each', () => {
    expect(FIELD_GROUPS.flatMap(({ fields }) => fields).sort()).toEqual([...FIELD_IDS].sort());
  });

  it('have one last activity', () => {
    expect(FIELD_IDS.filter((field) => mappingLabel(field) === 'Last activity')).toEqual(['lastModified']);
  });

  it('are counted where they find duplicates', () => {
    expect(findingFields([null, 'assetId', 'macAddresses', 'macAddresses', 'address'])).toBe(2);
    expect(findingFields(['assetId', 'operatingSystem'])).toBe(0);
  });

  it('are told where several columns fill a field of one value', () => {
    expect(doubleFields(['assetName', 'assetName', 'macAddresses', 'macAddresses', null, null])).toEqual([
      'assetName',
    ]);
  });
});
