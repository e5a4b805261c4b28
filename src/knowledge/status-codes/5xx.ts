import type { StatusEntry } from './entry.ts';
export const codes5xx = {} as const satisfies Record<number, StatusEntry>;
