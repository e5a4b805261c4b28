import type { StatusEntry } from './entry.ts';
export const codes6xx = {} as const satisfies Record<number, StatusEntry>;
