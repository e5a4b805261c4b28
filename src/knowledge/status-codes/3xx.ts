import type { StatusEntry } from './entry.ts';
export const codes3xx = {} as const satisfies Record<number, StatusEntry>;
