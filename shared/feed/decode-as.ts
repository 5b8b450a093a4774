/**
 * Characters of the bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding, index windows-1252). Node 20 decodes these bytes
 * to C1 controls, so the curly quotes of most British feeds would be lost.
 */
const windows1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Whether `decodeAs` knows the encoding. Names are lower-case labels of the WHATWG Encoding standard, and utf-32. */
export function isKnownEncoding(encoding: string): boolean {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return true;
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads bytes in the named encoding; what can't be read becomes U+FFFD. Node's own decoders serve all but the few below:
 * a table of every encoding would add half a megabyte to each function.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodeWindows1252(bytes: Uint8Array): string {
  return fromC1(Buffer.from(bytes).toString('latin1'));
}

/** Puts in place of each C1 control the character that windows-1252 has at its byte. */
export function fromC1(text: string): string {
  if (!/[\u0080-\u009f]/.test(text)) return text;
  // By code units: a pattern with a function would first collect a match for each of millions of bytes.
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at] = unit >= 0x80 && unit <= 0x9f ? windows1252High.charCodeAt(unit - 0x80) : unit;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
  }
  return characters.join('');
}
