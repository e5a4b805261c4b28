// Frames become a classic pcap file: microseconds, little endian, Ethernet.

/** 2026-01-01T00:00:00Z, where every flow script begins, in microseconds. */
export const START_US = Date.UTC(2026, 0, 1) * 1000;

/** One frame as it will stand in the file. `capturedLength` below the length of `bytes` cuts it as a snap length does. */
export interface RecordedFrame {
  readonly timeUs: number;
  readonly bytes: Uint8Array;
  readonly capturedLength: number;
}

/** Writes the frames in the order given; `timeUs` counts from START_US. */
export function writePcap(frames: readonly RecordedFrame[]): Uint8Array {
  const length = frames.reduce((sum, frame) => sum + 16 + frame.capturedLength, 24);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, 262_144, true);
  view.setUint32(20, 1, true);
  let offset = 24;
  for (const frame of frames) {
    const timeUs = START_US + frame.timeUs;
    view.setUint32(offset, Math.floor(timeUs / 1e6), true);
    view.setUint32(offset + 4, timeUs % 1e6, true);
    view.setUint32(offset + 8, frame.capturedLength, true);
    view.setUint32(offset + 12, frame.bytes.length, true);
    file.set(frame.bytes.subarray(0, frame.capturedLength), offset + 16);
    offset += 16 + frame.capturedLength;
  }
  return file;
}
