// Endpoints of a recording become the hosts of a flow script: with names that say who they are, and addresses from the
// ranges for documentation, so that two recordings of the same scenario have the same hosts.
import type { Flow, Sighting, Transaction } from '../flow/model.ts';
import type { Endpoint, Transport } from '../stream/arrival.ts';

/** A host of the script. */
export interface CastHost {
  readonly name: string;
  /** `192.0.2.1`, `2001:db8::1`: without brackets. */
  readonly ip: string;
  readonly port: number;
  /** Passes requests on. */
  readonly proxy: boolean;
  readonly recordRoute: boolean;
}

/** Everybody who takes part. */
export interface Cast {
  /** By name. */
  readonly hosts: readonly CastHost[];
  /** Pairs of names that speak over a connection, and how. */
  readonly connections: readonly { readonly a: string; readonly b: string; readonly transport: Transport }[];
  /** Undefined for who takes no part. */
  hostOf(endpoint: Endpoint, transport: Transport): CastHost | undefined;
  /** The host with this address as it was recorded; with a port where several share the address. */
  atAddress(ip: string, port: string): CastHost | undefined;
}

/** What is known of a host before it has a name. */
interface Role {
  readonly key: string;
  readonly fromUsers: Set<string>;
  readonly toUsers: Set<string>;
  registers: boolean;
  proxy: boolean;
  recordRoute: boolean;
}

/** From here on ports are given out by the system: that of a client over TCP says nothing about it. */
const EPHEMERAL = 32_768;
const RESERVED: ReadonlySet<string> = new Set([
  'again',
  'call',
  'captured',
  'duplicate',
  'end',
  'expect',
  'other',
  'proxy-host',
  'transport',
]);
const MAX_NAME = 24;

/** Gives everybody a name and an address. */
export function castOf(flows: readonly Flow[]): Cast {
  const roles = new Map<string, Role>();
  const merged = mergedKeys(flows);
  const keyOf = (endpoint: Endpoint, transport: Transport): string => {
    const key = rawKey(endpoint, transport);
    return merged.get(key) ?? key;
  };
  const roleOf = (endpoint: Endpoint, transport: Transport): Role => {
    const key = keyOf(endpoint, transport);
    const known = roles.get(key);
    if (known) return known;
    const role = {
      key,
      fromUsers: new Set<string>(),
      toUsers: new Set<string>(),
      registers: false,
      proxy: false,
      recordRoute: false,
    };
    roles.set(key, role);
    return role;
  };
  for (const flow of flows) {
    for (const transaction of flow.transactions) learn(transaction, roleOf);
    for (const { source, destination, transport } of flow.sightings) {
      roleOf(source, transport);
      roleOf(destination, transport);
    }
  }
  const named = nameAll([...roles.values()]);
  const hosts = new Map(named.map(([role, name], index) => [role.key, hostFor(role, name, index)]));
  const hostOf: Cast['hostOf'] = (endpoint, transport) => hosts.get(keyOf(endpoint, transport));
  return {
    hosts: [...hosts.values()],
    connections: connectionsIn(flows, hostOf),
    hostOf,
    atAddress: addressBook(hosts),
  };
}

/** A datagram comes from where its sender listens; a connection comes from anywhere. */
function rawKey(endpoint: Endpoint, transport: Transport): string {
  if (transport === 'udp' || transport === 'sctp') return endpoint;
  const colon = endpoint.lastIndexOf(':');
  return Number(endpoint.slice(colon + 1)) >= EPHEMERAL ? `${endpoint.slice(0, colon)}:*` : endpoint;
}

/** A client's connections belong to the one host at its address, unless it speaks to that one. */
function mergedKeys(flows: readonly Flow[]): ReadonlyMap<string, string> {
  const listening = new Map<string, Set<string>>();
  const peers = new Map<string, Set<string>>();
  for (const { sightings } of flows) {
    for (const { source, destination, transport } of sightings) {
      const [a, b] = [rawKey(source, transport), rawKey(destination, transport)];
      for (const [key, peer] of [
        [a, b],
        [b, a],
      ] as const) {
        if (key.endsWith(':*')) peers.set(key, (peers.get(key) ?? new Set()).add(peer));
        else {
          const ip = ipOf(key);
          listening.set(ip, (listening.get(ip) ?? new Set()).add(key));
        }
      }
    }
  }
  const merged = new Map<string, string>();
  for (const [key, others] of peers) {
    const [only, second] = listening.get(ipOf(key)) ?? [];
    if (only !== undefined && second === undefined && !others.has(only)) merged.set(key, only);
  }
  return merged;
}

function ipOf(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

function learn(transaction: Transaction, roleOf: (endpoint: Endpoint, transport: Transport) => Role): void {
  const { method, client, server, transport, previousHop, nextHops } = transaction;
  const [asClient, asServer] = [roleOf(client, transport), roleOf(server, transport)];
  const request = transaction.requests[0];
  if (previousHop) {
    asClient.proxy = true;
    if (recordsRoute(request, previousHop.requests[0])) asClient.recordRoute = true;
  }
  // Who speaks inside a dialog was named when it began.
  if (!request || method === 'ACK' || method === 'CANCEL') return;
  if (request.message.toTag !== '' && method !== 'REGISTER' && method !== 'PUBLISH') return;
  if (!previousHop) asClient.fromUsers.add(userOf(request, 'from'));
  if (nextHops.length > 0) return;
  if (method === 'REGISTER') asServer.registers = true;
  else asServer.toUsers.add(userOf(request, 'to'));
}

function recordsRoute(request: Sighting | undefined, before: Sighting | undefined): boolean {
  const count = (sighting: Sighting | undefined): number => sighting?.message.headers('record-route').length ?? 0;
  return count(request) > count(before);
}

function userOf({ message }: Sighting, header: 'from' | 'to'): string {
  const uri = message[header]?.uri;
  return uri?.kind === 'sip' ? uri.user : uri?.kind === 'tel' ? uri.number : '';
}

/** Names, sorted: the order in which flows were seen says nothing. */
function nameAll(roles: readonly Role[]): readonly (readonly [Role, string])[] {
  const taken = new Map<string, number>();
  return roles
    .map((role) => {
      const wanted = wordFor(role);
      const count = (taken.get(wanted) ?? 0) + 1;
      taken.set(wanted, count);
      return [role, count === 1 ? wanted : `${wanted}-${count}`] as const;
    })
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}

function wordFor({ proxy, fromUsers, toUsers, registers }: Role): string {
  if (proxy) return 'proxy';
  const [user = ''] = fromUsers;
  if (fromUsers.size > 0) return fromUsers.size === 1 ? nameFrom(user, 'client') : 'client';
  const [callee = ''] = toUsers;
  if (registers) return toUsers.size === 0 ? 'registrar' : 'server';
  if (toUsers.size > 0) return toUsers.size === 1 ? nameFrom(callee, 'server') : 'server';
  return 'host';
}

function nameFrom(user: string, otherwise: string): string {
  const name = user
    .slice(0, MAX_NAME)
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (name === '') return otherwise;
  return RESERVED.has(name) || name === 'proxy' ? `${name}-host` : name;
}

function hostFor({ key, proxy, recordRoute }: Role, name: string, index: number): CastHost {
  const number = (index % 253) + 1;
  const ip = key.startsWith('[') ? `2001:db8::${number.toString(16)}` : `192.0.2.${number}`;
  return { name, ip, port: 5060 + Math.floor(index / 253), proxy, recordRoute };
}

function connectionsIn(flows: readonly Flow[], hostOf: Cast['hostOf']): Cast['connections'] {
  const pairs = new Map<string, Cast['connections'][number]>();
  for (const { sightings } of flows) {
    for (const { source, destination, transport } of sightings) {
      if (transport === 'udp') continue;
      const names = [hostOf(source, transport)?.name ?? '', hostOf(destination, transport)?.name ?? ''].sort();
      const [a = '', b = ''] = names;
      if (!pairs.has(names.join(' '))) pairs.set(names.join(' '), { a, b, transport });
    }
  }
  return [...pairs.values()].sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
}

function addressBook(hosts: ReadonlyMap<string, CastHost>): Cast['atAddress'] {
  const exact = new Map<string, CastHost>();
  const byIp = new Map<string, CastHost>();
  for (const [key, host] of [...hosts].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))) {
    const ip = ipOf(key).replace(/^\[|\]$/g, '');
    exact.set(`${ip} ${key.slice(key.lastIndexOf(':') + 1)}`, host);
    if (!byIp.has(ip)) byIp.set(ip, host);
  }
  return (ip, port) => exact.get(`${ip} ${port === '' ? '5060' : port}`) ?? byIp.get(ip);
}
