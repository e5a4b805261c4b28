// A flow script through the flow room and the annotator: what the rules say of it, by line.
import { readFileSync } from 'node:fs';
import { annotateFlow } from '../../src/annotate/annotate.ts';
import type { FlowReport } from '../../src/annotate/finding.ts';
import type { RuleSettings } from '../../src/annotate/settings.ts';
import type { Flow } from '../../src/flow/model.ts';
import { FlowTracker } from '../../src/flow/tracker.ts';
import { compileFlowScript, type CompiledFlow } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../support/flow-script/parse.ts';

/** A compiled script and the reports of its flows. */
export interface JudgedScript {
  readonly script: CompiledFlow;
  readonly reports: readonly FlowReport[];
}

/** Reads, compiles and judges the script in a file. */
export function judgeFile(path: string, settings: RuleSettings = {}): JudgedScript {
  return judgeScript(readFileSync(path, 'utf8'), settings);
}

/** Compiles and judges a script. */
export function judgeScript(text: string, settings: RuleSettings = {}): JudgedScript {
  const script = compileFlowScript(parseFlowScript(text));
  return { script, reports: flowsOf(script).map((flow) => annotateFlow(flow, settings)) };
}

/** The flows of a compiled script, in the order in which they were finished. */
export function flowsOf(script: CompiledFlow): readonly Flow[] {
  const flows: Flow[] = [];
  const tracker = new FlowTracker({ onFlow: (flow) => flows.push(flow), note: () => {} });
  const wire = wireOf(script.pcap);
  for (const { bytes, frame, timeUs, source, destination, transport } of script.messages) {
    const { isCut, ipId, captured } = wire[frame - 1] ?? { isCut: false, ipId: -1, captured: 0 };
    const end = isCut ? captured - UDP_PAYLOAD : bytes.length;
    tracker.advance(timeUs);
    tracker.see({ frame, timeUs, nanos: 0, source, destination, transport, bytes, start: 0, end, ipId, cut: isCut }, 0);
  }
  tracker.advance(wire.at(-1)?.timeUs ?? 0);
  tracker.finish();
  return flows;
}

/** Bytes of Ethernet, IPv4 and UDP headers before the message: only such frames are cut in scripts. */
const UDP_PAYLOAD = 42;

/** Time, IP identification and cut of every frame of a pcap with Ethernet and IPv4 frames. */
function wireOf(pcap: Uint8Array): readonly { timeUs: number; isCut: boolean; ipId: number; captured: number }[] {
  const view = new DataView(pcap.buffer, pcap.byteOffset, pcap.byteLength);
  const frames: { timeUs: number; isCut: boolean; ipId: number; captured: number }[] = [];
  for (let at = 24; at < pcap.length;) {
    const captured = view.getUint32(at + 8, true);
    const isIpv4 = captured >= 20 && view.getUint16(at + 16 + 12) === 0x0800;
    frames.push({
      timeUs: view.getUint32(at, true) * 1e6 + view.getUint32(at + 4, true),
      isCut: captured < view.getUint32(at + 12, true),
      captured,
      ipId: isIpv4 ? view.getUint16(at + 16 + 18) : -1,
    });
    at += 16 + captured;
  }
  return frames;
}
