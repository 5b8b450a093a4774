/**
 * Columns of bytes with a head in JSON, so that weights are read from disk as they lie in memory: a string of five
 * million characters takes a script's parser longer than all else that a function does at its start.
 *
 *   bytes 0-3   length of the head (little-endian)
 *   then        head: {"meta": …, "columns": {name: length}}, columns one after another
 */
export interface WeightsFile<Meta> {
  meta: Meta;
  columns: Record<string, Uint8Array>;
}

interface Head<Meta> {
  meta: Meta;
  columns: Record<string, number>;
}

const lengthBytes = 4;

/** The bytes of a file of columns. */
export function writeWeightsFile<Meta>({ meta, columns }: WeightsFile<Meta>): Uint8Array {
  const lengths = Object.fromEntries(Object.entries(columns).map(([name, bytes]) => [name, bytes.length]));
  const head = Buffer.from(JSON.stringify({ meta, columns: lengths } satisfies Head<Meta>));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...Object.values(columns)]);
}

/** The columns of a file, as views on its bytes. @throws RangeError when bytes are missing or left over */
export function readWeightsFile<Meta>(bytes: Uint8Array): WeightsFile<Meta> {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, lengthBytes).getUint32(0, true);
  let from = lengthBytes + headLength;
  const head = JSON.parse(Buffer.from(bytes.subarray(lengthBytes, from)).toString()) as Head<Meta>;
  const total = Object.values(head.columns).reduce((sum, length) => sum + length, from);
  if (total !== bytes.length) throw new RangeError(`a file of weights holds ${bytes.length} bytes instead of ${total}`);
  const columns: WeightsFile<Meta>['columns'] = {};
  for (const [name, length] of Object.entries(head.columns)) {
    columns[name] = new Uint8Array(bytes.buffer, bytes.byteOffset + from, length);
    from += length;
  }
  return { meta: head.meta, columns };
}
