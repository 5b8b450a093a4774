import { useLayoutEffect, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';

/**
 * The value as it was until the next paint, then the value: what answers a press at once is drawn first, and what takes
 * longer follows.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useLayoutEffect(() => (shown === value ? undefined : afterPaint(() => setShown(value))), [value, shown]);
  return shown;
}
