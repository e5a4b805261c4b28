// A gate between an analysis and its reporters: it takes in every flow before they hear of it, and tells them how it ended.
import type { AnalysisEvent } from '../annotate/analysis.ts';
import type { Gate } from '../gate/gate.ts';
import type { Reporter } from '../report/reporter.ts';

type OnEvent = (event: AnalysisEvent) => void;

/** Hands every event on; `onGate` of the reporters is called right before the event `end`. */
export function throughGate(gate: Gate, reporters: readonly Reporter[], onEvent: OnEvent): OnEvent {
  return (event) => {
    switch (event.kind) {
      case 'flow':
        gate.add(event.report);
        break;
      case 'connection':
        gate.addConnection(event.report);
        break;
      case 'plain':
        gate.addPlain();
        break;
      case 'input':
        gate.addInput(event.report, event.index);
        break;
      case 'end': {
        const verdict = gate.verdict();
        for (const reporter of reporters) reporter.onGate?.(verdict);
        break;
      }
      case 'message':
    }
    onEvent(event);
  };
}
