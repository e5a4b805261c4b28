// All checks of one message, in the order of the wire. What was cut off cannot be called wrong.
import { DefectList } from '../defects.ts';
import type { SipDefect } from '../defects.ts';
import type { SipMessage } from '../message.ts';
import { checkBody } from './body.ts';
import { checkField } from './field.ts';
import { checkLines } from './lines.ts';
import { checkPresence } from './presence.ts';
import { checkStartLine } from './start-line.ts';

const sipHeaders: ReadonlySet<string> = new Set(['via', 'call-id', 'cseq', 'from', 'to']);

/** Everything that is wrong with a message. Deterministic and linear in its length. */
export function checkMessage(message: SipMessage): readonly SipDefect[] {
  const list = new DefectList(message.text);
  const { options, fields } = message;
  if (
    message.kind === 'unreadable' &&
    !options.fragment &&
    !fields.some(({ canonical }) => sipHeaders.has(canonical))
  ) {
    list.add('not-sip', 0, message.text.length, { value: '' });
    return list.defects;
  }
  checkStartLine(message, list);
  checkLines(message, list);
  for (const field of fields) checkField(message, field, list);
  if (!options.fragment) checkPresence(message, list);
  checkBody(message, list);
  return options.cut ? beforeTheCut(message, list.defects) : list.defects;
}

// Of a head that ends with the capture, the last row may go on: nothing it seems to lack is certain.
function beforeTheCut(message: SipMessage, defects: readonly SipDefect[]): readonly SipDefect[] {
  if (message.hasEmptyLine) return defects;
  const last = message.fields.at(-1)?.span.start ?? message.startLineSpan.start;
  return defects.filter(({ offset }) => offset < last);
}
