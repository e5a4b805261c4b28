// Every SIP message, one a line: as text, as JSON lines, as CSV. Nothing is held.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { Sighting } from '../flow/model.ts';
import { messageShape, type ShapeContext } from './json-shapes.ts';
import { labelOf } from './ladder.ts';
import { paletteFor } from './palette.ts';
import { columnsOf, csvField, fit, pad, printable } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { shortNames } from './short.ts';
import { Sink } from './sink.ts';
import { isoTime } from './time.ts';

function perMessage(options: ReporterOptions, header: string, line: (sighting: Sighting) => string): Reporter {
  const sink = new Sink(options.write);
  if (header !== '') sink.text(header);
  return {
    onEvent(event: AnalysisEvent): void {
      if (event.kind === 'message') sink.text(line(event.sighting));
      else if (event.kind === 'end') sink.flush();
    },
  };
}

/** `messages -f ndjson`. */
export function createMessagesNdjsonReporter(options: ReporterOptions): Reporter {
  const context: ShapeContext = { files: options.files, locale: options.locale };
  return perMessage(options, '', (sighting) => `${JSON.stringify(messageShape(sighting, context))}\n`);
}

const COLUMNS = [
  'file',
  'frame',
  'time',
  'transport',
  'source',
  'destination',
  'kind',
  'method',
  'requestUri',
  'status',
  'reason',
  'callId',
  'cseq',
  'branch',
  'fromTag',
  'toTag',
  'bytes',
  'retransmission',
  'duplicate',
  'defects',
] as const;

/** `messages -f csv`: the columns are the keys of the JSON; `cseq` is `1 INVITE`, `defects` their codes. */
export function createMessagesCsvReporter(options: ReporterOptions): Reporter {
  return perMessage(options, `${COLUMNS.join(',')}\r\n`, (sighting) => {
    const { message } = sighting;
    const isResponse = message.kind === 'response';
    const fields: readonly (string | number | undefined)[] = [
      options.files[sighting.input],
      sighting.frame,
      isoTime(sighting.timeUs, sighting.nanos),
      sighting.transport,
      sighting.source,
      sighting.destination,
      message.kind,
      message.method,
      message.requestUri,
      isResponse ? message.status : undefined,
      isResponse ? message.reason : undefined,
      message.callId,
      message.cseq < 0 ? undefined : `${message.cseq} ${message.cseqMethod}`,
      message.branch,
      message.fromTag,
      message.toTag,
      message.text.length,
      sighting.role === 'retransmission' ? 'true' : undefined,
      sighting.role === 'duplicate' ? 'true' : undefined,
      message.defects.map(({ code }) => code).join(' '),
    ];
    return `${fields.map((field) => csvField(field)).join(',')}\r\n`;
  });
}

/** `messages` as text: frame, time of day, who to whom, what, Call-ID. */
export function createMessagesTextReporter(options: ReporterOptions): Reporter {
  const palette = paletteFor(options.color);
  const names = shortNames(options.files, 30);
  const nameColumns = Math.max(...names.map(columnsOf));
  const several = options.files.length > 1;
  let day = '';
  return perMessage(options, '', (sighting) => {
    const { message } = sighting;
    const iso = isoTime(sighting.timeUs, sighting.nanos);
    const heading = iso.slice(0, 10) === day ? '' : `${palette.faint(iso.slice(0, 10))}\n`;
    day = iso.slice(0, 10);
    const { status } = message;
    const paint =
      status >= 400 ? palette.error : status >= 200 && status < 300 ? palette.good : (text: string): string => text;
    const what = pad(fit(printable(labelOf(sighting), 60), 26), 26);
    const role = sighting.role === 'first' ? '' : palette.faint(`  ${sighting.role}`);
    const file = several ? `${palette.faint(pad(names[sighting.input] ?? '', nameColumns))} ` : '';
    const path = `${sighting.source.padStart(21)} → ${sighting.destination.padEnd(21)}`;
    const callId = message.callId === '' ? '' : palette.faint(printable(message.callId, 80));
    const line = `${`#${sighting.frame}`.padStart(7)}  ${palette.faint(iso.slice(11, 26))}  ${path}  ${sighting.transport.padEnd(4)} ${paint(what)}  ${callId}${role}`;
    return `${heading}${file}${line.trimEnd()}\n`;
  });
}
