// The other thread: reads captures and packs their flows, while the main thread judges and reports them.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
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

/** A buffer that the main thread has read and sent back. */
function takeBack(): ArrayBuffer | undefined {
  const received: unknown = parentPort ? receiveMessageOnPort(parentPort)?.message : undefined;
  return received instanceof ArrayBuffer ? received : undefined;
}

async function readAll(): Promise<void> {
  const { inputs } = openCaptures(order.files, { stdin: noStandardInput }, (count) => post({ kind: 'bytes', count }));
  const onParcel = (buffer: ArrayBuffer, length: number): void => {
    takePlace();
    post({ kind: 'parcel', buffer, length }, [buffer]);
  };
  const { inputs: reports, problem } = await observeParcels(inputs, order.limits, onParcel, takeBack);
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
