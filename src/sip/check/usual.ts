// The forms in which nearly every header is written. What has one of them needs no closer look, and a closer look costs
// ten times as much. Each expression has one way only to match, so that all are linear.

const token = "[\\w.!%*+`'~-]+";
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const label = '[A-Za-z][A-Za-z0-9]*(?:-+[A-Za-z0-9]+)*';
const port = '(?::(?:[1-9]\\d{0,3}|[1-5]\\d{4})(?!\\d))?';
const host = `(?:${octet}(?:\\.${octet}){3}(?![\\w.-])|${label}(?:\\.${label})*(?![\\w.-]))${port}`;
const value = "[\\w.!*+`'~-]+";
const user = "(?:[\\w.!~*'()&=+$,-]+@)?";
// Two parameters at most, and then not of one name.
const uriParams = `(?:;lr(?:=on)?(?=[;>]))?(?:;(?!lr[=;>])[\\w-]+(?:=${value})?)?`;
const uri = `sips?:${user}${host}${uriParams}`;
const name = `(?:"[^"\\\\\\0-\\x1f\\x7f-\\xff]*" ?|${token}(?: ${token})* )?`;
// `q` and `expires` of a Contact have ranges of their own.
const nameAddr = `${name}<${uri}>(?:;(?!q=|expires=)[\\w-]+(?:=${value})?)?`;
const rport = ';rport(?:=[1-9]\\d{0,3})?(?=;|$|[\\r\\n,])';
const received = `(?:;received=${octet}(?:\\.${octet}){3}(?=;))?`;
const branch = `;branch=z9hG4bK${value}`;
const viaParams = `(?:${rport}${received}${branch}|${received}${branch}(?:${rport})?)`;

const forms = {
  'name-addr': nameAddr,
  'token-list': `${token}(?: ?, ?${token})*`,
  via: `SIP/2\\.0/[A-Z]+ (?!255\\.255\\.255\\.255)${host}${viaParams}`,
  number: '\\d{1,9}',
  hops: '1?\\d{1,2}',
  refreshed: '\\d{1,9}(?:;refresher=ua[cs])?',
  'call-id': '[\\w.!%*+`\'~()<>:"/[\\]?{}-]+(?:@[\\w.!%*+`\'~()<>:"/[\\]?{}-]+)?',
  type: `${token}/${token}`,
} as const;

/** A usual form. */
export type UsualForm = keyof typeof forms;

const expressions = new Map(Object.entries(forms).map(([form, source]) => [form, new RegExp(source, 'y')]));

/** Whether the value in [start, end) has a usual form, in which nothing can be wrong. */
export function isUsual(form: UsualForm, text: string, start: number, end: number): boolean {
  const expression = expressions.get(form);
  if (!expression) return false;
  expression.lastIndex = start;
  return expression.test(text) && expression.lastIndex === end;
}
