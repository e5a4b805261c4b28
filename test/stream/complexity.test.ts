// Hostile streams: time grows with their length, not with its square, and what is kept does not grow at all.
import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { latin1 } from '../../src/bytes/ascii.ts';
import { data, sctpPacket } from '../support/sctp.ts';
import { frame, upgradeResponse } from '../support/web-socket.ts';
import { DoorScript, one, two } from './door-script.ts';

const head = 'INVITE sip:a@example.com SIP/2.0\r\nCall-ID: a\r\n';
const zeros = deflateRawSync(new Uint8Array(900_000));
const bomb = frame(latin1(zeros, 0, zeros.length), { compressed: true });

const streams: readonly [string, (script: DoorScript, count: number) => void][] = [
  [
    'single bytes of a body without a length',
    (script, count) => {
      script.say(one(`${head}Content-Type: application/sdp\r\n\r\n`)).sayIn(1, one('a=x\r\n'.repeat(count / 5)));
    },
  ],
  [
    'bodies that the next message cuts short',
    (script, count) => {
      script.sayIn(97, one(`${head}Content-Length: 1000\r\n\r\nv=0\r\n`.repeat(count / 16)));
    },
  ],
  [
    'start lines in single bytes',
    (script, count) => script.sayIn(1, one('INVITE sip:a@example.com SIP/2.0\r\n'.repeat(count / 34))),
  ],
  [
    'the other side speaking between single lines',
    (script, count) => {
      script.say(one(`${head}Content-Type: text/plain\r\n\r\n`));
      for (let index = 0; index < count; index++) script.say(index % 2 === 0 ? one('line\r\n') : two('\r\n'));
    },
  ],
  [
    'single bytes of WebSocket frames',
    (script, count) => script.say(two(upgradeResponse)).sayIn(1, two(frame('x'.repeat(50)).repeat(count / 52))),
  ],
  [
    'empty WebSocket fragments',
    (script, count) => {
      script
        .say(two(upgradeResponse))
        .sayIn(1000, two(frame('SIP', { final: false }) + frame('', { opcode: 0, final: false }).repeat(count)));
    },
  ],
  [
    'control frames',
    (script, count) => script.say(two(upgradeResponse)).sayIn(500, two(frame('', { opcode: 9 }).repeat(count))),
  ],
  [
    'compressed bombs',
    (script, count) => {
      script.say(two(upgradeResponse), two(frame('SIP/2.0 200 OK\r\n\r\n')));
      for (let index = 0; index < count / 500; index++) script.say(two(bomb));
    },
  ],
  [
    'beginnings of HEP',
    (script, count) => script.say(one('HEP3\0\x06')).sayIn(7, one('HEP3\0\x01HEP'.repeat(count / 9))),
  ],
  [
    'fragments over SCTP, backwards',
    (script, count) => {
      for (let tsn = count; tsn > 0; tsn--) script.sctp(sctpPacket(1, 2, 3, data(tsn, head, { flags: '' })));
    },
  ],
  [
    'SCTP associations',
    (script, count) => {
      for (let tag = 1; tag <= count; tag++) script.sctp(sctpPacket(1, 2, tag, data(1, head, { flags: 'B' })));
    },
  ],
  [
    'holes in TCP',
    (script, count) => {
      for (let index = 0; index < count; index++) script.lose(1, 1).say(one('x'));
    },
  ],
];

function secondsFor(play: (script: DoorScript, count: number) => void, count: number): number {
  const script = new DoorScript();
  const start = performance.now();
  play(script, count);
  script.end();
  return (performance.now() - start) / 1000;
}

const FEW = 2000;
const MANY = 8 * FEW;
const MAX_EXPONENT = 1.3;

describe('eight times as much takes eight times the time', () => {
  it.each(streams)('%s', (_, play) => {
    secondsFor(play, FEW);
    // The machine may be busy with something else: the best of several tries counts.
    let exponent = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 6 && exponent > MAX_EXPONENT; tries++) {
      exponent = Math.min(exponent, Math.log(secondsFor(play, MANY) / secondsFor(play, FEW)) / Math.log(MANY / FEW));
    }
    expect(exponent).toBeLessThanOrEqual(MAX_EXPONENT);
  });
});
