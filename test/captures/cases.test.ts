// The recorded captures still show what their table says, another reader sees the same in them, and they name nobody.
import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { cases } from '../../fixtures/captures/cases.ts';
import type { Sighting } from '../../src/flow/model.ts';
import { analyzeBytes, captureBytes, captureName, recordings, root } from '../support/analysis.ts';
import { headerAddresses, isForDocuments, isForExamples, textAddresses, textNames } from './addresses.ts';
import { hasTshark, sipMessagesIn } from './tshark.ts';

const MAX_BYTES = 100_000;
/** The kit that records; not a capture. */
const KIT = 'record';

const shownBy = ({ message }: Sighting): string =>
  message.kind === 'request' ? message.method : String(message.status);

describe('the table of captures', () => {
  it('names every folder, each once, and no other', () => {
    const folders = readdirSync(`${root}fixtures/captures`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== KIT)
      .map(({ name }) => name);
    expect(cases.map(({ folder }) => folder)).toEqual(folders.sort());
  });

  test.each(recordings)('%s: a small capture with its story and its recipe', (folder, recorded) => {
    const inFolder = readdirSync(`${root}fixtures/captures/${folder}`);
    expect(inFolder).toEqual(expect.arrayContaining([recorded.file, 'README.md', 'recipe']));
    expect(inFolder.filter((name) => name.includes('pcap'))).toEqual([recorded.file]);
    expect(readdirSync(`${root}fixtures/captures/${folder}/recipe`)).toContain('run.py');
    expect(statSync(root + captureName(recorded)).size).toBeLessThan(MAX_BYTES);
    expect(recorded.shows).toHaveLength(recorded.messages);
  });
});

describe('what a capture shows', () => {
  test.each(recordings)('%s', async (_, recorded) => {
    const { sightings, inputs } = await analyzeBytes(captureBytes(recorded), { messages: true });
    expect(sightings.map(shownBy)).toEqual(recorded.shows);
    expect(new Set(sightings.map(({ transport }) => transport))).toEqual(new Set([recorded.transport]));
    expect(inputs.map(({ sipMessages, notices }) => ({ sipMessages, notices }))).toEqual([
      { sipMessages: recorded.messages, notices: [] },
    ]);
  });
});

describe.skipIf(!hasTshark)('what tshark sees in it (skipped: tshark is not installed here)', () => {
  test.each(recordings)('%s', async (_, recorded) => {
    const { sightings } = await analyzeBytes(captureBytes(recorded), { messages: true });
    const ours = sightings.map((sighting) => ({
      frame: sighting.frame,
      shows: shownBy(sighting),
      callId: sighting.message.callId,
      cseq: sighting.message.header('cseq') ?? '',
    }));
    expect(ours).toEqual(sipMessagesIn(root + captureName(recorded)));
  });
});

describe('nobody is named by a capture', () => {
  test.each(recordings)('%s', (_, recorded) => {
    const capture = captureBytes(recorded);
    const addresses = [...headerAddresses(capture), ...textAddresses(capture)];
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !isForDocuments(address))).toEqual([]);
    expect([...textNames(capture)].filter((name) => !isForExamples(name))).toEqual([]);
  });

  it('which would be seen', () => {
    const text = Buffer.from(
      'INVITE sip:bob@pbx.acme.com SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.7;branch=x\r\nTo: <sip:[2001:470::7]>\r\n',
    );
    expect([...textAddresses(text)].map(isForDocuments)).toEqual([false, false]);
    expect([...textNames(text)].map(isForExamples)).toEqual([false]);
  });
});
