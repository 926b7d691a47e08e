import { describe, expect, it } from 'vitest';
import { bytesText, counted, durationText, percentText, rulesText, valueText } from '../../../src/ui/words';

describe('numbers in words', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_951, '1.0 MB'],
    [441_000_000, '441.0 MB'],
    [4_400_000_000, '4.4 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

  it('has thousands separators and the right number of the noun', () => {
    expect(counted(1, 'asset')).toBe('1 asset');
    expect(counted(1096, 'asset')).toBe('1,096 assets');
    expect(percentText(75)).toBe('75.0 %');
  });

  it.each([
    [0.2, '1 s'],
    [75, '1 min 15 s'],
    [3700, '1 h 1 min'],
  ])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));
});

describe('fields and values in words', () => {
  it('joins fields as a sentence does', () => {
    expect(rulesText(['assetName', 'netbiosName', 'macAddress'])).toBe(
      'Asset name, NetBIOS name and MAC address',
    );
    expect(rulesText(['macAddress', 'dnsName'])).toBe('MAC address and DNS name');
  });

  it('writes a MAC address with colons, and nothing else', () => {
    expect(valueText('macAddress', '005056000002')).toBe('00:50:56:00:00:02');
    expect(valueText('assetName', '005056000002')).toBe('005056000002');
  });
});
