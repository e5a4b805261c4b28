// A call as different programs would write it down: what each tells of a message, and how it treats the message's lines.
import type { CompiledMessage } from '../support/flow-script/compile.ts';

/** How one program writes messages into a text. */
export interface Dialect {
  readonly name: string;
  /** One message with everything around it. `local` is the program's own end. */
  readonly write: (message: CompiledMessage, local: string) => string;
  /** What the text does not tell; times are exact unless it says so. */
  readonly lacks?: readonly ('ends' | 'own end' | 'time' | 'date' | 'fraction' | 'micros' | 'transport')[];
}

const iso = ({ timeUs }: CompiledMessage, date = '-', between = ' '): string => {
  const text = new Date(timeUs / 1000).toISOString();
  const micros = String(timeUs % 1_000_000).padStart(6, '0');
  return `${text.slice(0, 10).replaceAll('-', date)}${between}${text.slice(11, 19)}.${micros}`;
};
const clock = (message: CompiledMessage): string => iso(message).slice(11);
const crlf = ({ bytes }: CompiledMessage): string => Buffer.from(bytes).toString('latin1');
const lf = (message: CompiledMessage): string => crlf(message).replaceAll('\r\n', '\n');
const isSent = ({ source }: CompiledMessage, local: string): boolean => source === local;
const peerOf = (message: CompiledMessage, local: string): string =>
  isSent(message, local) ? message.destination : message.source;
const kindOf = ({ status }: CompiledMessage): string => (status === undefined ? 'request' : 'response');
const bracketed = (endpoint: string): string =>
  endpoint.startsWith('[') ? endpoint : endpoint.replace(/^(.*):/, '[$1]:');
const hostOf = (endpoint: string): string => endpoint.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '');
const portOf = (endpoint: string): string => /\d+$/.exec(endpoint)?.[0] ?? '';

/** Every dialect that is read. */
export const dialects: readonly Dialect[] = [
  {
    name: 'SIPp -trace_msg',
    lacks: ['ends'],
    write: (message, local) => {
      const { length } = message.bytes;
      const protocol = message.transport.toUpperCase();
      const what = isSent(message, local) ? `sent (${length} bytes):` : `received [${length}] bytes :`;
      return `${'-'.repeat(47)} ${iso(message)}\n${protocol} message ${what}\n\n${crlf(message)}\n`;
    },
  },
  {
    name: 'sngrep, saved as TXT',
    lacks: ['transport'],
    write: (message) => `${iso(message, '/')} ${message.source} -> ${message.destination}\n${crlf(message)}\n\n`,
  },
  {
    name: 'ngrep -W byline',
    write: (message) => {
      const lines = lf(message).replaceAll('\n', '.\n');
      const letter = message.transport === 'udp' ? 'U' : 'T';
      return `#\n${letter} ${iso(message, '/')} ${message.source} -> ${message.destination} #7\n${lines}\n`;
    },
  },
  {
    name: 'Asterisk chan_sip',
    lacks: ['own end', 'fraction'],
    write: (message, local) => {
      const stamp = `[${iso(message).slice(0, 19)}] VERBOSE[2345][C-00000001] chan_sip.c: `;
      const peer = peerOf(message, local);
      if (!isSent(message, local)) {
        const lines = `\n<--- SIP read from ${message.transport.toUpperCase()}:${peer} --->\n${lf(message)}<------------->`;
        return `${stamp}${lines}\n[${iso(message).slice(0, 19)}] VERBOSE[2345] chan_sip.c: --- (9 headers 0 lines) ---\n`;
      }
      if (message.status !== undefined) {
        return `${stamp}\n<--- Reliably Transmitting (no NAT) to ${peer} --->\n${lf(message)}\n<------------>\n`;
      }
      return `${stamp}Reliably Transmitting (NAT) to ${peer}:\n${lf(message)}\n---\n`;
    },
  },
  {
    name: 'Asterisk pjsip logger',
    lacks: ['own end', 'date', 'fraction'],
    write: (message, local) => {
      const day = new Date(message.timeUs / 1000).toUTCString().split(' ');
      const stamp = `[${day[2]} ${(day[1] ?? '').padStart(2)} ${clock(message).slice(0, 8)}] VERBOSE[117] res_pjsip_logger.c: `;
      const what = isSent(message, local) ? 'Transmitting' : 'Received';
      const way = isSent(message, local) ? 'to' : 'from';
      const over = `${message.transport.toUpperCase()}:${peerOf(message, local)}`;
      return `${stamp}<--- ${what} SIP ${kindOf(message)} (${message.bytes.length} bytes) ${way} ${over} --->\n${lf(message)}\n`;
    },
  },
  {
    name: 'pjsua',
    lacks: ['own end', 'date', 'micros'],
    write: (message, local) => {
      const [what, way] = isSent(message, local) ? ['TX', 'to'] : ['RX', 'from'];
      const info = `${message.status === undefined ? 'Request' : 'Response'} msg ${message.status ?? message.method}/cseq=1`;
      const head = `${clock(message).slice(0, 12)}   pjsua_core.c  .${what} ${message.bytes.length} bytes ${info} (tdta0x7f)`;
      const over = message.transport.toUpperCase();
      return `${head} ${way} ${over} ${peerOf(message, local)}:\n${lf(message)}\n--end msg--\n`;
    },
  },
  {
    name: 'FreeSWITCH sofia siptrace',
    lacks: ['own end'],
    write: (message, local) => {
      const [what, way] = isSent(message, local) ? ['send', 'to'] : ['recv', 'from'];
      const rule = `   ${'-'.repeat(72)}\n`;
      const lines = lf(message).replaceAll(/^/gm, '   ');
      const where = `${message.transport}/${bracketed(peerOf(message, local))} at ${clock(message)}`;
      const before = `${iso(message)} [DEBUG] switch_core_state_machine.c:40 (sofia/internal) State\n`;
      return `${before}${what} ${message.bytes.length} bytes ${way} ${where}:\n${rule}${lines}\n${rule}`;
    },
  },
  {
    name: 'Kamailio sipdump',
    write: (message, local) => {
      const { source, destination, timeUs } = message;
      const fields = {
        tag: isSent(message, local) ? 'snd' : 'rcv',
        pid: '10459',
        process: '2',
        time: `${Math.floor(timeUs / 1e6)}.${String(timeUs % 1e6).padStart(6, '0')}`,
        date: 'Thu Jan  1 00:00:00 2026',
        proto: `${message.transport} ${source.startsWith('[') ? 'ipv6' : 'ipv4'}`,
        srcip: hostOf(source),
        srcport: portOf(source),
        dstip: hostOf(destination),
        dstport: portOf(destination),
      };
      const told = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
      return `${'='.repeat(20)}\n${told.join('')}${'~'.repeat(20)}\n${crlf(message)}${'|'.repeat(20)}\n`;
    },
  },
  {
    name: 'baresip -s',
    lacks: ['time'],
    write: (message) => {
      const over = message.transport.toUpperCase();
      return `\r> \r>  \x1b[36;1m#\n${over} ${message.source} -> ${message.destination}\n${crlf(message)}\x1b[;m\n`;
    },
  },
  {
    name: 'tcpdump -v -tttt',
    lacks: ['transport'],
    write: (message) => {
      const dotted = (endpoint: string): string => `${hostOf(endpoint)}.${portOf(endpoint)}`;
      const head = `${iso(message)} IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 500)`;
      const lines = lf(message).replaceAll(/^/gm, '\t');
      return `${head}\n    ${dotted(message.source)} > ${dotted(message.destination)}: SIP, length: 472\n${lines}\n`;
    },
  },
  {
    name: 'syslog, its prefix on every line',
    lacks: ['own end', 'date', 'fraction', 'transport'],
    write: (message, local) => {
      const day = new Date(message.timeUs / 1000).toUTCString().split(' ');
      const prefix = `${day[2]} ${(day[1] ?? '').padStart(2)} ${clock(message).slice(0, 8)} pbx sbc[4711]: `;
      const way = isSent(message, local) ? 'sent to' : 'received from';
      const lines = [`Message ${way} ${peerOf(message, local)}:`, ...lf(message).trimEnd().split('\n'), ''];
      return lines.map((line) => `${prefix}${line}\n`).join('');
    },
  },
  {
    name: 'pasted, with nothing around it',
    lacks: ['ends', 'time', 'transport'],
    write: (message) => `${lf(message)}\n`,
  },
];
