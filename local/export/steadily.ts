import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Articles between two collections: some megabytes of rows, strings and the database's answers. */
const articlesAtOnce = 50;

/**
 * Hands articles on and has the heap collected after every fifty of them. Left to itself V8 lets a heap of mostly garbage
 * grow to several times what is held, since that is faster: here constant memory is worth a part of the time. By count and
 * not by the clock: on a busy machine a timer comes late, and more lies about by then.
 */
export async function* steadily<T>(articles: AsyncIterable<T>): AsyncGenerator<T> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let count = 0;
  for await (const article of articles) {
    yield article;
    count += 1;
    if (count % articlesAtOnce === 0) collect();
  }
}
