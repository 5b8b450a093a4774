/**
 * Keeps what is costly to find, up to `most` entries: a full map is emptied and fills again with what is in use, which is
 * cheaper than keeping account of the oldest. Values must depend on nothing but their key.
 */
export function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value, most: number): Value {
  if (known.size >= most) known.clear();
  known.set(key, value);
  return value;
}
