// A request that got no response at all. Silence is only judged where the capture would have shown an answer.
import { isHardError } from '../../flow/icmp.ts';
import type { IcmpMeaning, Sighting, Transaction } from '../../flow/model.ts';
import { T1_US, T2_US, TIMER_F_US } from '../../knowledge/timers.ts';
import { finalStatusOf, isInDialog, laterAttempts } from '../course.ts';
import { evidenceOf, icmpEvidence } from '../evidence.ts';
import type { Actor, Confidence, Severity } from '../rule.ts';
import { defineRule, fail, notApplicable, pass, undecided } from '../rule.ts';
import { scannerIn } from '../scanner.ts';

export const unansweredRequest = defineRule({
  id: 'unanswered-request',
  unit: 'transaction',
  needs: 'silence',
  severity: 'error',
  basis: 'observation',
  references: ['RFC 3261 §17.1.1.2', 'RFC 3261 §17.1.2.2', 'RFC 3261 §8.1.3.1'],
  text: {
    summary: 'A request never got any response.',
    title: 'No response to {method}',
    repeated:
      '{uac} sent {method} to {uas} {sent, plural, one {once} other {# times}} within {seconds} s and got no response at all.',
    once: '{uac} sent {method} to {uas} and got no response at all in the {after} s that the recording goes on.',
    relayed: 'Further on, {further} did answer with {status}, but that response did not come back over this hop.',
    why: 'Either the request did not arrive, or the response took another way: a wrong address or port, a service that is not running, a firewall or NAT in between, or a request too large for one packet. The client must treat this like a 408.',
    'port-unreachable': '{reporter} reports that nothing listens on {uas} (ICMP port unreachable).',
    'host-unreachable':
      '{reporter} reports that the host of {uas} cannot be reached (ICMP host unreachable): it is off, or the address is wrong.',
    'net-unreachable': '{reporter} reports that there is no route to {uas} (ICMP net unreachable).',
    prohibited:
      '{reporter} refuses to let the request through (ICMP administratively prohibited): a firewall rejects it.',
    'too-big': '{reporter} could not pass on a packet of this size (ICMP: fragmentation needed or packet too big).',
    'time-exceeded':
      '{reporter} gave the packet up (ICMP time exceeded): it went in circles, or not all of its fragments came.',
    other: '{reporter} sent an ICMP error about the request.',
    large:
      'The request is {bytes} bytes long and was sent over UDP: above 1300 bytes packets are fragmented, and fragments are often dropped.',
    notRepeated:
      'It was not repeated either, as a client does over UDP when nothing comes back: it may have had its response by a way that was not recorded.',
    early: 'The recording ends before the client had to give up, so the response may have come later.',
    recovered: 'A later attempt was answered.',
    late: 'The request that it cancels had already been answered, so nothing was lost.',
    fixListen: 'Start the SIP service on {uas}, or make it listen on that address and port over {transport}.',
    fixRoute: 'Bring {uas} back into the network, or correct the route to it: {reporter} is where the packets end.',
    fixFirewall: 'Allow SIP from {uac} to {uas} in the firewall; {reporter} is where it is rejected.',
    fixServer: 'Check that a SIP service listens on {uas} over {transport} and accepts requests from {uac}.',
    fixNetwork:
      'Check routing, firewall and NAT between {uac} and {uas} in both directions; an ICMP error in the recording names the place.',
    fixClient: 'Check the address that {method} is sent to: proxy setting, DNS (SRV) records, registered Contact.',
    fixSize: 'Send large requests over TCP, or make them smaller: fewer codecs, compact header names.',
    oneWay:
      'whether {method} from {uac} to {uas} was answered: the recording would have to show the other direction, too',
    stopped:
      'whether {method} from {uac} to {uas} was answered: the recording would have to go on for 32 s after the request',
  },
  check(transaction, flow) {
    const [first] = transaction.requests;
    if (!first || transaction.method === 'ACK') return notApplicable;
    if (transaction.responses.length > 0) return pass;
    // A scanner asks everybody; most are silent, as they should be.
    if (scannerIn(flow) !== undefined) return notApplicable;
    // The silence begins at the last hop that shows the request.
    const answeredHop = transaction.nextHops.find((hop) => finalStatusOf(hop) > 0);
    if (transaction.nextHops.length > 0 && !answeredHop) return notApplicable;

    const last = transaction.requests.at(-1) ?? first;
    const icmp = transaction.icmpErrors.find(isHardError) ?? transaction.icmpErrors[0];
    const values = {
      method: transaction.method,
      uac: transaction.client,
      uas: transaction.server,
      transport: transaction.transport.toUpperCase(),
      sent: transaction.requests.length,
      seconds: Math.round((last.timeUs - first.timeUs) / 1e6),
      after: Math.round((flow.window.lastUs - first.timeUs) / 1e6),
      bytes: first.message.text.length,
      further: answeredHop?.server ?? '',
      reporter: icmp?.reporter ?? '',
      status: answeredHop ? finalStatusOf(answeredHop) : 0,
    };
    const reports = reportsOfSilence(transaction);
    // A proxy that says 408 has given up waiting, whatever its timers are.
    const triedToTheEnd =
      last.timeUs - first.timeUs >= TIMER_F_US - T2_US ||
      reports.some(({ message, timeUs }) => message.status === 408 && timeUs > last.timeUs);
    const sawWholeWait = flow.window.lastUs - first.timeUs >= TIMER_F_US;
    const isTold = icmp !== undefined && isHardError(icmp);
    const isRejected = isRejectedAgain(transaction) || (isTold && sawWholeWait);
    const repeated = transaction.requests.length > 2;
    const sawBoth = flow.window.bothDirections(transaction.client, transaction.server);
    // A capture that shows other SIP on its way to the client would probably have shown the response, too.
    const couldShow = sawBoth || flow.window.sawTrafficTo(transaction.client);
    const isLossy = flow.window.lossy || flow.end === 'evicted' || flow.omittedSightings > 0;
    if (!isTold && !triedToTheEnd && !repeated && !(couldShow && !isLossy)) return undecided('oneWay', values);
    if (!isTold && !triedToTheEnd && !repeated && !sawWholeWait) return undecided('stopped', values);

    // Over UDP a client that hears nothing repeats its request within T1: one that does not has heard something, or is gone.
    const isOdd = transaction.transport === 'udp' && transaction.requests.length === 1;
    const confidence: Confidence =
      isRejected || triedToTheEnd || (sawWholeWait && sawBoth && !isLossy && !isOdd)
        ? 'certain'
        : sawWholeWait && !isOdd
          ? 'likely'
          : 'possible';
    const isLarge = transaction.transport === 'udp' && first.message.text.length > 1300;
    const recovered = laterAttempts(transaction, flow).some((other) => other.responses.length > 0);
    const cancelledLate = transaction.cancels !== undefined && finalStatusOf(transaction.cancels) > 0;
    return fail({
      confidence,
      severity: severityOf(transaction, confidence, { recovered, cancelledLate }),
      title: 'title',
      explanation: [
        transaction.requests.length > 1 ? 'repeated' : 'once',
        ...(answeredHop ? (['relayed'] as const) : []),
        ...(icmp ? ([icmp.meaning] as const) : []),
        ...(isTold ? [] : (['why'] as const)),
        ...(isLarge ? (['large'] as const) : []),
        ...(recovered ? (['recovered'] as const) : []),
        ...(cancelledLate ? (['late'] as const) : []),
        ...(isOdd && !isTold ? (['notRepeated'] as const) : []),
        ...(sawWholeWait || triedToTheEnd || isRejected ? [] : (['early'] as const)),
      ],
      fix: [
        ...(isTold ? FIX_OF_REJECTION[icmp.meaning] : FIX_OF_SILENCE),
        { who: 'client', action: 'fixClient' },
        ...(isLarge ? ([{ who: 'client', action: 'fixSize' }] as const) : []),
      ],
      evidence: [
        evidenceOf(first),
        ...transaction.requests.slice(1).map((request) => evidenceOf(request)),
        ...transaction.icmpErrors.map((error) => icmpEvidence(first, error)),
      ],
      values,
      method: transaction.method,
      peer: transaction.server,
      explains: reports,
    });
  },
});

/** A service that is just starting rejects one copy; one that rejects the next copy, too, is not there. */
function isRejectedAgain({ icmpErrors }: Transaction): boolean {
  const rejections = icmpErrors.filter(isHardError);
  const [first] = rejections;
  const last = rejections.at(-1);
  return first !== undefined && last !== undefined && last.timeUs - first.timeUs >= T1_US / 2;
}

type Fix = readonly {
  readonly who: Actor;
  readonly action: 'fixListen' | 'fixRoute' | 'fixFirewall' | 'fixServer' | 'fixNetwork';
}[];

const FIX_OF_SILENCE: Fix = [
  { who: 'server', action: 'fixServer' },
  { who: 'network', action: 'fixNetwork' },
];
const FIX_OF_ROUTE: Fix = [{ who: 'network', action: 'fixRoute' }];
const FIX_OF_REJECTION: Readonly<Record<IcmpMeaning, Fix>> = {
  'port-unreachable': [{ who: 'server', action: 'fixListen' }],
  'host-unreachable': FIX_OF_ROUTE,
  'net-unreachable': FIX_OF_ROUTE,
  prohibited: [{ who: 'network', action: 'fixFirewall' }],
  'too-big': FIX_OF_SILENCE,
  'time-exceeded': FIX_OF_SILENCE,
  other: FIX_OF_SILENCE,
};

/** What the proxies before made of the silence: 408, or another server failure (RFC 3261 §16.7, §16.8). */
function reportsOfSilence(transaction: Transaction): readonly Sighting[] {
  const reports: Sighting[] = [];
  let hop = transaction.previousHop;
  for (let steps = 0; hop && steps < 70; steps++, hop = hop.previousHop) {
    reports.push(...hop.responses.filter(({ message }) => message.status === 408 || message.status >= 500));
  }
  return reports;
}

/** What the silence cost: a ping or a goodbye less than a call. */
function severityOf(
  transaction: Transaction,
  confidence: Confidence,
  { recovered, cancelledLate }: { readonly recovered: boolean; readonly cancelledLate: boolean },
): Severity {
  if (cancelledLate) return 'info';
  if (confidence === 'possible' || recovered) return 'warning';
  const { method } = transaction;
  if (method === 'OPTIONS' || method === 'CANCEL' || method === 'BYE' || method === 'NOTIFY') return 'warning';
  return method === 'INFO' && isInDialog(transaction) ? 'warning' : 'error';
}
