// A connection of which is known what it carries, and that nothing in it can be used.
import type { StreamLayer } from './layer.ts';

/** Wants nothing. */
export class SilentLayer implements StreamLayer {
  push(): void {
    // Nothing is wanted.
  }

  gap(): void {
    // Nothing is wanted.
  }

  closed(): void {
    // Nothing was begun.
  }

  ignores(): boolean {
    return true;
  }
}
