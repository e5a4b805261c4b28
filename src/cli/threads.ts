// Large captures are read by a thread of their own, so that reading them and judging their flows take place at the same
// time. What comes out is the same, byte for byte.
import { Worker } from 'node:worker_threads';
import { type AnalyzeOptions, refuse } from '../analyze.ts';
import type { AnalysisEvent } from '../annotate/analysis.ts';
import { ParcelReader } from '../flow/parcel.ts';
import { DEFAULT_FLOW_LIMITS, type FlowLimits } from '../flow/tracker.ts';
import { Judge } from '../judge.ts';
import { CaptureFileError, type OnBytes } from '../node/file-source.ts';
import type { Observed } from '../observation.ts';

/** Parcels on their way to the main thread at most; a parcel is about 1 MiB. */
export const MAX_IN_FLIGHT = 16;
/** Where the number of parcels on their way stands in the shared memory. */
export const FLIGHT = 0;

/** What the reading thread is to do. */
export interface ThreadOrder {
  readonly files: readonly string[];
  readonly limits: Partial<FlowLimits>;
  /** Shared: parcels that were sent and not yet judged. */
  readonly inFlight: SharedArrayBuffer;
}

/** What the reading thread says. */
export type ThreadMessage =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'parcel'; readonly buffer: ArrayBuffer; readonly length: number }
  | { readonly kind: 'done'; readonly observed: Observed }
  | { readonly kind: 'failed'; readonly failure: ThreadFailure };

/** An error on its way between threads, where classes and codes get lost. */
export interface ThreadFailure {
  readonly message: string;
  /** Of the operating system: `EACCES`. */
  readonly errno?: string;
  /** For a capture file that could not be read. */
  readonly file?: { readonly code: CaptureFileError['code']; readonly path: string };
}

/**
 * Like `analyzeEvents` (analyze.ts), on files by name, with a thread for reading. Messages are not handed on.
 * @throws CaptureError, CaptureFileError as there.
 */
export async function analyzeInThreads(
  files: readonly string[],
  options: AnalyzeOptions,
  onEvent: (event: AnalysisEvent) => void,
  onBytes: OnBytes,
): Promise<void> {
  const { rules = {}, limits = {} } = options;
  const inFlight = new SharedArrayBuffer(4);
  const order: ThreadOrder = { files, limits, inFlight };
  const worker = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: order });
  const judge = new Judge(rules, onEvent);
  const parcels = new ParcelReader(judge.take, limits.maxPairs ?? DEFAULT_FLOW_LIMITS.maxPairs);
  try {
    const observed = await listen(worker, onBytes, (buffer, length) => {
      parcels.read(buffer, length);
      worker.postMessage(buffer, [buffer]);
      Atomics.sub(new Int32Array(inFlight), FLIGHT, 1);
      Atomics.notify(new Int32Array(inFlight), FLIGHT);
    });
    judge.end(observed.inputs);
    refuse(observed);
  } finally {
    await worker.terminate();
  }
}

function listen(
  worker: Worker,
  onBytes: OnBytes,
  onParcel: (buffer: ArrayBuffer, length: number) => void,
): Promise<Observed> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the reading thread ended early')));
    worker.on('message', (message: ThreadMessage) => {
      try {
        if (message.kind === 'bytes') onBytes(message.count);
        else if (message.kind === 'parcel') onParcel(message.buffer, message.length);
        else if (message.kind === 'done') resolve(message.observed);
        else reject(errorOf(message.failure));
      } catch (error) {
        reject(error instanceof Error ? error : new Error('judging failed', { cause: error }));
      }
    });
  });
}

function errorOf({ message, errno, file }: ThreadFailure): Error {
  const cause = Object.assign(new Error(message), errno === undefined ? {} : { code: errno });
  return file ? new CaptureFileError(file.code, file.path, cause) : cause;
}

/** The other way round: what an error was, as plain data. */
export function failureOf(error: unknown): ThreadFailure {
  const file = error instanceof CaptureFileError ? { code: error.code, path: error.path } : undefined;
  const cause = error instanceof CaptureFileError ? error.cause : error;
  const message = cause instanceof Error ? cause.message : String(cause);
  const errno = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return { message, ...(errno === undefined ? {} : { errno }), ...(file ? { file } : {}) };
}
