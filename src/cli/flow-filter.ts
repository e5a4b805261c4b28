// The filter options become one question about a flow: keep it or not. Values of one option are alternatives, options
// narrow each other down.
import type { FlowReport } from '../annotate/finding.ts';
import type { Flow, FlowKind, Sighting } from '../flow/model.ts';
import { type TextTest, textTestOf } from '../gate/text-test.ts';
import { printable } from '../report/printable.ts';
import { rules } from '../rules/all.ts';
import { UsageError } from './io.ts';
import { said } from './said.ts';
import { parseTime } from './time-option.ts';

/** The filter options as commander delivers them. */
export interface FilterOptions {
  readonly callId?: readonly string[];
  readonly kind?: readonly FlowKind[];
  readonly method?: readonly string[];
  readonly status?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly host?: readonly string[];
  readonly rule?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

export type FlowFilter = (report: FlowReport) => boolean;

/**
 * The filter, or undefined where every flow passes.
 * @throws UsageError naming the option and what arrived.
 */
export function flowFilterOf(options: FilterOptions): FlowFilter | undefined {
  const tests: ((flow: Flow) => boolean)[] = [];
  const { callId, kind, method, status, from, to, host, rule, since, until } = options;
  if (callId)
    tests.push(
      anyOf(
        callId.map((text) => textTest('--call-id', text)),
        (flow) => [flow.callId],
      ),
    );
  if (kind) tests.push((flow) => kind.includes(flow.kind));
  if (method) tests.push(byMethod(method));
  if (status) tests.push(byStatus(status));
  if (from)
    tests.push(
      anyOf(
        from.map((text) => textTest('--from', text)),
        (flow) => partyTexts(flow, 'from'),
      ),
    );
  if (to)
    tests.push(
      anyOf(
        to.map((text) => textTest('--to', text)),
        (flow) => partyTexts(flow, 'to'),
      ),
    );
  if (host) tests.push(byHost(host));
  if (since !== undefined || until !== undefined) tests.push(byTime(since, until));
  const judged = rule && byRule(rule);
  if (tests.length === 0) return judged;
  return (report) => tests.every((test) => test(report.flow)) && (judged?.(report) ?? true);
}

/** Flows with a finding of one of these rules. */
function byRule(wanted: readonly string[]): FlowFilter {
  for (const id of wanted) {
    if (!/^response\/[1-6]\d\d$/.test(id) && !rules.some((rule) => rule.id === id)) {
      throw new UsageError(said('badRule', { got: printable(id, 40) }));
    }
  }
  return ({ findings }) => findings.some(({ rule }) => wanted.includes(rule));
}

/** `/…/` and `/…/i` are regular expressions; anything else is a part of the text, upper or lower case. */
function textTest(option: string, wanted: string): TextTest {
  try {
    return textTestOf(wanted);
  } catch (error) {
    const problem = printable(error instanceof Error ? error.message : '');
    throw new UsageError(said('badOption', { option, problem }), { cause: error });
  }
}

function anyOf(tests: readonly TextTest[], textsOf: (flow: Flow) => readonly string[]): (flow: Flow) => boolean {
  return (flow) => {
    const texts = textsOf(flow);
    return tests.some((test) => texts.some(test));
  };
}

/** The URI of the flow, and the header as it stands in its first message: display names count too. */
function partyTexts(flow: Flow, side: 'from' | 'to'): readonly string[] {
  const header = flow.sightings.at(0)?.message.header(side);
  return header === undefined ? [flow[side]] : [flow[side], header];
}

function byMethod(wanted: readonly string[]): (flow: Flow) => boolean {
  const methods = new Set(wanted.map((method) => method.toUpperCase()));
  return (flow) => flow.transactions.some(({ method }) => methods.has(method.toUpperCase()));
}

function byStatus(wanted: readonly string[]): (flow: Flow) => boolean {
  for (const status of wanted) {
    if (!/^[1-9](\d\d|xx)$/i.test(status)) {
      throw new UsageError(said('badStatus', { got: printable(status, 40) }));
    }
  }
  const codes = new Set(wanted.filter((status) => /^\d+$/.test(status)).map(Number));
  const classes = new Set(wanted.filter((status) => !/^\d+$/.test(status)).map((status) => Number(status[0])));
  const passes = ({ message: { status } }: Sighting): boolean =>
    codes.has(status) || classes.has(Math.floor(status / 100));
  return (flow) => flow.transactions.some(({ responses }) => responses.some(passes));
}

/** `192.0.2.10`, `192.0.2.10:5060`, `2001:db8::1`, `[2001:db8::1]:5060`. */
function byHost(wanted: readonly string[]): (flow: Flow) => boolean {
  const hosts = new Set(wanted.map((host) => (isBareIpv6(host) ? `[${host}]` : host).toLowerCase()));
  const passes = (endpoint: string): boolean =>
    hosts.has(endpoint) || hosts.has(endpoint.slice(0, endpoint.lastIndexOf(':')));
  return (flow) => flow.sightings.some(({ source, destination }) => passes(source) || passes(destination));
}

function isBareIpv6(host: string): boolean {
  return host.split(':').length > 2 && !host.startsWith('[');
}

/** Flows of which some part lies in the period. */
function byTime(since: string | undefined, until: string | undefined): (flow: Flow) => boolean {
  const sinceUs = since === undefined ? undefined : parseTime('--since', since);
  const untilUs = until === undefined ? undefined : parseTime('--until', until);
  return (flow) => {
    const first = flow.sightings.at(0)?.timeUs ?? 0;
    const last = flow.sightings.at(-1)?.timeUs ?? 0;
    if (sinceUs && last < sinceUs(flow.window.firstUs)) return false;
    return !(untilUs && first > untilUs(flow.window.firstUs));
  };
}
