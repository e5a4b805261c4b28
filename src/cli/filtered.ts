// A filter between an analysis and a reporter: only flows that pass go through, and the totals count only those.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { FlowReport } from '../annotate/finding.ts';
import { Summary } from '../annotate/summary.ts';
import type { Sighting } from '../flow/model.ts';
import type { FlowFilter } from './flow-filter.ts';

type OnEvent = (event: AnalysisEvent) => void;

/** Hands on the flows that pass, no messages, and totals of what has passed. `packets` stays that of the captures. */
export function onlyFlows(filter: FlowFilter, onEvent: OnEvent): OnEvent {
  const summary = new Summary();
  let messages = 0;
  return (event) => {
    if (event.kind === 'input') onEvent(event);
    else if (event.kind === 'end') onEvent({ kind: 'end', totals: summary.totals(event.totals.packets, messages) });
    else if (event.kind === 'flow' && filter(event.report)) {
      summary.add(event.report);
      messages += event.report.flow.sightings.length + event.report.flow.omittedSightings;
      onEvent(event);
    }
  };
}

interface Waiting {
  readonly event: AnalysisEvent & { readonly kind: 'message' };
  verdict: 'open' | 'keep' | 'drop';
}

/**
 * Hands on the messages of flows that pass, in their order. A message waits until its flow is finished; flows finish
 * on capture time, so that the queue is as long as the longest flow that is open.
 */
export function onlyMessages(filter: FlowFilter, onEvent: OnEvent): OnEvent {
  const queue = new Map<Sighting, Waiting>();
  const settle = (atEnd: boolean): void => {
    for (const [sighting, { event, verdict }] of queue) {
      if (verdict === 'open' && !atEnd) return;
      queue.delete(sighting);
      if (verdict === 'keep') onEvent(event);
    }
  };
  const judge = (report: FlowReport): void => {
    const verdict = filter(report) ? 'keep' : 'drop';
    const { flow } = report;
    for (const sighting of flow.sightings) {
      const waiting = queue.get(sighting);
      if (waiting) waiting.verdict = verdict;
    }
    if (flow.omittedSightings + flow.duplicates === 0) return;
    const lastUs = flow.sightings.at(-1)?.timeUs ?? 0;
    for (const [{ message, timeUs }, waiting] of queue) {
      if (waiting.verdict === 'open' && message.callId === flow.callId && timeUs <= lastUs) waiting.verdict = verdict;
    }
  };
  return (event) => {
    if (event.kind === 'message') queue.set(event.sighting, { event, verdict: 'open' });
    else if (event.kind === 'flow') {
      judge(event.report);
      settle(false);
    } else {
      if (event.kind === 'end') settle(true);
      onEvent(event);
    }
  };
}
