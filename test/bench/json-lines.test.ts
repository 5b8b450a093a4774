import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mapJsonLines } from '../../bench/json-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'json-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mapped = async (name: string, text: string) => {
  const [input, output] = [join(folder, `${name}.jsonl`), join(folder, `${name}.out`)];
  writeFileSync(input, text);
  await mapJsonLines<{ n: number[] }>(input, output, ({ n }) => n.map((each) => ({ each })));
  return readFileSync(output, 'utf8');
};

describe('predictions of a file of JSON lines', () => {
  it('follow its lines, each of which may give several or none', async () => {
    expect(await mapped('whole', '{"n":[1,2]}\n\n{"n":[]}\n{"n":[3]}')).toBe('{"each":1}\n{"each":2}\n{"each":3}\n');
  });

  it.each([
    ['no JSON', 'rubbish'],
    ['another shape', '{"m":1}'],
  ])('are not written where a line is %s, which is named', async (name, line) => {
    await expect(mapped(name, `{"n":[1]}\n${line}\n`)).rejects.toThrow(/^Line 2 of .+ can't be read: /);
    expect(existsSync(join(folder, `${name}.out`))).toBe(false);
  });
});
