import { For, Show } from 'solid-js';
import type { OpenResult } from '../../../../client/api';
import type { DatasetHeader } from '../../../../model/dataset';
import { FIELDS, type FieldId } from '../../../../model/field';
import { Icon } from '../../../../ui/parts/icon';
import { ScrollTable } from '../../../../ui/parts/scroll-table';
import { bytesText, counted, countText } from '../../../../ui/words';
import { isIncomplete } from '../../../../wording/dataset-notices';
import { ColumnsRead } from './columns-read';

const FIRST_SHOWN = 200;

/** The import's balance, its files, and every record and value that could not be read. */
export function WhatWasRead(props: { result: OpenResult }) {
  const header = () => props.result.header;
  const balance = () => header().balance;
  const unreadable = () => Object.entries(header().unreadable) as [FieldId, number][];
  return (
    <details class="read" open={balance().skipped > 0 || isIncomplete(header())}>
      <summary>
        <Icon name="right" />
        <h2>What was read</h2>
        <span class="read-sum">
          {counted(balance().records, 'record')} = {counted(balance().assets, 'asset')} +{' '}
          {countText(balance().repeated)} repeated + {countText(balance().skipped)} skipped
        </span>
      </summary>
      <ScrollTable label="Files that were read">
        <table class="plain stacked">
          <thead>
            <tr>
              <th>File</th>
              <th>Format</th>
              <th class="number">Size</th>
              <th class="number">Records</th>
            </tr>
          </thead>
          <tbody>
            <For each={header().files}>
              {(file) => (
                <tr>
                  <td data-label="File">{file.name}</td>
                  <td data-label="Format">{file.format}</td>
                  <td class="number" data-label="Size">
                    {bytesText(file.bytes)}
                  </td>
                  <td class="number" data-label="Records">
                    {countText(file.records)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
      <ColumnsRead header={header()} />
      <Show when={(header().withoutId ?? 0) > 0}>
        <p>
          {counted(header().withoutId ?? 0, 'record')} had no asset ID; each is listed as # and its number.
        </p>
      </Show>
      <Show when={balance().repeated > 0}>
        <p>
          {counted(balance().repeated, 'record')} had the asset ID of an earlier one, or was of the same host.
          Of one ID the newer record stands, by the records’ own times.
        </p>
      </Show>
      <Show when={balance().skipped > 0}>
        <Skipped header={header()} />
      </Show>
      <Show when={unreadable().length > 0}>
        <h3>Values that could not be read</h3>
        <p>
          Their assets were kept without them:{' '}
          {unreadable()
            .map(([field, count]) => `${countText(count)} in ${FIELDS[field].label}`)
            .join(', ')}
          .
        </p>
      </Show>
    </details>
  );
}

function Skipped(props: { header: DatasetHeader }) {
  return (
    <>
      <h3>Skipped records</h3>
      <ScrollTable label="Skipped records">
        <table class="plain stacked">
          <thead>
            <tr>
              <th>File</th>
              <th class="number">Record</th>
              <th class="number">Byte</th>
              <th>Reason</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.header.skipped.slice(0, FIRST_SHOWN)}>
              {(record) => (
                <tr>
                  <td data-label="File">{record.file}</td>
                  <td class="number" data-label="Record">
                    {countText(record.record)}
                  </td>
                  <td class="number" data-label="Byte">
                    {record.byte < 0 ? '–' : countText(record.byte)}
                  </td>
                  <td data-label="Reason">{record.reason}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollTable>
      <Show when={props.header.balance.skipped > FIRST_SHOWN}>
        <p class="section-note">
          The first {FIRST_SHOWN} of {countText(props.header.balance.skipped)}; the JSON results list up to
          1,000.
        </p>
      </Show>
    </>
  );
}
