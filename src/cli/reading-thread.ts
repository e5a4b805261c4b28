// The other thread: reads captures and packs their flows, while the main thread judges and reports them.
import { parentPort, workerData } from 'node:worker_threads';
import { observeParcels } from '../observation.ts';
import { openCaptures } from './captures.ts';
import { failureOf, FLIGHT, MAX_IN_FLIGHT, type ThreadMessage, type ThreadOrder } from './threads.ts';

const order = workerData as ThreadOrder;
const inFlight = new Int32Array(order.inFlight);
const post = (message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, [...transfer]);

/** Waits while the main thread has enough to do: memory stays flat however slow it is. */
function takePlace(): void {
  for (;;) {
    const flying = Atomics.load(inFlight, FLIGHT);
    if (flying < MAX_IN_FLIGHT) break;
    Atomics.wait(inFlight, FLIGHT, flying);
  }
  Atomics.add(inFlight, FLIGHT, 1);
}

async function readAll(): Promise<void> {
  const { inputs } = openCaptures(order.files, { stdin: noStandardInput }, (count) => post({ kind: 'bytes', count }));
  const { inputs: reports, problem } = await observeParcels(inputs, order.limits, (buffer, length) => {
    takePlace();
    post({ kind: 'parcel', buffer, length }, [buffer]);
  });
  const noted = reports.map((report, index) => ({
    ...report,
    notices: [...(inputs[index]?.notes.notices ?? []), ...report.notices],
  }));
  post({ kind: 'done', observed: { inputs: noted, ...(problem ? { problem } : {}) } });
}

function noStandardInput(): never {
  throw new RangeError('standard input is read by the main thread');
}

try {
  await readAll();
} catch (error) {
  post({ kind: 'failed', failure: failureOf(error) });
}
