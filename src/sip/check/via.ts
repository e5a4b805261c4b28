// What can be wrong with a Via value (RFC 3261 §8.1.1.7, §20.42; RFC 5118 §4.5).
import type { Span } from '../../bytes/span.ts';
import type { DefectList } from '../defects.ts';
import { isIpv4, isIpv6 } from '../host.ts';
import { paramValue } from '../params.ts';
import { parseVia } from '../via.ts';
import type { Via } from '../via.ts';
import { checkDuplicates, checkHost } from './uri.ts';

const COOKIE = 'z9hG4bK';
const header = 'via';

/** Notes what is wrong with one Via value, which is trimmed and not empty. */
export function checkVia(text: string, span: Span, list: DefectList): void {
  const via = parseVia(text, span.start, span.end);
  const { start, end } = via.span;
  const [name = '', version = ''] = via.protocol.split('/', 2);
  if (name === '' || via.transport === '' || via.sentBy === '' || /[ \t]/.test(via.transport)) {
    list.add('via-malformed', start, end, { header });
    return;
  }
  if (name.toUpperCase() === 'SIP' && version !== '2.0')
    list.add('version', start, end, { header, value: via.protocol });
  checkHost(text, via, list, header);
  if (via.host === '255.255.255.255') list.add('via-broadcast', via.hostSpan.start, via.hostSpan.end, { header });
  checkDuplicates(via.params, list, header);
  checkBranch(via, list);
  checkReceived(via, list);
}

function checkBranch(via: Via, list: DefectList): void {
  const { branch, span } = via;
  if (paramValue(via.params, 'branch') === undefined) list.add('branch-missing', span.start, span.end, { header });
  else if (branch === COOKIE || branch === '') list.add('branch-empty', span.start, span.end, { header });
  else if (!branch.startsWith(COOKIE)) list.add('branch-no-cookie', span.start, span.end, { header, value: branch });
}

function checkReceived(via: Via, list: DefectList): void {
  for (const { name, value = '', span } of via.params) {
    const about = { header, value };
    if (name === 'received') {
      const bare = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1) : value;
      if (!isIpv4(bare) && !isIpv6(bare)) list.add('uri-host', span.start, span.end, about);
      else if (bare !== value) list.add('received-brackets', span.start, span.end, about);
    } else if (name === 'rport' && value !== '' && !inRange(value, 65535))
      list.add('uri-port', span.start, span.end, about);
    else if (name === 'ttl' && !inRange(value, 255)) {
      list.add('scalar-range', span.start, span.end, { ...about, severity: 'warning' });
    }
  }
}

function inRange(value: string, max: number): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= max;
}
