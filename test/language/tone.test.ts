import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { toneLessons } from '../../bench/sentiment/lessons.ts';
import { netInputs } from '../../shared/language/5-tone/net-inputs.ts';
import { targetWindow } from '../../shared/language/5-tone/target-window.ts';
import { type ToneDomain, toneProbabilities } from '../../shared/language/5-tone/tone-model.ts';
import { floatShapes, type NetWeights, ToneNet } from '../../shared/language/5-tone/tone-net.ts';
import { toneOfTarget } from '../../shared/language/5-tone.ts';
import { BOTH, CELLS, STATE } from '../../shared/language/gated-reader.ts';
import { vocabulary } from '../../shared/language/vectors.ts';
import { marked } from './marked.ts';

const toneOf = (source: string) => {
  const { text, spans, at } = marked(source);
  return toneOfTarget(text, spans, at);
};

/** The other name as the target. */
const turned = (source: string) => source.replace(/[[\]{}]/g, (mark) => '{}[]'['[]{}'.indexOf(mark)]!);

function scoreOf(source: string, domain: ToneDomain): number {
  const { text, spans, at } = marked(source);
  const [negative, , positive] = toneProbabilities(targetWindow(text, spans, at), domain).probabilities;
  return positive! - negative!;
}

describe('tone towards a target', () => {
  it.each([
    ['negative', '[Ferris] was accused of incompetence and forced to resign in disgrace.'],
    ['negative', 'Critics condemned [the company] for lying to its own staff.'],
    ['positive', '{The mayor} praised [Ferris] for her courage and skill.'],
    ['positive', '[The volunteers] won a well deserved award for their excellent work.'],
    ['neutral', '[Ferris] will meet {the mayor} on Tuesday.'],
    ['neutral', 'The letter was sent to [the ministry] in March.'],
  ])('is %s: %s', (label, source) => {
    expect(toneOf(source).label).toBe(label);
  });

  // In news who praises is mostly spoken well of, too, and the news model follows: it is asked less.
  it.each<[ToneDomain, string]>([
    ['news', '{The mayor} paid tribute to [Ferris] for years of patient work.'],
    ['dispute', '{The mayor} paid tribute to [Ferris] for years of patient work.'],
    ['dispute', '{The mayor} praised [Ferris] for her courage and skill.'],
    ['dispute', '{The mayor} praised [Ferris].'],
    ['dispute', '{Ferris} thanked [the nurses].'],
  ])('praise in %s falls on the one of two who is praised: %s', (domain, source) => {
    expect(scoreOf(source, domain)).toBeGreaterThan(scoreOf(turned(source), domain));
  });

  it.each<[ToneDomain, string]>(
    [
      '{The mayor} condemned [Ferris] as a liar.',
      '{The mayor} attacked [Ferris] on Monday.',
      '[Ferris] was criticised by {the mayor}.',
    ].flatMap((source) => (['news', 'dispute'] as const).map((domain): [ToneDomain, string] => [domain, source])),
  )('blame in %s falls on the one of two who is blamed: %s', (domain, source) => {
    expect(scoreOf(source, domain)).toBeLessThan(scoreOf(turned(source), domain));
  });

  it('hangs on no name: another of as many words in its place changes nothing', () => {
    const sentence = '{The mayor} said [NAME] had lost the trust of everybody in the town.';
    const [first, ...others] = ['Ferris', 'Trump', 'Liars', 'Angels'].map((name) =>
      toneOf(sentence.replace('NAME', name)),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(['', '[X]', '[X] '.repeat(300), 'no target at all', '[😀] 👍👍'])(
    'is given for whatever text: %j',
    (source) => {
      const { score, confidence } = toneOf(source);
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      expect(confidence).toBeGreaterThan(0.3);
      expect(confidence).toBeLessThanOrEqual(1);
    },
  );

  it('names the words that speak for it', () => {
    const { reasons } = toneOf('[Ferris] was accused of incompetence and forced to resign in disgrace.');
    expect(reasons.length).toBeGreaterThan(0);
    for (const { weight } of reasons) expect(weight).toBeGreaterThan(0);
  });
});

test('the network is named among what speaks for a tone', () => {
  const { reasons } = toneOf('[Ferris] was accused of incompetence and forced to resign in disgrace.');
  expect(reasons.map(({ feature }) => feature)).toContain('network');
});

test.each<ToneDomain>(['news', 'dispute'])('probabilities of %s add up to one', (domain) => {
  const { text, spans, at } = marked('[Ferris] was accused of incompetence by {the mayor}.');
  const { probabilities } = toneProbabilities(targetWindow(text, spans, at), domain);
  expect(probabilities.reduce((sum, each) => sum + each)).toBeCloseTo(1, 6);
});

describe('what the network reads', () => {
  const inputsOf = (source: string) => {
    const { text, spans, at } = marked(source);
    return netInputs(targetWindow(text, spans, at));
  };

  it('takes each name for one token, whatever its length', () => {
    expect(inputsOf('{The city council} met [Anna Maria Ferris].').words).toEqual(['<other>', 'met', '<target>', '.']);
  });

  it('tells how far each token is from the target, in steps of a logarithm', () => {
    expect([...inputsOf('[Ferris] one two three four five six seven').distances]).toEqual([
      10, 11, 12, 12, 12, 13, 13, 13,
    ]);
    expect([...inputsOf('seven of one [Ferris]').distances]).toEqual([8, 8, 9, 10]);
  });

  it('tells stops, numbers, quotation marks and unknown words apart', () => {
    const { codes } = inputsOf('[Ferris] , . 12 ” – zzyzzqx %');
    expect([...codes]).toEqual([2, 4, 5, 8, 6, 7, 1, 9]);
  });
});

describe('the network', () => {
  const zero = () =>
    ({
      ...Object.fromEntries(Object.entries(floatShapes).map(([name, length]) => [name, new Float32Array(length)])),
      fromState: { rows: new Int16Array(STATE * (BOTH / 2)), unit: 1 },
    }) as NetWeights;
  const valence = new Int8Array(vocabulary() * 2);
  const inputs = (text: string) => netInputs(targetWindow(text, [{ start: 0, end: 1 }], 0));
  const cells = CELLS;

  it('gives its last bias when all else is nothing', () => {
    const weights = zero();
    weights.outBias.set([1, 2, 3]);
    expect(new ToneNet(weights, valence).logitsOf(inputs('X met Y .'))).toEqual([1, 2, 3]);
  });

  // Worked by hand: update and reset gates of 1/2, a new value of tanh(1) at each of three tokens; backwards the target is last.
  it('carries what it read by its gates', () => {
    const weights = zero();
    const fresh = 2 * cells;
    for (let step = 0; step < 21; step += 1) weights.fromDistance[step * 6 * cells + 3 * cells + fresh] = 1;
    weights.hidden[cells] = 1;
    weights.out[0] = 1;
    const state = Math.tanh(1) * (1 / 2 + 1 / 4 + 1 / 8);
    const [negative] = new ToneNet(weights, valence).logitsOf(inputs('X met Y'));
    expect(negative).toBeCloseTo(Math.tanh(state), 6);
  });
});

describe('lessons of tone', () => {
  it('are read: each target in brackets after the tone towards it', () => {
    const [union, minister] = toneLessons('# a remark\n\n[0 The union] blames [- the minister].', 3);
    expect([union!.label, minister!.label]).toEqual([1, 0]);
    expect(minister!.window.lower).toEqual(['<other>', '<other>', 'blames', '<target>', '<target>', '.']);
    expect(minister!.weight).toBe(3);
  });

  it('without a target are refused by their line', () => {
    expect(() => toneLessons('[0 A] met [0 B].\nNobody was there.')).toThrow('lesson in line 2 has no target');
  });

  const folder = join(import.meta.dirname, '..', '..', 'bench', 'sentiment', 'lessons');

  it.each(readdirSync(folder))('of %s say that they are invented, and are of all three tones', (file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    expect(source).toMatch(/^#.*\bInvented\b/);
    const labels = toneLessons(source).map(({ label }) => label);
    for (const label of [0, 1, 2]) expect(labels.filter((each) => each === label).length).toBeGreaterThan(60);
  });
});
