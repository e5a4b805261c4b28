// The accounts of several inputs as one.
import type { Account } from './account.ts';
import { type PacketClass, packetClasses } from './classes.ts';

/** What the accounts of all inputs come to, as far as reports need it. */
export interface Total {
  /** By class; each at least 1, in the order of the classes. */
  readonly packets: ReadonlyMap<PacketClass, number>;
  readonly all: number;
  readonly cut: number;
  /** The most that is there of a packet that was cut, in bytes. */
  readonly cutLength: number;
  readonly cutMessages: number;
  readonly duplicates: number;
  readonly requestsOnly: number;
  readonly responsesOnly: number;
  /** The largest step that the clock of an input made backwards, microseconds; 0 when there was none. */
  readonly clockBackUs: number;
  /** Ports of TLS servers, those with most packets first. */
  readonly tlsPorts: readonly number[];
}

/** Adds up accounts. */
export function totalOf(accounts: readonly Account[]): Total {
  const sum = (of: (account: Account) => number | undefined): number =>
    accounts.reduce((total, account) => total + (of(account) ?? 0), 0);
  const largest = (of: (account: Account) => number | undefined): number =>
    accounts.reduce((most, account) => Math.max(most, of(account) ?? 0), 0);
  const packets = new Map(
    packetClasses
      .map((name) => [name, sum((account) => account.packets[name])] as const)
      .filter(([, count]) => count > 0),
  );
  return {
    packets,
    all: [...packets.values()].reduce((total, count) => total + count, 0),
    cut: sum(({ cut }) => cut?.packets),
    cutLength: largest(({ cut }) => cut?.length),
    cutMessages: sum(({ cutMessages }) => cutMessages),
    duplicates: sum(({ duplicates }) => duplicates),
    requestsOnly: sum(({ oneDirection }) => oneDirection?.requestsOnly),
    responsesOnly: sum(({ oneDirection }) => oneDirection?.responsesOnly),
    clockBackUs: largest(({ clockSteps }) => clockSteps?.largestUs),
    tlsPorts: portsOf(accounts),
  };
}

function portsOf(accounts: readonly Account[]): readonly number[] {
  const packets = new Map<number, number>();
  for (const { tlsPorts } of accounts) {
    for (const { port, packets: count } of tlsPorts ?? []) packets.set(port, (packets.get(port) ?? 0) + count);
  }
  return [...packets].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([port]) => port);
}
