import fc from 'fast-check';

/** Pieces that have meant something to some parser: markup, quotes, formulas, control characters, numbers out of range. */
const pieces = [
  ...['<', '>', '&', '&amp', '"', "'", '`', '{', '}', '[', ']', ':', ',', ';', '#', '-', '|', '\\', '/', '../', '%00'],
  ...[
    '\0',
    '\r',
    '\n\n',
    '\t',
    '\u2028',
    '\ufeff',
    '\ud800',
    '😀',
    'ß',
    '=1+1',
    '@SUM(A1)',
    '__proto__',
    'constructor',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '<script>',
    '<!ENTITY a "b">',
    '*a',
    '&a [*a,*a]',
    '!!js/function',
    '1e999',
    '-1',
    'null',
  ],
];

/** One change: at a place (as a share of the length) so many characters are taken out and a piece put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat({ max: 12 }),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8, unit: 'binary' })),
});

/** One of the texts with some changes, or now and then anything at all: most faults lie near what is right. */
export const mutated = (...texts: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 1 },
    {
      arbitrary: fc.tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 6 })).map(([text, changes]) =>
        changes.reduce((current, { at, out, piece }) => {
          const from = Math.floor(at * current.length);
          return current.slice(0, from) + piece + current.slice(from + out);
        }, text),
      ),
      weight: 9,
    },
  );
