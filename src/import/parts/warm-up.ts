import { encodeText } from '../../model/text';
import { readPart } from './read-part';

/**
 * Rounds of half a megabyte, and the time after which no other is begun. Browsers compile a loop well only once it
 * has run for long.
 */
const ROUNDS = 60;
const ENOUGH_MS = 1500;
const RECORDS = 300;

/**
 * Reads a made-up export over and over, so that the browser has compiled the scanner by the time that a person
 * has found a file: in Chromium the first 30 MB otherwise take as long as the next 100. Ends once `wanted`
 * elsewhere.
 */
export async function warmUp(wanted: () => boolean): Promise<void> {
  const bytes = sample();
  const blob = new Blob([bytes]);
  const opening = encodeText('{"assetId"');
  const start = performance.now();
  for (let round = 0; round < ROUNDS && performance.now() - start < ENOUGH_MS; round++) {
    const job = { blob, skipped: 0, from: 1, exact: round % 2 === 0, to: Number.POSITIVE_INFINITY };
    await readPart({ ...job, resumePoint: { levels: [0], opening } });
    // Reading a blob from memory need not let a message in.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (wanted()) return;
  }
}

function sample(): Uint8Array<ArrayBuffer> {
  const records = Array.from({ length: RECORDS }, (_, number) => JSON.stringify(record(number)));
  return Uint8Array.from(encodeText(`[${records.join(',\n')}]`));
}

function record(number: number) {
  const name = `host-${number % 997}`;
  const software = Array.from({ length: number % 12 }, (_, at) => ({
    id: number * 31 + at,
    discoveredName: `Package ${at} "${number}"`,
    installDate: '2026-01-14T09:21:00.000Z',
    version: null,
    lifecycle: { stage: 'GA', eolDate: null },
  }));
  return {
    assetId: 10_000_000 + number,
    assetName: name,
    dnsName: number % 3 === 0 ? '' : `${name}.corp.example`,
    netbiosName: number % 5 === 0 ? null : name.toUpperCase(),
    address: `10.${number % 7}.${number % 250}.9`,
    agentId: `0f9d3c52-7b1e-4a6f-8c2d-${String(number).padStart(12, '0')}`,
    lastModifiedDate: `2026-0${1 + (number % 9)}-13T10:25:42.000Z`,
    networkInterfaceListData: {
      networkInterface: [
        {
          hostname: name,
          addressIpV4: `10.${number % 7}.${number % 250}.9`,
          macAddress: `00:50:56:${10 + (number % 90)}:${10 + (number % 80)}:${10 + (number % 70)}`,
        },
      ],
    },
    inventoryListData: {
      inventory: [{ source: 'QAGENT', created: 1_760_264_742_000 + number, lastUpdated: 1_760_351_142_000 }],
    },
    operatingSystem: {
      osName: 'Ubuntu Linux',
      fullName: 'Canonical Ubuntu 22.04',
      category: 'Linux / Server',
    },
    softwareListData: { software },
    tagList: { tag: [{ tagId: 77, tagName: 'Cloud Agent' }] },
  };
}
