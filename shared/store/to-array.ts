/** All that an iterable yields. (Array.fromAsync needs Node 22.) */
export async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
