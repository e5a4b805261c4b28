import type { StatusEntry } from './entry.ts';
export const codes4xx = {
  486: {
    phrase: 'Busy Here',
    source: 'RFC 3261 §21.4.24',
    nature: 'choice',
    text: {
      means:
        'The call reached the callee, but this device is busy or does not take another call. Another device of the same user may still answer.',
      usually: [
        'The callee is on the phone and call waiting is off.',
        'The callee pressed reject, or do-not-disturb is on: many phones answer 486 then.',
        'A trunk or gateway has no free channel and calls that busy.',
      ],
      fix: [],
      noFaultWhen: 'The callee really is on the phone.',
    },
    dialog: 'transaction',
    retry: 'Later; after Retry-After, if it is there.',
  },
} as const satisfies Record<number, StatusEntry>;
