import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** How the values of an attribute are kept. */
export interface Packing {
  pack(value: unknown): Uint8Array;
  /** @throws Error for bytes that this version does not know how to read */
  unpack(bytes: Uint8Array): unknown;
}

/** The first byte of what is packed says how. */
const form = { plain: 0, brotli: 1, deflateWithTagWords: 2 } as const;

/**
 * What tags as JSON are made of, from which a short list of them is deflated to half of what it would be alone. Rows are
 * stored by it: it must never change. Another one is another form.
 */
const tagWords = Buffer.from(
  [
    '{"feature":"for: stance-word ","weight":-1.{"feature":"for: class support","weight":{"feature":"for: local-class against ',
    '{"feature":"statement: stems-rank 0 1","weight":{"feature":"statement: word-kind ","weight":{"feature":"statement: near-lead',
    '{"feature":"b <target> <other> said","weight":{"feature":"mR <target> was","weight":-0.{"feature":"kR0 ","weight":0.',
    '{"feature":"quoted 0","weight":0.{"feature":"place 0","weight":0.{"feature":"w <other>","weight":0.1',
    '"rule":"actor.alias","confidence":0.9"rule":"actor.role","rule":"actor.coref","label":"positive","label":"negative"',
    '"voice":"quoted","speaker":"{"evidence":[1,],"rule":"actor.name","confidence":0.98},{"sentence":[2,],"label":"neutral",',
    '"score":0.,"confidence":0.8,"voice":"outlet","speaker":null,"rule":"tone.model","reasons":[{"feature":"',
  ].join(''),
);

/** Bytes that zlib takes at a time for what comes out: by its own 16 KB a recount would mostly collect garbage. */
const chunkSize = 1_024;

/** A text, by brotli, which knows English words. */
export const packedText: Packing = {
  pack(value) {
    const plain = Buffer.from(String(value));
    const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = {
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
      [BROTLI_PARAM_QUALITY]: 9,
      [BROTLI_PARAM_SIZE_HINT]: plain.length,
    };
    return shorter(plain, form.brotli, brotliCompressSync(plain, { params }));
  },
  unpack: (bytes) => unpacked(bytes).toString(),
};

/** Tags, or anything that JSON can hold. */
export const packedTags: Packing = {
  pack(value) {
    const plain = Buffer.from(JSON.stringify(value));
    return shorter(plain, form.deflateWithTagWords, deflateRawSync(plain, { dictionary: tagWords, chunkSize }));
  },
  unpack: (bytes) => JSON.parse(unpacked(bytes).toString()),
};

/** What is base64 to its readers, as the bytes that it stands for. */
export const packedBase64: Packing = {
  pack: (value) => Buffer.from(String(value), 'base64'),
  unpack: (bytes) => Buffer.from(bytes).toString('base64'),
};

function shorter(plain: Buffer, packedForm: number, packed: Buffer): Uint8Array {
  return packed.length < plain.length
    ? Buffer.concat([Uint8Array.of(packedForm), packed])
    : Buffer.concat([Uint8Array.of(form.plain), plain]);
}

function unpacked(bytes: Uint8Array): Buffer {
  const packed = bytes.subarray(1);
  switch (bytes[0]) {
    case form.plain:
      return Buffer.from(packed);
    case form.brotli:
      return brotliDecompressSync(packed);
    case form.deflateWithTagWords:
      return inflateRawSync(packed, { dictionary: tagWords, chunkSize });
    default:
      throw new Error(`A row is packed in form ${bytes[0]}, which this version does not know.`);
  }
}
