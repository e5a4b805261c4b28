// The table of status codes: complete, well formed, and written in sentences.
import { describe, expect, test } from 'vitest';
import { methods } from '../../src/knowledge/methods.ts';
import { behaviours } from '../../src/knowledge/comparison/behaviour.ts';
import { confusions } from '../../src/knowledge/comparison/confusions.ts';
import { contrasts } from '../../src/knowledge/comparison/contrast.ts';
import { type HeaderPlace, headerPlaces } from '../../src/knowledge/header-places.ts';
import { headerEntry } from '../../src/knowledge/headers.ts';
import {
  isMetUnregistered,
  isRegistered,
  statusCodes,
  statusEntries,
  statusEntry,
  statusKey,
} from '../../src/knowledge/status-codes.ts';
import type { StatusEntry } from '../../src/knowledge/status-codes/entry.ts';
import { fieldCodes } from '../../src/knowledge/status-codes/field.ts';

/** The IANA registry "Response Codes" of the SIP parameters, as of 2026-01-07: 75 rows. */
const IANA: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  181: 'Call Is Being Forwarded',
  182: 'Queued',
  183: 'Session Progress',
  199: 'Early Dialog Terminated',
  200: 'OK',
  202: 'Accepted',
  204: 'No Notification',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Moved Temporarily',
  305: 'Use Proxy',
  380: 'Alternative Service',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  410: 'Gone',
  412: 'Conditional Request Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Unsupported URI Scheme',
  417: 'Unknown Resource-Priority',
  420: 'Bad Extension',
  421: 'Extension Required',
  422: 'Session Interval Too Small',
  423: 'Interval Too Brief',
  424: 'Bad Location Information',
  425: 'Bad Alert Message',
  428: 'Use Identity Header',
  429: 'Provide Referrer Identity',
  430: 'Flow Failed',
  433: 'Anonymity Disallowed',
  436: 'Bad Identity Info',
  437: 'Unsupported Credential',
  438: 'Invalid Identity Header',
  439: 'First Hop Lacks Outbound Support',
  440: 'Max-Breadth Exceeded',
  469: 'Bad Info Package',
  470: 'Consent Needed',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  482: 'Loop Detected',
  483: 'Too Many Hops',
  484: 'Address Incomplete',
  485: 'Ambiguous',
  486: 'Busy Here',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  489: 'Bad Event',
  491: 'Request Pending',
  493: 'Undecipherable',
  494: 'Security Agreement Required',
  500: 'Server Internal Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Server Time-out',
  505: 'Version Not Supported',
  513: 'Message Too Large',
  555: 'Push Notification Service Not Supported',
  580: 'Precondition Failure',
  600: 'Busy Everywhere',
  603: 'Decline',
  604: 'Does Not Exist Anywhere',
  606: 'Not Acceptable',
  607: 'Unwanted',
  608: 'Rejected',
};

const ACTORS = ['caller', 'callee', 'proxy', 'registrar', 'client', 'server', 'network', 'operator'];
const entries: readonly (readonly [string, StatusEntry])[] = Object.entries(statusEntries);

function sentencesOf(entry: StatusEntry): readonly string[] {
  const { means, usually, fix, noFaultWhen } = entry.text;
  return [
    means,
    ...usually,
    ...fix.map((step) => step.action),
    ...(noFaultWhen === undefined ? [] : [noFaultWhen]),
    ...Object.values(entry.perMethod ?? {}),
    ...(entry.headers ?? []).map((header) => header.why),
    ...(entry.retry === undefined ? [] : [entry.retry]),
  ];
}

test('the table holds the registry, code for code and phrase for phrase', () => {
  expect(Object.keys(IANA)).toHaveLength(75);
  const phrases = Object.fromEntries(Object.entries(statusCodes).map(([code, entry]) => [code, entry.phrase]));
  expect(phrases).toEqual(IANA);
});

describe('an entry', () => {
  test.each(entries)('%s names its RFC and section', (_, entry) => {
    expect(entry.source).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/);
  });

  test.each(entries)('%s is written in whole sentences of a readable length, without placeholders', (_, entry) => {
    for (const sentence of sentencesOf(entry)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence.length).toBeLessThanOrEqual(400);
      expect(sentence).not.toMatch(/\s\s|[{}\n]|\.\.|\s[.,;:]/);
    }
  });

  test.each(entries)('%s says each thing once', (_, entry) => {
    const { means, usually, fix } = entry.text;
    const said = [means, ...usually, ...fix.map((step) => step.action)];
    expect(new Set(said).size).toBe(said.length);
  });

  test.each(entries)('%s gives at least one and at most four causes, and a known actor for every step', (_, entry) => {
    expect(entry.text.usually.length).toBeGreaterThanOrEqual(1);
    expect(entry.text.usually.length).toBeLessThanOrEqual(4);
    for (const step of entry.text.fix) expect(ACTORS).toContain(step.who);
  });

  test.each(entries)('%s knows the headers and methods that it speaks of', (_, entry) => {
    for (const header of entry.headers ?? []) expect(headerEntry(header.name)?.name).toBe(header.name);
    for (const method of Object.keys(entry.perMethod ?? {})) expect(Object.keys(methods)).toContain(method);
  });

  test.each(entries.filter(([name]) => /^[3-6]/.test(name)))(
    '%s says how far it reaches and what to do next',
    (_, entry) => {
      expect(entry.dialog).toBeDefined();
      expect(entry.retry).toBeDefined();
      expect(entry.text.fix.length > 0 || entry.text.noFaultWhen !== undefined).toBe(true);
    },
  );

  test.each(entries.filter(([name]) => /^[12]/.test(name)))('%s breaks nothing', (_, entry) => {
    expect(entry.dialog).toBeUndefined();
    expect(['progress', 'success']).toContain(entry.nature);
  });
});

test.each([
  [401, 'WWW-Authenticate'],
  [405, 'Allow'],
  [407, 'Proxy-Authenticate'],
  [415, 'Accept'],
  [420, 'Unsupported'],
  [421, 'Require'],
  [422, 'Min-SE'],
  [423, 'Min-Expires'],
  [469, 'Recv-Info'],
  [494, 'Security-Server'],
])('%d must come with %s', (code, header) => {
  expect(statusEntry(code).headers?.find(({ name }) => name === header)?.strength).toBe('must');
});

test('a 501 need not list the methods that would work, a 405 must', () => {
  expect(statusEntry(501).headers).toEqual([expect.objectContaining({ name: 'Allow', strength: 'may' })]);
  expect(statusEntry(405).headers).toEqual([expect.objectContaining({ name: 'Allow', strength: 'must' })]);
});

describe('a code', () => {
  test.each([
    [486, true, '486', 'Busy Here'],
    [150, false, '1xx', 'Provisional'],
    [299, false, '2xx', 'Successful'],
    [399, false, '3xx', 'Redirection'],
    [457, false, '4xx', 'Request Failure'],
    [477, false, '477', 'Unfortunately error on sending to next hop occurred'],
    [599, false, '5xx', 'Server Failure'],
    [699, false, '6xx', 'Global Failure'],
  ])('%d finds its own entry, or that of its class', (code, registered, key, phrase) => {
    expect(isRegistered(code)).toBe(registered);
    expect(statusKey(code)).toBe(key);
    expect(statusEntry(code).phrase).toBe(phrase);
  });

  test.each([0, 99, 700, 999, 1000, -486, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d, which is no status code, is said to be none',
    (code) => {
      expect(isRegistered(code)).toBe(false);
      expect(statusKey(code)).toBe('outside');
      expect(statusEntry(code).text.means).toContain('from 100 to 699');
    },
  );

  test('from 100 to 699 always finds words about its own class', () => {
    for (let code = 100; code < 700; code++) expect(statusKey(code)[0]).toBe(String(code)[0]);
  });
});

/** What an RFC demands of a response, by code, if only in certain cases. */
const DEMANDED: Readonly<Record<number, readonly string[]>> = {
  100: ['Timestamp'],
  180: ['To', 'Contact'],
  181: ['To', 'Contact'],
  182: ['To', 'Contact'],
  183: ['To', 'Contact'],
  199: ['To', 'Reason'],
  200: ['Contact', 'Record-Route', 'Expires', 'SIP-ETag'],
  204: ['Expires'],
  380: ['Content-Type'],
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  407: ['Proxy-Authenticate'],
  415: ['Accept', 'Accept-Encoding', 'Accept-Language'],
  420: ['Unsupported'],
  421: ['Require', 'Security-Server'],
  422: ['Min-SE'],
  423: ['Min-Expires'],
  424: ['Geolocation-Error'],
  425: ['AlertMsg-Error'],
  469: ['Recv-Info'],
  494: ['Security-Server', 'Require'],
  608: ['Call-Info'],
};

test('a header is demanded where an RFC demands it, and nowhere else', () => {
  const demanded = Object.entries<StatusEntry>(statusCodes).flatMap(([code, { headers = [] }]) => {
    const names = headers.filter(({ strength }) => strength === 'must').map(({ name }) => name);
    return names.length > 0 ? [[code, names]] : [];
  });
  expect(Object.fromEntries(demanded)).toEqual(DEMANDED);
});

test('a header that is mandatory in a response is demanded of that response', () => {
  const places = Object.entries<HeaderPlace>(headerPlaces).flatMap(([name, { must }]) =>
    Array.isArray(must)
      ? must.filter((place) => /^\d{3}$/.test(place)).map((place) => [name, Number(place)] as const)
      : [],
  );
  expect(places.length).toBeGreaterThan(10);
  for (const [name, code] of places) expect(DEMANDED[code], `${name} in ${code}`).toContain(name);
});

describe('a registered code', () => {
  test.each(Object.keys(statusCodes))('%s says what it is, when to send it, and what it is taken for', (code) => {
    const { says, send } = contrasts[code as '486'];
    expect(says).toMatch(new RegExp(`^${code} .*\\.$`));
    expect(send).toMatch(/^(?:Send|Do not send|Avoid) .*\.$/);
    expect(send).toContain(code);
    expect(behaviours[code as '486'].sentBy).not.toBe('');
    expect(Object.keys(confusions).some((pair) => pair.split('/').includes(code))).toBe(true);
  });
});

describe('a code that is met unregistered', () => {
  test.each(Object.entries(fieldCodes))('%s says who sends it, and is not registered', (code, { seen, text }) => {
    expect(isRegistered(Number(code))).toBe(false);
    expect(isMetUnregistered(Number(code))).toBe(true);
    expect(seen).toMatch(/^[A-Z].*\.$/);
    expect(text.fix.length).toBeGreaterThan(0);
    expect(contrasts[code as '477'].says).toMatch(/not registered/);
    expect(contrasts[code as '477'].send).toMatch(/^Do not/);
  });
});

test('the codes for signed calling numbers speak of RFC 8224, not of the withdrawn RFC 4474', () => {
  for (const code of [428, 436, 437, 438]) expect(statusEntry(code).source).toBe('RFC 8224 §6.2.2');
});
