import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Each cell of proofs: `file`: `title`, `title`; `file`: `title`. */
const proofs = readFileSync(join(root, 'docs', 'threats.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Threat'))
  .map((line) => {
    const [threat = '', , shownBy = ''] = line.replace(/^\| | \|$/g, '').split(' | ');
    return { threat, cells: shownBy.split(/; (?=`test\/)/) };
  })
  .flatMap(({ threat, cells }) =>
    cells.map((cell) => {
      const [file = '', ...titles] = [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
      return { threat, file, titles };
    }),
  );

describe('every threat is covered by a test that exists', () => {
  it('and the table is read', () => {
    expect(new Set(proofs.map(({ threat }) => threat)).size).toBeGreaterThan(15);
  });

  it.each(proofs)('$threat: $file', ({ file, titles }) => {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(titles).not.toEqual([]);
    const source = readFileSync(join(root, file), 'utf8');
    for (const title of titles) expect(source, title).toContain(title);
  });
});
