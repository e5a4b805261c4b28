// Every flow script of the checkout, as a capture.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/analysis.ts';
import { compileFlowScript } from '../support/flow-script/compile.ts';
import { parseFlowScript } from '../../src/script/parse.ts';

/** `flows/busy.flow` and the capture it stands for. */
export const scripts: readonly (readonly [string, Uint8Array])[] = ['flows', 'rules'].flatMap((folder) =>
  readdirSync(join(root, 'fixtures', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, 'fixtures', folder, name), 'utf8');
      return [`${folder}/${name}`, compileFlowScript(parseFlowScript(text)).pcap] as const;
    }),
);
