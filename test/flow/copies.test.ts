// What comes twice: a second sighting of a packet, or the same message sent again.
import { expect, test } from 'vitest';
import { judgeScript } from '../rules/judge-script.ts';

async function rolesOver(transport: 'udp' | 'tcp', copy: 'again' | 'duplicate'): Promise<readonly string[]> {
  const { reports } = await judgeScript(`# An OPTIONS, and the same within a millisecond.
alice = 192.0.2.10:5060
bob   = 198.51.100.20:5060
transport ${transport}

0.0     alice -> bob  OPTIONS
${copy === 'again' ? '+0.001  again' : 'duplicate'}
+0.01   bob -> alice  200 OK
end +40
`);
  return reports.flatMap(({ flow }) => flow.sightings.map(({ role }) => role));
}

test('over UDP a packet that is there twice is one message', async () => {
  expect(await rolesOver('udp', 'duplicate')).toEqual(['first', 'duplicate', 'first']);
});

test('over UDP a packet of its own is the message sent again', async () => {
  expect(await rolesOver('udp', 'again')).toEqual(['first', 'retransmission', 'first']);
});

test('over TCP segments that are there twice give their message once', async () => {
  expect(await rolesOver('tcp', 'duplicate')).toEqual(['first', 'first']);
});

test('over TCP, what comes out of the stream twice was sent twice, however soon', async () => {
  expect(await rolesOver('tcp', 'again')).toEqual(['first', 'retransmission', 'first']);
});
