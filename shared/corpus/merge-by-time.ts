import type { Place } from './cursor.ts';

/** Below zero when the left place comes first: by time, then by series. */
export function comparePlaces(left: Place, right: Place): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  if (left.series === right.series) return 0;
  return left.series < right.series ? -1 : 1;
}

/** Merges streams that are each in order into one that is; reads each no further than what is taken asks for. */
export async function* mergeByTime<T extends Place>(
  streams: readonly AsyncIterator<T>[],
  descending: boolean,
): AsyncGenerator<T> {
  const sign = descending ? -1 : 1;
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let first = -1;
    for (const [index, head] of heads.entries()) {
      if (head.done) continue;
      const best = heads[first];
      if (!best || sign * comparePlaces(head.value, best.value) < 0) first = index;
    }
    const head = heads[first];
    if (!head) return;
    yield head.value;
    heads[first] = await streams[first]!.next();
  }
}
