import { targetWindow } from '../../shared/language/5-tone/target-window.ts';
import type { Span } from '../../shared/language/tags.ts';
import { labelOfMark, type ToneExample } from './examples.ts';

/**
 * Examples of a file of lessons: a sentence a line, its targets in brackets after the tone towards each, as in "[- The minister]
 * has lost the confidence of [0 the union]." Lines that begin with # are remarks.
 * @throws {Error} names the line whose brackets can't be read.
 */
export function toneLessons(source: string, weight = 1): ToneExample[] {
  return source.split('\n').flatMap((line, index) => {
    if (!line.trim() || line.startsWith('#')) return [];
    const { sentence, targets } = readLesson(line);
    if (targets.length === 0) throw new Error(`lesson in line ${index + 1} has no target: write one as [- name]`);
    const spans = targets.map(({ span }) => span);
    return targets.map(({ label }, at) => ({
      window: targetWindow(sentence, spans, at),
      label,
      group: `lesson ${index}`,
      weight,
    }));
  });
}

function readLesson(line: string): { sentence: string; targets: { span: Span; label: number }[] } {
  const targets: { span: Span; label: number }[] = [];
  let sentence = '';
  let read = 0;
  for (const found of line.matchAll(/\[([-0+]) ([^\]]+)\]/g)) {
    sentence += line.slice(read, found.index);
    const start = sentence.length;
    sentence += found[2]!;
    targets.push({ span: { start, end: sentence.length }, label: labelOfMark(found[1]!) });
    read = found.index + found[0].length;
  }
  return { sentence: sentence + line.slice(read), targets };
}
