/// <reference path="../../../../src/report/html/report-viewer.d.ts" />
import { createHash } from 'node:crypto';
import { script, scriptHash, style, styleHash } from 'virtual:report-viewer';
import { expect, it } from 'vitest';

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

it('is one script and one style sheet with the hashes of what they are', () => {
  expect(script.length).toBeGreaterThan(20);
  expect(scriptHash).toBe(sha256(script));
  expect(styleHash).toBe(sha256(style));
  expect(script + style).not.toMatch(/<\/script|<\/style|<!--|https?:|@import|url\(/i);
});
