// Where SIP messages begin in a text: a start line (RFC 3261 §7.1, §7.2), at the beginning of a line or behind what a
// logger put in front of it.

/** At the beginning of a line: any method, any URI; one with spaces in it when nothing else fits. */
const request = /^[!#-'*+\-.0-9A-Z^-z|~]{1,32} +\S+ +SIP\/\d\.\d\.?$/;
const badRequest = /^[!#-'*+\-.0-9A-Z^-z|~]{1,32} +\S.* +SIP\/\d\.\d\.?$/;
const response = /^SIP\/\d\.\d +[1-7]\d\d(?: .*)?$/;
/** Behind something else: what nobody writes by chance. */
const quotedRequest = /(?<=[\s>|:"'\]])[A-Z]{3,12} (?:sips?|tel|urn):\S+ SIP\/2\.0\.?$/;
const quotedResponse = /(?<=[\s>|:"'\]])SIP\/2\.0 [1-6]\d\d [^\s/][^/]{0,80}$/;

/** Behind anything: methods that there are. */
const dumped =
  /(?:(?:ACK|BYE|CANCEL|INFO|INVITE|MESSAGE|NOTIFY|OPTIONS|PRACK|PUBLISH|REFER|REGISTER|SUBSCRIBE|UPDATE) (?:sips?|tel|urn):\S+ SIP\/2\.0|SIP\/2\.0 [1-6]\d\d .{1,80})$/;

/** No header is longer. */
const MAX_START_LINE = 16_384;

/**
 * Where a start line begins in a line; -1 when there is none.
 * @param isDump The line may begin with the headers of a packet.
 */
export function startLineAt(line: string, isDump = false): number {
  if (!line.includes('SIP/') || line.length > MAX_START_LINE) return -1;
  const inDump = isDump ? dumped.exec(line) : null;
  if (inDump) return inDump.index;
  const indent = indentOf(line);
  const own = indent === 0 ? line : line.slice(indent);
  if (request.test(own) || response.test(own)) return indent;
  const match = quotedRequest.exec(line) ?? quotedResponse.exec(line);
  return match?.index ?? (badRequest.test(own) ? indent : -1);
}

/** How many spaces and tabs a line begins with. */
export function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

/** Whether a line reads like a header field. */
export function isHeaderLine(line: string): boolean {
  return /^[!#-'*+\-.0-9A-Z^-z|~]{1,64}[ \t]*:/.test(line);
}
