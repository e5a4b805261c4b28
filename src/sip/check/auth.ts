// What can be wrong with a challenge or credentials (RFC 3261 §7.3.1, §25.1). What they say is for the rules.
import type { DefectList } from '../defects.ts';
import type { HeaderField } from '../fields.ts';
import { parseParam } from '../params.ts';
import type { Param } from '../params.ts';
import { splitList } from '../quoted.ts';
import { checkDuplicates } from './uri.ts';

/** Notes what is wrong with a WWW-Authenticate, Proxy-Authenticate, Authorization or Proxy-Authorization row. */
export function checkAuth(text: string, field: HeaderField, list: DefectList): void {
  const { canonical, valueSpan } = field;
  const items = splitList(text, valueSpan.start, valueSpan.end);
  const second = items.find((item, index) => index > 0 && opensScheme(text.slice(item.start, item.start + 200)));
  if (second) {
    list.add('auth-combined', second.start, second.end, { header: canonical });
    return;
  }
  const params: Param[] = [];
  for (const [index, { start, end }] of items.entries()) {
    const param = parseParam(text, index > 0 ? start : schemeEnd(text, start, end), end);
    if (param) params.push(param);
    // `Digest a="b",,c` is legal by the # rule of RFC 2617, but not by RFC 3261.
    else if (items.length > 1) list.add('empty-value', valueSpan.start, valueSpan.end, { header: canonical });
  }
  checkDuplicates(params, list, canonical);
}

// `Digest realm=`: two tokens before the equals sign.
function opensScheme(item: string): boolean {
  return /^[A-Za-z][\w-]{0,40}[ \t]{1,40}[\w-]{1,60}[ \t]{0,40}=/.test(item);
}

function schemeEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9) at++;
  return at;
}
