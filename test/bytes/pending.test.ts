// What waits is copied, and its buffers go round.
import { describe, expect, it } from 'vitest';
import { bytesOf, latin1 } from '../../src/bytes/ascii.ts';
import { BufferPool, PendingBytes } from '../../src/bytes/pending.ts';

const textOf = ({ bytes, length }: PendingBytes): string => latin1(bytes, 0, length);

describe('bytes that wait', () => {
  it('are copied, however few and however many they are', () => {
    const pending = new PendingBytes(new BufferPool());
    const text = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(33 + (index % 90))).join('');
    for (let at = 0, size = 1; at < text.length; at += size, size = (size * 7) % 101) {
      const bytes = bytesOf(text.slice(0, at + size));
      pending.append(bytes, at, bytes.length);
      bytes.fill(0);
    }
    expect(textOf(pending)).toBe(text);
    pending.keep(100, 200);
    expect(textOf(pending)).toBe(text.slice(100, 200));
  });

  it('give back what they took, and say when it is too much', () => {
    const pool = new BufferPool(20_000);
    const all = Array.from({ length: 3 }, () => new PendingBytes(pool));
    for (const pending of all) pending.append(new Uint8Array(9000), 0, 9000);
    expect(pool.isFull).toBe(true);
    for (const pending of all) pending.clear();
    expect(pool.isFull).toBe(false);
    const first = pool.take(10);
    pool.give(first);
    expect(pool.take(10)).toBe(first);
  });
});
