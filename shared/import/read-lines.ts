const maximumLine = 10 * 1024 * 1024;

/** A line with its number, from 1; its text is null when it is longer than 10 MB. */
export interface Line {
  number: number;
  text: string | null;
}

/** Cuts a stream of UTF-8 into lines, holding no more than one of them. */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  let isTooLong = false;
  for await (const chunk of input) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n/);
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      number += 1;
      yield { number, text: isTooLong ? null : piece };
      isTooLong = false;
    }
    if (rest.length > maximumLine) {
      rest = '';
      isTooLong = true;
    }
  }
  if (rest !== '' || isTooLong) yield { number: number + 1, text: isTooLong ? null : rest };
}
