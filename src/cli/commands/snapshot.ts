// siplens snapshot: the flows as a flow script that is the same for every recording of the same scenario.
import { FlowCollection } from '../../gate/snapshot.ts';
import { snapshotText } from '../../gate/snapshot-file.ts';
import { printable } from '../../report/printable.ts';
import type { Reporter, ReporterOptions } from '../../report/reporter.ts';
import { onlyFlows } from '../filtered.ts';
import { type ExitCode, type SpokenIo, UsageError } from '../io.ts';
import { type Said, said } from '../said.ts';
import { type Reading, readCaptures, type ReadingOptions } from '../reading.ts';

/** Options of `snapshot`. */
export interface SnapshotOptions extends ReadingOptions {
  readonly times?: boolean;
  readonly header?: readonly string[];
}

/** Runs `siplens snapshot`. */
export async function run(captures: readonly string[], options: SnapshotOptions, io: SpokenIo): Promise<ExitCode> {
  const { header = [], times = false } = options;
  for (const name of header) {
    if (!/^[A-Za-z0-9.!%*_+`'~-]{1,60}$/.test(name))
      throw new UsageError(said('badHeader', { got: printable(name, 60) }));
  }
  const collection = new FlowCollection();
  const reporter = (_: 'text', { write }: ReporterOptions): Reporter => ({
    onEvent(event): void {
      if (event.kind === 'flow') collection.add(event.report);
      else if (event.kind === 'end' && collection.flows.length > 0) {
        const wanted = { headers: header, times };
        write(snapshotText(collection.written(wanted), wanted));
      }
    },
  });
  const reading: Reading<'text'> = { formats: ['text'], reporter, messages: false, filtered: onlyFlows };
  const code = await readCaptures(captures, options, reading, io);
  const say = (what: Said): void => io.stderr.write(`siplens: ${io.speak(what)}\n`);
  if (collection.left > 0) say(said('snapshotLeft', { count: collection.left, most: collection.flows.length }));
  if (code !== 0 || collection.flows.length > 0) return code;
  say(said('snapshotEmpty'));
  return 2;
}
