// Which addresses cannot be reached from outside their own network.
import { expect, test } from 'vitest';
import { hostOf, isPrivateAddress, userOf } from '../../src/rules/host.ts';

test.each([
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.1.1',
  'fd00::1',
  'fe80::1',
])('%s is private', (host) => {
  expect(isPrivateAddress(host)).toBe(true);
});

test.each([
  '192.0.2.1',
  '172.32.0.1',
  '100.128.0.1',
  '2001:db8::1',
  'pbx.example.com',
  '10.0.0',
  '10.0.0.0.1',
  '10.0.0.999',
  '',
])('%j is not', (host) => {
  expect(isPrivateAddress(host)).toBe(false);
});

test('the host of an endpoint is its address alone', () => {
  expect([hostOf('192.0.2.1:5060'), hostOf('[2001:db8::1]:5060')]).toEqual(['192.0.2.1', '2001:db8::1']);
});

test('a URI names a user or a number', () => {
  expect(['sip:bob@example.com', 'tel:+15550100', 'sip:example.com', 'nonsense'].map(userOf)).toEqual([
    'bob',
    '+15550100',
    '',
    '',
  ]);
});
