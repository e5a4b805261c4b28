// Methods, timers, headers, Q.850 causes, Warning codes and Reason protocols: complete and consistent.
import { describe, expect, test } from 'vitest';
import { type EventPackageEntry, eventPackages } from '../../src/knowledge/event-packages.ts';
import { type HeaderPlace, headerPlaces } from '../../src/knowledge/header-places.ts';
import { headerEntry, headers } from '../../src/knowledge/headers.ts';
import { isMethod, methods, type MethodEntry } from '../../src/knowledge/methods.ts';
import { optionTags } from '../../src/knowledge/option-tags.ts';
import { causeEntry, q850Causes, STATUS_OF_OTHER_CAUSES, type CauseEntry } from '../../src/knowledge/q850.ts';
import { reasonProtocolEntry, reasonProtocols } from '../../src/knowledge/reason-protocols.ts';
import { isRegistered } from '../../src/knowledge/status-codes.ts';
import { type TimerEntry, timerTopics } from '../../src/knowledge/timer-topics.ts';
import * as timers from '../../src/knowledge/timers.ts';
import { type WordEntry, words } from '../../src/knowledge/words.ts';
import { warningEntry, warnings, type WarningEntry } from '../../src/knowledge/warnings.ts';

const SENTENCE = /^[A-Z](?!.*\s\s)[^{}]*\.$/;
const RFC_SECTION = /^RFC \d{4} §\d+(\.\d+)*$/;

describe('methods', () => {
  test('are the 14 of the registry', () => {
    expect(Object.keys(methods).sort()).toEqual(
      'ACK BYE CANCEL INFO INVITE MESSAGE NOTIFY OPTIONS PRACK PUBLISH REFER REGISTER SUBSCRIBE UPDATE'.split(' '),
    );
  });

  test.each(Object.entries<MethodEntry>(methods))('%s has its RFC and a sentence', (_, entry) => {
    expect(entry.source).toMatch(RFC_SECTION);
    expect(entry.means).toMatch(SENTENCE);
  });

  test('that create a dialog also refresh its target; UPDATE refreshes without creating', () => {
    const names = (test: (entry: MethodEntry) => boolean) =>
      Object.entries<MethodEntry>(methods)
        .filter(([, entry]) => test(entry))
        .map(([name]) => name);
    expect(names((entry) => entry.createsDialog)).toEqual(['INVITE', 'SUBSCRIBE', 'NOTIFY', 'REFER']);
    expect(names((entry) => entry.targetRefresh)).toEqual(['INVITE', 'UPDATE', 'SUBSCRIBE', 'NOTIFY', 'REFER']);
  });

  test.each([
    ['INVITE', true],
    ['invite', false],
    ['PING', false],
    ['constructor', false],
    ['', false],
  ])('"%s" is a method: %s', (name, expected) => {
    expect(isMethod(name)).toBe(expected);
  });
});

describe('timers', () => {
  test('have the values of the RFCs, in microseconds', () => {
    expect(timers).toMatchObject({
      T1_US: 500_000,
      T2_US: 4_000_000,
      T4_US: 5_000_000,
      TIMER_B_US: 32_000_000,
      TIMER_C_US: 180_000_000,
      TIMER_F_US: 32_000_000,
      TIMER_H_US: 32_000_000,
      TIMER_J_US: 32_000_000,
      TIMER_K_US: 5_000_000,
      TIMER_L_US: 32_000_000,
      TIMER_M_US: 32_000_000,
      TIMER_N_US: 32_000_000,
      ACK_WAIT_US: 32_000_000,
      NON_INVITE_TRYING_AFTER_US: 3_500_000,
    });
  });

  test('that wait longest follow T1', () => {
    for (const wait of [timers.TIMER_B_US, timers.TIMER_F_US, timers.ACK_WAIT_US, timers.PRACK_WAIT_US]) {
      expect(wait).toBe(64 * timers.T1_US);
    }
  });
});

describe('headers', () => {
  // RFC 3261 §20.1–§20.44.
  const RFC_3261 =
    'Accept Accept-Encoding Accept-Language Alert-Info Allow Authentication-Info Authorization Call-ID Call-Info Contact ' +
    'Content-Disposition Content-Encoding Content-Language Content-Length Content-Type CSeq Date Error-Info Expires From ' +
    'In-Reply-To Max-Forwards Min-Expires MIME-Version Organization Priority Proxy-Authenticate Proxy-Authorization ' +
    'Proxy-Require Record-Route Reply-To Require Retry-After Route Server Subject Supported Timestamp To Unsupported ' +
    'User-Agent Via Warning WWW-Authenticate';

  test('include all 44 of RFC 3261, each with its section', () => {
    const sections = new Map<string, string>(headers.map((entry) => [entry.name, entry.source]));
    const expected = RFC_3261.split(' ').map((name, index) => [name, `RFC 3261 §20.${index + 1}`]);
    expect(expected).toHaveLength(44);
    // The RFC puts Min-Expires before MIME-Version.
    expect(expected.map(([name]) => [name, sections.get(name ?? '')])).toEqual(expected);
  });

  test('are 133 of the registry, which lists Reason-Phrase as a reserved name besides', () => {
    expect(headers.filter((entry) => !('unregistered' in entry))).toHaveLength(133);
  });

  test('have one line each, and no name or letter twice', () => {
    const names = headers.flatMap((entry) => [
      entry.name.toLowerCase(),
      ...('compact' in entry ? [entry.compact] : []),
    ]);
    expect(new Set(names).size).toBe(names.length);
    for (const entry of headers) {
      expect(entry.means).toMatch(SENTENCE);
      expect(entry.means.length).toBeLessThanOrEqual(120);
      expect(entry.source).toMatch(/^(RFC \d{4}( §\d+(\.\d+)*)?|3GPP TS 24\.229|draft-[a-z0-9-]+)$/);
    }
  });

  test.each([
    ['v', 'Via'],
    ['I', 'Call-ID'],
    ['CALL-ID', 'Call-ID'],
    ['x', 'Session-Expires'],
    ['o', 'Event'],
    ['y', 'Identity'],
    ['diversion', 'Diversion'],
  ])('%s is found as %s', (written, name) => {
    expect(headerEntry(written)?.name).toBe(name);
  });

  test.each(['z', '', 'X-Anything', 'constructor'])('"%s" is not found', (written) => {
    expect(headerEntry(written)).toBeUndefined();
  });
});

describe('Q.850 causes', () => {
  const all = Object.entries<CauseEntry>(q850Causes);

  test.each(all)('%s has a name and a sentence, and leads to registered status codes', (_, entry) => {
    expect(entry.name).not.toBe('');
    expect(entry.means).toMatch(SENTENCE);
    if (entry.status !== undefined) expect(isRegistered(entry.status)).toBe(true);
    if (entry.otherwise) expect(entry.otherwise.when).toMatch(SENTENCE);
  });

  test('lead where RFC 3398 §7.2.4.1 recommends', () => {
    const recommended = Object.fromEntries(
      all.flatMap(([cause, entry]) => (entry.status ? [[cause, entry.status]] : [])),
    );
    expect(recommended).toEqual({
      1: 404,
      2: 404,
      3: 404,
      17: 486,
      18: 408,
      19: 480,
      20: 480,
      21: 403,
      22: 410,
      23: 410,
      26: 404,
      27: 502,
      28: 484,
      29: 501,
      31: 480,
      34: 503,
      38: 503,
      41: 503,
      42: 503,
      47: 503,
      55: 403,
      57: 403,
      58: 503,
      65: 488,
      70: 488,
      79: 501,
      87: 403,
      88: 503,
      102: 504,
      111: 500,
      127: 500,
    });
    expect(STATUS_OF_OTHER_CAUSES).toBe(500);
  });

  test('that Q.850 leaves free are not found', () => {
    for (const cause of [0, 10, 128, -1, Number.NaN]) expect(causeEntry(cause)).toBeUndefined();
    expect(causeEntry(17)?.name).toBe('user busy');
  });
});

describe('Warning codes', () => {
  test('are the 15 of the registry', () => {
    expect(Object.keys(warnings).map(Number)).toEqual([
      300, 301, 302, 303, 304, 305, 306, 307, 308, 330, 331, 370, 380, 381, 399,
    ]);
  });

  test.each(Object.entries<WarningEntry>(warnings))('%s says what it means and where to look', (_, entry) => {
    expect(entry.source).toMatch(RFC_SECTION);
    expect(entry.means).toMatch(SENTENCE);
    expect(entry.look).toMatch(SENTENCE);
  });

  test('that are not registered are not found', () => {
    expect(warningEntry(398)).toBeUndefined();
    expect(warningEntry(305)?.phrase).toBe('Incompatible media format');
  });
});

describe('Reason protocols', () => {
  test('are the 22 of the registry', () => {
    expect(Object.keys(reasonProtocols)).toHaveLength(22);
  });

  test('are found in any case', () => {
    expect(reasonProtocolEntry('q.850')).toBe(reasonProtocols['Q.850']);
    expect(reasonProtocolEntry('sip')?.cause).toMatch(SENTENCE);
    expect(reasonProtocolEntry('X-vendor')).toBeUndefined();
  });
});

describe('option tags', () => {
  test('are the 36 of the registry', () => {
    expect(Object.keys(optionTags)).toHaveLength(36);
  });

  test.each(Object.entries(optionTags))('%s says what it does and where it stands', (_, entry) => {
    expect(entry.source).toMatch(/^RFC \d{4}$/);
    expect(entry.means).toMatch(SENTENCE);
    expect(entry.use).toMatch(SENTENCE);
  });
});

describe('event packages', () => {
  test('are the 22 of the registry, and common ones outside it', () => {
    const entries = Object.values<EventPackageEntry>(eventPackages);
    expect(entries.filter(({ unregistered }) => !unregistered)).toHaveLength(22);
    for (const { means, note, unregistered, source } of entries) {
      expect(means).toMatch(SENTENCE);
      if (note !== undefined) expect(note).toMatch(SENTENCE);
      if (!unregistered) expect(source).toMatch(/^RFC \d{4}$|^Siemens$/);
    }
  });
});

describe('timers as topics', () => {
  test.each(Object.entries<TimerEntry>(timerTopics))('%s has its RFC, its default and sentences', (_, entry) => {
    expect(entry.source).toMatch(RFC_SECTION);
    expect(entry.us).toBeGreaterThan(0);
    expect(entry.means).toMatch(SENTENCE);
    if (entry.fires !== undefined) expect(entry.fires).toMatch(SENTENCE);
  });

  test('have a default that fits its formula', () => {
    for (const { formula, us } of Object.values<TimerEntry>(timerTopics)) {
      if (formula === '64·T1') expect(us).toBe(64 * timers.T1_US);
      if (formula === 'T4') expect(us).toBe(timers.T4_US);
    }
  });
});

describe('words', () => {
  test.each(Object.entries<WordEntry>(words))('%s is explained in sentences', (key, { term, means, also = [] }) => {
    expect(key).toMatch(/^[a-z0-9-]+$/);
    expect(means).toMatch(/^[A-Z].*\.$/s);
    expect(means.length).toBeLessThanOrEqual(420);
    expect(new Set([term, ...also]).size).toBe(also.length + 1);
  });
});

describe('places of headers', () => {
  test.each(Object.entries<HeaderPlace>(headerPlaces))('%s may stand somewhere', (_, place) => {
    expect(place.only ?? place.requests ?? place.responses).toBeDefined();
    if (place.to) expect(place.responses).toBeDefined();
  });

  test('are mandatory in every message for the six that RFC 3261 §8.1.1 names, but for Max-Forwards in responses', () => {
    const mandatory = (kind: string) =>
      Object.entries<HeaderPlace>(headerPlaces).flatMap(([name, { must }]) => (must === kind ? [name] : []));
    expect(mandatory('messages').sort()).toEqual(['CSeq', 'Call-ID', 'From', 'To', 'Via']);
    expect(mandatory('requests')).toEqual(['Max-Forwards']);
  });
});
