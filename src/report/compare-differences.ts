// In what two status codes really differ: a respect in which they are alike is left out.
import type { Behaviour } from '../knowledge/comparison/behaviour.ts';
import type { Guide } from '../languages/guide.ts';
import { say } from '../text/say.ts';
import { blameOf, classDigitOf, endOf, forkingOf, type Judged, mandatoryHeadersOf, reachOf } from './compare-facts.ts';
import type { Explanation } from './explanation.ts';

/** What differs in one respect. */
export interface Difference {
  readonly aspect: 'class' | 'blame' | 'sender' | 'end' | 'dialog' | 'headers' | 'again' | 'forking' | 'hearing';
  /** What the respect is called. */
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** A side with the words that its explanation has. */
interface Explained extends Judged {
  readonly explanation: Explanation;
}

/** What is said of a side in one respect: `kind` decides whether two sides differ. */
interface Trait {
  readonly kind: string;
  readonly text: string;
}

/** The respects in which they differ, most telling first. */
export function differencesOf(a: Explained, b: Explained, guide: Guide): readonly Difference[] {
  const { rows } = guide.comparison;
  return traits.flatMap(({ aspect, of }) => {
    const left = of(a, guide);
    const right = of(b, guide);
    if (!left || !right || left.kind === right.kind || left.text === right.text) return [];
    return [{ aspect, label: rows[aspect].label, a: left.text, b: right.text }];
  });
}

const traits: readonly {
  readonly aspect: Difference['aspect'];
  readonly of: (side: Explained, guide: Guide) => Trait | undefined;
}[] = [
  {
    aspect: 'class',
    of: ({ label }, { comparison }) => {
      const digit = classDigitOf(label);
      return digit === 0 ? undefined : { kind: String(digit), text: comparison.rows.class.says[digit] };
    },
  },
  {
    aspect: 'blame',
    of: (side, { comparison }) => ({ kind: blameOf(side), text: comparison.rows.blame.says[blameOf(side)] }),
  },
  {
    aspect: 'sender',
    of: ({ behaviour }, { comparison }) => ({
      kind: behaviour.sentBy,
      text: comparison.rows.sender.says[behaviour.sentBy],
    }),
  },
  {
    aspect: 'end',
    of: ({ label }, { comparison }) => ({ kind: endOf(label), text: comparison.rows.end.says[endOf(label)] }),
  },
  { aspect: 'again', of: againOf },
  {
    aspect: 'dialog',
    // Within a class of refusals it differs from code to code.
    of: (side, { comparison }) =>
      /^[3-6]xx$/.test(side.label)
        ? undefined
        : { kind: reachOf(side), text: comparison.rows.dialog.says[reachOf(side)] },
  },
  { aspect: 'headers', of: headersOf },
  {
    aspect: 'forking',
    of: (side, { comparison }) => ({ kind: forkingOf(side), text: comparison.rows.forking.says[forkingOf(side)] }),
  },
  {
    aspect: 'hearing',
    of: ({ behaviour }, { comparison }) => ({
      kind: behaviour.hears,
      text: comparison.rows.hearing.says[behaviour.hears],
    }),
  },
];

/** Two codes that want the request changed differ in what has to be changed; two that want nothing do not differ. */
function againOf({ behaviour, explanation }: Explained, { comparison }: Guide): Trait {
  const { again }: Behaviour = behaviour;
  const text = explanation.retry ?? comparison.rows.again.says['not-needed'];
  return { kind: again === 'changed' ? `changed: ${text}` : again, text };
}

function headersOf(side: Explained, guide: Guide): Trait | undefined {
  // What a whole class must carry cannot be said.
  if (side.label.endsWith('xx')) return undefined;
  const { always, sometimes } = mandatoryHeadersOf(side);
  const { must, case: inCase, both, none } = guide.comparison.rows.headers.says;
  const headers = always.join(', ');
  const others = sometimes.join(', ');
  const kind = `${headers}|${others}`;
  if (headers !== '' && others !== '') return { kind, text: say(both, { headers, others }, guide.locale) };
  if (headers !== '') return { kind, text: say(must, { headers }, guide.locale) };
  if (others !== '') return { kind, text: say(inCase, { headers: others }, guide.locale) };
  return { kind, text: none };
}
