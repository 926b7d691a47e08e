import type { Blocks } from '../../../../src/report/html/blocks';

/** Reads the blocks as a browser's parser finds them: a script ends at the first `</script`. */
export function blocksOf(html: string): Blocks {
  const scripts = [...html.matchAll(/<script type="application\/json" class="(\w+)">(.*?)<\/script/gis)];
  const joined = (name: string) =>
    scripts.filter(([, of]) => of === name).flatMap(([, , json]) => JSON.parse(json!) as never[]);
  return {
    facts: joined('facts')[0]!,
    groups: joined('groups'),
    assets: joined('assets'),
    rows: joined('rows'),
    matches: joined('matches'),
  };
}
