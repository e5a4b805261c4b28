// SIP messages become the events of an analysis, by the rooms between the SIP door and the reporters. For tests of
// reporters: they get real findings without a capture around them.
import type { AnalysisEvent } from '../../src/annotate/analysis.ts';
import { annotateFlow } from '../../src/annotate/annotate.ts';
import { Summary } from '../../src/annotate/summary.ts';
import type { NoticeCode } from '../../src/bytes/notice.ts';
import { FlowTracker } from '../../src/flow/tracker.ts';
import type { Reporter, ReporterOptions } from '../../src/report/reporter.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

/** One message on the wire. */
export interface Wired {
  readonly timeUs: number;
  readonly source: string;
  readonly destination: string;
  readonly bytes: Uint8Array;
}

/** What was captured of the flow script. */
export function wiredOf(script: string): Wired[] {
  return [...compileFlowScript(parseFlowScript(script)).messages];
}

/** The events of an analysis of the messages; the capture goes on for `afterUs` after the last. */
export function observe(
  wired: readonly Wired[],
  file = 'trunk.pcap',
  notices: readonly NoticeCode[] = [],
  afterUs = 60e6,
): AnalysisEvent[] {
  const events: AnalysisEvent[] = [];
  const summary = new Summary();
  const tracker = new FlowTracker({
    onFlow: (flow) => {
      const report = annotateFlow(flow);
      summary.add(report);
      events.push({ kind: 'flow', report });
    },
    onSighting: (sighting) => events.push({ kind: 'message', sighting }),
    note: () => undefined,
  });
  let frame = 0;
  for (const { timeUs, source, destination, bytes } of wired) {
    frame += 1;
    const arrival = {
      input: 0,
      frame,
      timeUs,
      nanos: 0,
      source,
      destination,
      bytes,
      start: 0,
      end: bytes.length,
      ipId: frame,
    };
    tracker.see({ ...arrival, transport: 'udp', cut: false }, 0);
    tracker.advance(timeUs, 0);
  }
  const lastUs = (wired.at(-1)?.timeUs ?? 0) + afterUs;
  tracker.advance(lastUs, 0);
  tracker.finish();
  const first = { timeUs: wired[0]?.timeUs ?? 0, nanos: 0 };
  const report = { file, format: 'pcap', linkTypes: ['ethernet'], packets: frame + 1, bytes: 4711, sipMessages: frame };
  const noted = notices.map((code) => ({ code, count: 2, frame: 3 }));
  events.push({
    kind: 'input',
    index: 0,
    report: {
      ...report,
      first,
      last: { timeUs: lastUs, nanos: 0 },
      notices: noted,
      ledger: { packets: { ...(frame > 0 ? { sip: frame } : {}), arp: 1 } },
    },
  });
  events.push({ kind: 'end', totals: summary.totals(frame + 1, frame) });
  return events;
}

/** What a reporter writes about the events. */
export function written(
  create: (options: ReporterOptions) => Reporter,
  events: readonly AnalysisEvent[],
  options: Partial<ReporterOptions> = {},
): string {
  let text = '';
  const reporter = create({
    write: (more) => {
      text += more;
    },
    files: ['trunk.pcap'],
    locale: 'en',
    color: false,
    width: 100,
    version: '0.0.0',
    ...options,
  });
  for (const event of events) reporter.onEvent(event);
  return text;
}
