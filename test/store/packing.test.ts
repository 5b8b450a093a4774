import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedBase64, packedTags, packedText } from '../../shared/store/packing.ts';

const tags = [
  {
    ...{ sentence: [876, 988], label: 'neutral', score: 0.0826, confidence: 0.8207, voice: 'outlet', speaker: null },
    ...{ rule: 'tone.model', reasons: [{ feature: 'b <target> <target>', weight: 0.2277 }] },
  },
];

const stored = 'AotGcYqFuZmOpYUFfvcYWBiZYbjJyMCcms5CTrNQBkpCMDIyN6+NrY0FAA==';
const storedText = 'ARtPAAAE6mSpXkhaEupvzMaGekegorh5iPvNEi+MacMB';

describe('what is packed', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => packedText.unpack(packedText.pack(text)) === text));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.stringify(packedTags.unpack(packedTags.pack(value)))).toBe(json);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        expect(packedBase64.unpack(packedBase64.pack(base64))).toBe(base64);
      }),
    );
  });

  it('is never longer than it was by more than the byte that says how', () => {
    expect(packedText.pack('a')).toHaveLength(2);
    expect(packedTags.pack([])).toHaveLength(3);
    expect(packedTags.pack(tags).length).toBeLessThan(JSON.stringify(tags).length / 3);
  });

  it('is still read as it was stored once: the words it is deflated by are the same', () => {
    expect(packedTags.unpack(Buffer.from(stored, 'base64'))).toEqual(tags);
    expect(packedText.unpack(Buffer.from(storedText, 'base64'))).toBe('The strike goes on. '.repeat(4));
  });

  it('in a form of a later version is refused, not misread', () => {
    expect(() => packedTags.unpack(Uint8Array.of(9, 1, 2))).toThrow('form 9');
  });
});
