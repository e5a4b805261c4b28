import type { StatusEntry } from './entry.ts';
export const codes2xx = {} as const satisfies Record<number, StatusEntry>;
