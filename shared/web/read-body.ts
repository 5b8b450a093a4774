import type { Readable, Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { WebError } from './web-error.ts';

const maximumLayers = 3;
// As browsers do: a stream that ends without its trailer still gives what it held (WHATWG fetch, "handle content codings").
const lenientEnd = { finishFlush: constants.Z_SYNC_FLUSH };

export interface BodyLimit {
  /** After decompression. */
  maximumBytes: number;
  /** Whether a larger body is cut instead of refused. */
  cut?: boolean;
}

/**
 * Reads a response body into memory while undoing its content codings (RFC 9110 8.4: gzip, deflate, br), and stops as
 * soon as more than `maximumBytes` came out, whatever Content-Length claimed.
 * @throws WebError `too-large` or `bad-encoding`
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { maximumBytes, cut = false }: BodyLimit,
  url: string,
): Promise<Uint8Array> {
  const stream = await decoded(body, codings(contentEncoding, url));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maximumBytes && !cut) throw tooLarge(maximumBytes, url);
      chunks.push(chunk);
      if (size > maximumBytes) break;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new WebError('bad-encoding', `The body of ${url} is not valid ${contentEncoding}.`, {
          transient: true,
          url,
          cause: error,
        })
      : error;
  } finally {
    body.destroy();
    stream.destroy();
  }
  return Buffer.concat(chunks, Math.min(size, maximumBytes));
}

function codings(contentEncoding: string, url: string): string[] {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > maximumLayers)
    throw new WebError('bad-encoding', `${url} is compressed ${names.length} times over.`, { transient: false, url });
  const unknown = names.find((name) => !['gzip', 'x-gzip', 'deflate', 'br'].includes(name));
  if (unknown)
    throw new WebError('bad-encoding', `${url} uses the content coding ${unknown}, which was not offered.`, {
      transient: false,
      url,
    });
  // The coding named last was applied last, so it comes off first.
  return names.reverse();
}

async function decoded(body: Readable, names: string[]): Promise<Readable> {
  let stream = body;
  for (const name of names) {
    const decoder =
      name === 'br'
        ? createBrotliDecompress()
        : name === 'deflate'
          ? await inflaterFor(stream)
          : createGunzip(lenientEnd);
    stream = chain(stream, decoder);
  }
  return stream;
}

/** Some servers send raw deflate where RFC 9110 asks for the zlib wrapping; the first byte tells. */
async function inflaterFor(stream: Readable): Promise<Transform> {
  const first = await firstByte(stream);
  return first !== null && (first & 0x0f) === 8 ? createInflate(lenientEnd) : createInflateRaw(lenientEnd);
}

async function firstByte(stream: Readable): Promise<number | null> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    stream.unshift(chunk);
    return chunk[0] ?? null;
  }
  return null;
}

function chain(from: Readable, to: Transform): Transform {
  from.on('error', (error) => to.destroy(error));
  return from.pipe(to);
}

function tooLarge(maximumBytes: number, url: string): WebError {
  return new WebError('too-large', `${url} is larger than ${maximumBytes} bytes.`, { transient: false, url });
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    code.startsWith('Z_') ||
    code.startsWith('ERR__ERROR_FORMAT') ||
    code.startsWith('ERR_BROTLI') ||
    code.startsWith('ERR_PADDING')
  );
}
