import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetWindow } from '../../shared/language/5-tone/target-window.ts';
import type { Span } from '../../shared/language/tags.ts';
import { jsonLines, labelOfMark, type NewsLine, newsGroup, type ToneExample } from './examples.ts';

const folder = join(import.meta.dirname, 'reader-labels');

interface Labelled {
  span: Span;
  label: number;
}

type Unweighted = Omit<ToneExample, 'weight'>;

/** Articles of each file, in its order. */
export type Articles = Record<string, { id: string; text: string }[]>;

/**
 * Labels by a reader (`reader-labels/README.md`) of sentences of the benchmarks: further targets of the NewsMTSC training
 * sentences, and targets in the PolNeAR training articles. The labels lie here, the sentences with the benchmarks.
 * @param data the folder with the benchmarks' data
 * @throws {Error} names a row that can't be read, or whose sentence is not there
 */
export function readerLabels(data: string, weight: number): ToneExample[] {
  const articlesOf = (name: string) => [name, jsonLines(join(data, 'attribution', 'dev', `${name}.jsonl`))];
  const articles: Articles = Object.fromEntries(['train300', 'train_rest'].map(articlesOf));
  const examples = [
    ...furtherTargets(rowsOf('newsmtsc.tsv'), jsonLines(join(data, 'sentiment', 'train.jsonl'))),
    ...articleTargets(rowsOf('polnear.tsv'), articles),
  ];
  return examples.map((each) => ({ ...each, weight }));
}

const rowsOf = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n');

/** Targets of lines whose own targets are others, by rows of `newsmtsc.tsv`. */
export function furtherTargets(rows: string[], lines: NewsLine[]): Unweighted[] {
  return rows.flatMap((row) => {
    const [number, marks] = row.split('\t');
    const line = found(lines[Number(number) - 1], row);
    const own = line.targets.map(({ from, to }): Span => ({ start: from, end: to }));
    const labelled = readMarks(marks, row);
    const spans = [...own, ...labelled.map(({ span }) => span)];
    return labelled.map(({ label }, at) => ({
      window: targetWindow(line.sentence_normalized, spans, own.length + at),
      label,
      group: newsGroup(line),
    }));
  });
}

/** Targets in sentences of articles, by rows of `polnear.tsv`. */
export function articleTargets(rows: string[], articles: Articles): Unweighted[] {
  return rows.flatMap((row) => {
    const [name = '', number, place = '', marks] = row.split('\t');
    const { id, text } = found(articles[name]?.[Number(number) - 1], row);
    const [start, end] = place.split('-').map(Number) as [number, number];
    const labelled = readMarks(marks, row);
    const spans = labelled.map(({ span }) => span);
    return labelled.map(({ label }, at) => ({
      window: targetWindow(text.slice(start, end), spans, at),
      label,
      group: id,
    }));
  });
}

function found<Line>(line: Line | undefined, row: string): Line {
  if (line === undefined) throw new Error(`the benchmarks have no line for the reader's label "${row}"`);
  return line;
}

/** Reads `from-to:tone` of each target, places in its sentence. */
function readMarks(marks = '', row: string): Labelled[] {
  return marks.split(' ').map((mark) => {
    const [, from, to, tone] = /^(\d+)-(\d+):([-0+])$/.exec(mark) ?? [];
    if (tone === undefined)
      throw new Error(`the reader's label "${row}" has a target that is not of the form from-to:tone`);
    return { span: { start: Number(from), end: Number(to) }, label: labelOfMark(tone) };
  });
}
