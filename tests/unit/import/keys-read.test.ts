import { describe, expect, it } from 'vitest';
import { importSources } from '../../../src/import/import';
import { UNWATCHED } from '../../../src/model/progress';

async function read(...texts: string[]) {
  const sources = texts.map((text, at) => ({ name: `file-${at}`, blob: new Blob([text]) }));
  const result = await importSources(sources, { origin: 'files' }, null, UNWATCHED);
  if (result.kind !== 'dataset') throw new Error('A mapping was asked for');
  const { files, notices = [] } = result.dataset.header;
  return { keys: files.map((file) => file.keys), said: notices.map(({ what }) => what).join('\n') };
}

const ASSET = {
  assetId: 1,
  assetName: 'a',
  softwareListData: { software: [{ name: 'x' }] },
  networkInterfaceListData: {
    networkInterface: [{ macAddress: '02:16:3e:10:00:11', netmask: '255.0.0.0', gatewayAddress: null }],
  },
  operatingSystem: 'Debian',
  wired: { mac: '02:16:3e:10:00:12' },
};
const READ = [
  'assetId',
  'assetName',
  'networkInterfaceListData.networkInterface.macAddress',
  'operatingSystem',
];
const LEFT_OUT = [
  'networkInterfaceListData.networkInterface.gatewayAddress',
  'networkInterfaceListData.networkInterface.netmask',
  'softwareListData',
  'wired',
];

describe('the keys of records', () => {
  const texts: Record<string, string> = {
    'a list': JSON.stringify([ASSET, ASSET]),
    'a response': JSON.stringify({ responseCode: 'SUCCESS', hasMore: 0, assetListData: { asset: [ASSET] } }),
    'lines of a log': `${JSON.stringify({ message: JSON.stringify(ASSET) })}\n`.repeat(3),
    'Python text': JSON.stringify([ASSET]).replaceAll('"', "'").replaceAll('null', 'None'),
    'a cell of a table': `n,raw\n${`1,"${JSON.stringify(ASSET).replaceAll('"', '""')}"\n`.repeat(3)}`,
  };
  it.each(Object.entries(texts))('are told, read or left out, for %s', async (_, text) => {
    const { keys } = await read(text);
    expect(keys).toEqual([{ read: READ, leftOut: LEFT_OUT }]);
  });

  it('are told for XML', async () => {
    const xml =
      '<ServiceResponse><data><HostAsset><id>1</id><name>a</name><os>Debian</os><cpu>2</cpu><tags><list><TagSimple><id>3</id><name>t</name></TagSimple></list></tags></HostAsset></data></ServiceResponse>';
    const { keys } = await read(xml);
    expect(keys).toEqual([
      { read: ['id', 'name', 'os', 'tags.list.TagSimple.name'], leftOut: ['cpu', 'tags.list.TagSimple.id'] },
    ]);
  });

  it('are told for each file, and for a table its columns in their place', async () => {
    const { keys } = await read(
      JSON.stringify([{ assetId: 1, assetName: 'a', owner: 'x' }]),
      'Asset ID,Asset Name\n2,b\n3,c\n',
    );
    expect(keys).toEqual([{ read: ['assetId', 'assetName'], leftOut: ['owner'] }, undefined]);
  });

  it('that were left out and may hold what a rule lacks are named beside it', async () => {
    const networkInterface = [{ wifiMac: '02:16:3e:10:00:11', gatewayMac: '02:16:3e:10:00:12' }];
    const { said } = await read(JSON.stringify([{ assetId: 1, assetName: 'a', networkInterface }]));
    expect(said).toContain(
      'No MAC address in the only asset: that rule could not look. “networkInterface.wifiMac” was left out, and may hold one.',
    );
  });

  it('that a rule does not compare are named where its own are missing', async () => {
    const networkInterface = [{ macAddress: '02:16:3e:10:00:11', addressIpV4: '10.0.0.1' }];
    const record = { assetId: 1, assetName: 'a', fqdn: 'a.example.com', networkInterface };
    const { said } = await read(JSON.stringify([record]));
    expect(said).toContain(
      'No DNS name in the only asset: that rule could not look. Full host names are there',
    );
    expect(said).toContain('No IP address in the only asset: that rule could not look. Those of interfaces');
  });
});
