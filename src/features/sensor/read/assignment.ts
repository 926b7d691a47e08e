import type { IpAddress } from '../../../identifiers/ip-address';
import type { AddressRange, SensorSettings } from '../types/settings';
import type { Networks } from './networks';
import { RangeList } from './range-list';

export const HOUR = 3_600_000;

/** How an address is given out in a network. */
export interface Assignment {
  readonly assignment: 'static' | 'dynamic';
  /** Milliseconds that two reports may lie apart; infinite for static: no time condition. */
  readonly window: number;
  /** The range that says so; `null` for an address in no range, which counts as dynamic (ours). */
  readonly range: string | null;
  /** Whether the window is a lease period, rather than the inactivity period. */
  readonly lease: boolean;
}

/** Looks up how addresses are given out, by the ranges of the settings. */
export class Assignments {
  private readonly ranges: RangeList<AddressRange>;

  constructor(
    private readonly settings: SensorSettings,
    private readonly networks: Networks,
  ) {
    this.ranges = new RangeList(settings.ranges.map((range) => [range.range, range]));
  }

  /**
   * A static range wins over every dynamic one. Of several dynamic ranges the narrowest with a known lease
   * period gives the window (ours), and without any the IP inactivity period.
   */
  at(ip: IpAddress, network: number): Assignment {
    const inactivity = this.settings.ipInactivityHours * HOUR;
    const found =
      this.ranges.size === 0 ? [] : this.ranges.at(ip).filter((range) => this.holds(range, network));
    const fixed = found.find((range) => range.assignment === 'static');
    if (fixed) {
      return { assignment: 'static', window: Number.POSITIVE_INFINITY, range: fixed.range, lease: false };
    }
    const leased = found.find((range) => typeof range.leaseHours === 'number');
    if (leased) {
      return {
        assignment: 'dynamic',
        window: leased.leaseHours! * HOUR,
        range: leased.range,
        lease: true,
      };
    }
    return { assignment: 'dynamic', window: inactivity, range: found[0]?.range ?? null, lease: false };
  }

  /** Whether any range, of whatever network, holds the address. */
  covers(ip: IpAddress): boolean {
    return this.ranges.at(ip).length > 0;
  }

  private holds(range: AddressRange, network: number): boolean {
    const name = range.network?.trim();
    return !this.settings.networkFeature || !name || this.networks.named(name) === network;
  }
}
