// The version of this package, read from the package.json that it was installed with.
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

/** `1.2.3`. */
export const version: string = (JSON.parse(text) as { readonly version: string }).version;
