import { describe, expect, test } from 'vitest';
import { createFlowsCsvReporter, createFlowsTextReporter } from '../../src/report/flows.ts';
import { createMessagesCsvReporter, createMessagesTextReporter } from '../../src/report/messages.ts';
import { shortNames } from '../../src/report/short.ts';
import { writeRulesJson, writeRulesMarkdown, writeRulesText } from '../../src/report/rules-list.ts';
import { rules } from '../../src/rules/all.ts';
import { observe, wiredOf, written } from './observe.ts';
import { HEALTHY, MIXED } from './scripts.ts';

function textOf(
  write: (options: { write(text: string): void; locale: string; color: boolean; width: number }) => void,
): string {
  let text = '';
  write({
    write: (more) => {
      text += more;
    },
    locale: 'en',
    color: false,
    width: 100,
  });
  return text;
}

describe('messages', () => {
  test('stand one a line, with the date once', () => {
    expect(written(createMessagesTextReporter, observe(wiredOf(HEALTHY)))).toMatchInlineSnapshot(`
      "2026-01-01
           #1  00:00:00.000000        192.0.2.10:5060 → 198.51.100.20:5060     udp  INVITE                      flow-ee173726@example.com
           #2  00:00:00.010000     198.51.100.20:5060 → 192.0.2.10:5060        udp  180 Ringing                 flow-ee173726@example.com
           #3  00:00:02.010000     198.51.100.20:5060 → 192.0.2.10:5060        udp  200 OK                      flow-ee173726@example.com
           #4  00:00:02.020000        192.0.2.10:5060 → 198.51.100.20:5060     udp  ACK                         flow-ee173726@example.com
           #5  00:00:11.020000     198.51.100.20:5060 → 192.0.2.10:5060        udp  BYE                         flow-ee173726@example.com
           #6  00:00:11.040000        192.0.2.10:5060 → 198.51.100.20:5060     udp  200 OK (BYE)                flow-ee173726@example.com
      "
    `);
  });

  test('as CSV have the keys of the JSON as columns', () => {
    const [header, first] = written(createMessagesCsvReporter, observe(wiredOf(HEALTHY))).split('\r\n');
    expect(header).toMatch(
      /^file,frame,time,transport,source,destination,kind,method,requestUri,status,reason,callId,cseq/,
    );
    expect(first).toContain(',request,INVITE,');
  });
});

describe('flows', () => {
  test('stand one a line, the worst finding behind', () => {
    const lines = written(createFlowsTextReporter, observe(wiredOf(MIXED)))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('✗ call-1'))).toContain('No ACK to the 200 answer');
  });

  test('as CSV carry times, counts and the worst rule', () => {
    const csv = written(createFlowsCsvReporter, observe(wiredOf(MIXED)));
    expect(csv).toContain('call-1,call,');
    expect(csv).toContain(',34.03,answered,15,1,0,missing-ack,,2.01,32,callee\r\n');
  });
});

describe('the list of rules', () => {
  test('names each rule in every format', () => {
    const text = textOf(writeRulesText);
    const markdown = textOf(writeRulesMarkdown);
    const json = JSON.parse(textOf(writeRulesJson)) as { readonly rules: readonly { readonly id: string }[] };
    expect(json.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id } of rules) {
      expect(text).toContain(id);
      expect(markdown).toContain(`| \`${id}\` |`);
    }
  });
});

describe('names of files', () => {
  test('are shown without the folders that all of them share', () => {
    expect(shortNames(['a/b/one/x.pcap', 'a/b/two/x.pcap'], 30)).toEqual(['one/x.pcap', 'two/x.pcap']);
    expect(shortNames(['a/x.pcap', 'b/x.pcap'], 30)).toEqual(['a/x.pcap', 'b/x.pcap']);
    expect(shortNames(['folder/x.pcap'], 30)).toEqual(['x.pcap']);
    expect(shortNames(['/x.pcap', '/xy.pcap'], 30)).toEqual(['x.pcap', 'xy.pcap']);
    expect(shortNames([], 30)).toEqual([]);
  });

  test('lose their beginning where they are too long', () => {
    expect(shortNames(['a-very-long-name-of-a-capture.pcap', 'b'], 12)).toEqual(['…apture.pcap', 'b']);
    expect(shortNames(['long/folder/of/one.pcap', 'b'], 12)).toEqual(['…/one.pcap', 'b']);
  });

  test('keep more than whole folders where they could not be told apart', () => {
    expect(shortNames(['first-folder/x.pcap', 'second-folder/x.pcap'], 12)).toEqual(['…lder/x.pcap', '…lder/x.pcap']);
    expect(shortNames(['one-folder-a/x.pcap', 'one-folder-b/x.pcap'], 12)).toEqual(['…er-a/x.pcap', '…er-b/x.pcap']);
  });
});
