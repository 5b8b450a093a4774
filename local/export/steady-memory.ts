import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const everyMilliseconds = 100;

/**
 * Does the work with a heap that is collected ten times a second. Left to itself V8 lets a heap of mostly garbage grow to
 * several times what is held, since that is faster: here constant memory is worth a part of the time.
 */
export async function withSteadyMemory<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const timer = setInterval(collect, everyMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
