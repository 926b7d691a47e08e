import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../src/report/csv';

const present = spawnSync('soffice', ['--version']).status === 0;
const skipped = !present && process.env['CI'] === undefined;

const ATTACKS = ['=1+1', '\u0007=1+1', ';=1+1', 'a;=1+1', '\t=1+1', 'a|=1+1', '\u200b=1+1', 'a\n=1+1'];

describe.skipIf(skipped)('a CSV file as LibreOffice reads it', () => {
  /** Both files as LibreOffice splits them at the separator, with "evaluate formulas" on. */
  const converted = (separator: string, files: Readonly<Record<string, string>>): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'doublet-csv-'));
    try {
      const names = Object.keys(files);
      for (const name of names) writeFileSync(join(folder, `${name}.csv`), files[name]!);
      // Separator, quote and UTF-8 by number, from line 1; the thirteenth is "evaluate formulas".
      const filter = `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,0,true`;
      const { stderr } = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          `--infilter=${filter}`,
          '--convert-to',
          'fods',
          '--outdir',
          folder,
          ...names.map((name) => join(folder, `${name}.csv`)),
        ],
        { encoding: 'utf8' },
      );
      return names.map((name) => {
        try {
          return readFileSync(join(folder, `${name}.fods`), 'utf8');
        } catch {
          throw new Error(`LibreOffice wrote no ${name}: ${stderr}`);
        }
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each([[','], [';']])(
    'has no formula where it splits at %j, unlike the same text unguarded',
    (separator) => {
      const guarded = ATTACKS.map((text) => `x,${csvCell(text)}\r\n`).join('');
      const [control, ours] = converted(separator, { control: `x${separator}=1+1\r\n`, ours: guarded });
      expect(control).toContain('table:formula');
      expect(ours).toContain('x');
      expect(ours).not.toContain('table:formula');
    },
  );
});
