import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { peek } from './peek.ts';

/** Undoes gzip if the first two bytes say so (RFC 1952); a file that breaks off gives what it held. */
export async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { head, input } = await peek(source);
  yield* head[0] === 0x1f && head[1] === 0x8b ? unpack(input) : input;
}

function unpack(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // An error of the source destroys the last stream, and so reaches whoever reads it.
  pipeline(Readable.from(packed, { objectMode: false }), gunzip, () => {});
  return gunzip;
}
