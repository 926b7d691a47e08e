import type { GatewayEstimate } from '../types';

/** How many calls a fetch takes, and the least time under the limit. */
export function estimateText(estimate: GatewayEstimate): string {
  const { assets, calls, milliseconds, callsPerWindow, windowMilliseconds } = estimate;
  const limit = `${figure(callsPerWindow)} ${plural(callsPerWindow, 'call')} in ${timeText(windowMilliseconds)}`;
  const time =
    milliseconds === 0
      ? `They fit into the limit of ${limit}, so nothing has to be waited for.`
      : `With the limit of ${limit} that takes at least ${timeText(milliseconds)}.`;
  return `${figure(assets)} ${plural(assets, 'asset')} will be fetched with ${figure(calls)} ${plural(calls, 'call')}. ${time}`;
}

function timeText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes <= 90) return `${minutes} ${plural(minutes, 'minute')}`;
  return `${(milliseconds / 3_600_000).toFixed(1)} hours`;
}

function figure(count: number): string {
  return count.toLocaleString('en-US');
}

function plural(count: number, one: string): string {
  return count === 1 ? one : `${one}s`;
}
