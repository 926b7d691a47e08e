// Requests of QPS (Asset Management and Tagging API v2): search, update, delete am/hostasset; uninstall am/asset.
import type { HandOverSettings } from '../types';

/** What stands in the place of the tag's number: no number, so that Qualys refuses the call. */
export const TAG_ID_MISSING = 'PUT-THE-ID-OF-THE-TAG-HERE';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<ServiceRequest>\n';
const END = '</ServiceRequest>\n';

/** Finds the tag, so that its number can be read off. POST …/qps/rest/2.0/search/am/tag */
export function findTagXml({ tagName }: HandOverSettings): string {
  const criterion = `    <Criteria field="name" operator="EQUALS">${escapeXml(tagName)}</Criteria>\n`;
  return `${HEAD}  <filters>\n${criterion}  </filters>\n${END}`;
}

/** Looks at the assets. POST …/qps/rest/2.0/search/am/hostasset */
export function lookXml(ids: readonly string[]): string {
  const preferences = `  <preferences>\n    <limitResults>${ids.length}</limitResults>\n  </preferences>\n`;
  return HEAD + preferences + filters(ids) + END;
}

/** Adds the tag to the assets. POST …/qps/rest/2.0/update/am/hostasset */
export function tagXml(ids: readonly string[], { tagId }: HandOverSettings): string {
  const tag = `<TagSimple><id>${tagId === '' ? TAG_ID_MISSING : tagId}</id></TagSimple>`;
  const data = `  <data>\n    <HostAsset>\n      <tags>\n        <add>${tag}</add>\n      </tags>\n    </HostAsset>\n  </data>\n`;
  return HEAD + filters(ids) + data + END;
}

/** Deletes the assets. POST …/qps/rest/2.0/delete/am/hostasset */
export function deleteXml(ids: readonly string[]): string {
  return HEAD + filters(ids) + END;
}

/** Uninstalls the assets' agents; the call in bulk wants the tag that Qualys gives to agents as well. */
export function uninstallXml(ids: readonly string[]): string {
  const agents = '    <Criteria field="tagName" operator="EQUALS">Cloud Agent</Criteria>\n';
  return HEAD + filters(ids, agents) + END;
}

function filters(ids: readonly string[], more = ''): string {
  return `  <filters>\n    <Criteria field="id" operator="IN">${ids.join(',')}</Criteria>\n${more}  </filters>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML text or as a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
