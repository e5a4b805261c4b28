import type { StatusEntry } from './entry.ts';
export const codes1xx = {} as const satisfies Record<number, StatusEntry>;
