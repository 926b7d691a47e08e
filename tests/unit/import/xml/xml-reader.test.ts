import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from '../../../../src/import/builder';
import { newDialects } from '../../../../src/import/formats/new-dialects';
import { XmlReader } from '../../../../src/import/xml/xml-reader';
import type { Dataset } from '../../../../src/model/dataset';
import { encode, plainAssets } from '../read-json';

function readXml(xml: string, chunk = 65536): { dataset: Dataset; shape: XmlReader['shape'] } {
  const bytes = encode(xml);
  const builder = new DatasetBuilder({ id: 'id', name: 'name', origin: 'files', importedAt: 0, base: null });
  builder.openFile('a.xml', bytes.length);
  const reader = new XmlReader('a.xml', builder, newDialects());
  for (let at = 0; at < bytes.length; at += chunk) reader.feed(bytes.slice(at, at + chunk));
  reader.finish();
  builder.closeFile('XML');
  return { dataset: builder.seal(), shape: reader.shape };
}

/** A host as a test has it, and what must come of it; written out without looking at how the reader does it. */
interface Host {
  readonly id: number;
  readonly ip: string;
  readonly dns: string;
  readonly netbios: string;
  readonly tags: readonly string[];
}

const words = fc.constantFrom('web01', 'a&b', '<x>', '"q"', "it's", 'Ü😀', 'a]]b', '&amp;', 'x'.repeat(300));
const host: fc.Arbitrary<Host> = fc.record({
  id: fc.nat(),
  ip: fc.constantFrom('10.0.0.1', '10.0.0.2', ''),
  dns: words,
  netbios: words,
  tags: fc.uniqueArray(fc.constantFrom('Prod', 'Web', 'R&D'), { maxLength: 3 }),
});

interface Style {
  readonly cdata: boolean;
  readonly space: string;
  readonly numeric: boolean;
  readonly prefix: string;
  readonly extra: string;
}

/** Ways to write the same thing. */
const style: fc.Arbitrary<Style> = fc.record({
  cdata: fc.boolean(),
  space: fc.constantFrom('', '\n', '\r\n  '),
  numeric: fc.boolean(),
  prefix: fc.constantFrom('', 'q:'),
  extra: fc.constantFrom(
    '',
    '<!-- <HOST> -->',
    '<?pi <x?>',
    '<RESULTS><![CDATA[</HOST><HOST>]]></RESULTS>',
    '<EMPTY a="1>2"/>',
    '<LIST><A><B>x</B></A></LIST>',
  ),
});
function write(text: string, { cdata, numeric }: Style): string {
  if (cdata) return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  if (numeric)
    return Array.from(text, (character) => `&#x${character.codePointAt(0)!.toString(16)};`).join('');
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function writeHost({ id, ip, dns, netbios, tags }: Host, style: Style): string {
  const { space, prefix, extra } = style;
  const element = (name: string, inner: string) => `<${prefix}${name}>${inner}</${prefix}${name}>${space}`;
  const list = tags.map((tag) => element('TAG', element('TAG_ID', '7') + element('NAME', write(tag, style))));
  return element(
    'HOST',
    `${space}${element('ID', '5')}${element('ASSET_ID', String(id))}${extra}${element('IP', ip)}` +
      `${element('DNS', write(dns, style))}${element('NETBIOS', write(netbios, style))}${element('TAGS', list.join(space))}`,
  );
}

const wrap = (hosts: string) =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE HOST_LIST_OUTPUT SYSTEM "https://x.example/host_list_output.dtd">` +
  `<HOST_LIST_OUTPUT><RESPONSE><DATETIME>2026-11-01T00:00:00Z</DATETIME><HOST_LIST>${hosts}</HOST_LIST></RESPONSE></HOST_LIST_OUTPUT>\n`;

function expected({ id, ip, dns, netbios, tags }: Host) {
  return {
    assetId: String(id),
    qwebHostId: '5',
    ...(ip === '' ? {} : { address: ip }),
    dnsName: dns,
    netbiosName: netbios,
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
  };
}

const hosts = fc.uniqueArray(host, { maxLength: 6, selector: ({ id }) => id });

describe('hosts in XML', () => {
  it('come to the same, however they are written and cut into chunks, in one document or several', () => {
    fc.assert(
      fc.property(hosts, hosts, style, fc.integer({ min: 1, max: 200 }), (first, second, way, chunk) => {
        const others = second.filter(({ id }) => !first.some((one) => one.id === id));
        const xml = [first, others]
          .map((list) => wrap(list.map((one) => writeHost(one, way)).join('')))
          .join('');
        const { dataset } = readXml(xml, chunk);
        expect(plainAssets(dataset)).toEqual([...first, ...others].map(expected));
        expect(dataset.header.skipped).toEqual([]);
        expect(dataset.header.unfinished).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });

  it('tell exactly the one that was spoiled', () => {
    const spoil = fc.constantFrom<(xml: string) => string>(
      (xml) => xml.replace('</DNS>', '</DN>'),
      (xml) => xml.replace('<NETBIOS>', '<NETBIOS'),
      (xml) => xml.replace('</IP>', ''),
      (xml) => xml.replace('</HOST>', ''),
      (xml) => xml.replace('<DNS>', '<DNS>&other;'),
      (xml) => xml.replace('<DNS>', '<DNS>\u0001'),
      (xml) => xml.replace('<HOST>', '<HO>'),
      (xml) => xml.replace('<DNS>', '<DNS><![CDATA['),
      (xml) => xml.replace('<DNS>', '<DNS><'),
    );
    const many = fc.uniqueArray(host, { minLength: 3, maxLength: 6, selector: ({ id }) => id });
    const plain = style.map((way) => ({ ...way, prefix: '', extra: '', cdata: true }));
    fc.assert(
      fc.property(
        many,
        plain,
        fc.nat(),
        spoil,
        fc.integer({ min: 1, max: 200 }),
        (list, way, at, broken, chunk) => {
          const place = at % list.length;
          const texts = list.map((one, i) =>
            i === place ? broken(writeHost(one, way)) : writeHost(one, way),
          );
          const { dataset } = readXml(wrap(texts.join('')), chunk);
          expect(plainAssets(dataset)).toEqual(list.filter((_, i) => i !== place).map(expected));
          expect(dataset.header.balance.skipped).toBe(1);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('of a file that was cut are kept up to the cut, which is told', () => {
    const xml = wrap('<HOST><ASSET_ID>1</ASSET_ID></HOST><HOST><ASSET_ID>2</ASSET_ID></HOST>');
    const { dataset } = readXml(xml.slice(0, xml.lastIndexOf('</HOST>')));
    expect(plainAssets(dataset)).toEqual([{ assetId: '1' }]);
    expect(dataset.header.unfinished?.reason).toBe('The file ends inside this record.');
  });
});

describe('what else stands in XML', () => {
  it('a document type with entities of its own is refused', () => {
    const xml =
      '<!DOCTYPE HOST_LIST [<!ENTITY a "aaaa">]><HOST_LIST><HOST><ASSET_ID>1</ASSET_ID></HOST></HOST_LIST>';
    expect(() => readXml(xml)).toThrow('declares entities of its own');
  });

  it('a warning that further hosts follow is noted, and a list without one is the last', () => {
    const warning = '<WARNING><CODE>1980</CODE><TEXT>1000 record limit exceeded</TEXT><URL>x</URL></WARNING>';
    const first = wrap('<HOST><ASSET_ID>1</ASSET_ID></HOST>').replace('</RESPONSE>', `${warning}</RESPONSE>`);
    expect(readXml(first).shape.responses).toMatchObject({ further: 1, last: 0, failed: 0 });
    const both = first + wrap('<HOST><ASSET_ID>2</ASSET_ID></HOST>');
    expect(readXml(both).shape.responses).toMatchObject({ further: 1, last: 1, failed: 0 });
  });

  it('QPS host assets have their interfaces, tags and dates', () => {
    const xml = `<ServiceResponse><responseCode>SUCCESS</responseCode><count>1</count><hasMoreRecords>true</hasMoreRecords><data>
      <HostAsset><id>7</id><name>web</name><dnsHostName>web.example</dnsHostName><created>2026-01-02T03:04:05Z</created>
      <tags><list><TagSimple><id>1</id><name>Prod</name></TagSimple></list></tags>
      <agentInfo><agentId>a-1</agentId></agentInfo><networkInterface><list>
      <HostAssetInterface><macAddress>00:50:56:aa:bb:01</macAddress><address>10.0.0.1</address></HostAssetInterface>
      <HostAssetInterface><macAddress>00:50:56:aa:bb:02</macAddress></HostAssetInterface></list></networkInterface>
      </HostAsset></data></ServiceResponse>`;
    const { dataset, shape } = readXml(xml);
    expect(plainAssets(dataset)).toEqual([
      {
        assetId: '7',
        assetName: 'web',
        dnsName: 'web.example',
        created: Date.UTC(2026, 0, 2, 3, 4, 5),
        tags: ['Prod'],
        agentId: 'a-1',
        macAddresses: ['005056aabb01', '005056aabb02'],
        interfaceAddresses: ['10.0.0.1'],
      },
    ]);
    expect(shape.responses).toMatchObject({ further: 1, last: 0 });
    expect(shape.dialects).toEqual(['qps']);
  });
});
