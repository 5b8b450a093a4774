import { describe, expect, it } from 'vitest';
import { loadMessageFile, MessageFileError } from '../../shared/messages/message-file.ts';
import { pullThrough, type ReadArticle } from '../../shared/messages/pull-through.ts';
import { ferryCodebook } from '../pipeline/harness.ts';

const source = `dispute: ferry-dispute
you:
  actors: [union]
  lines:
    - { id: tired, text: Exhausted crews make mistakes. }
them:
  actors: [line]
  lines:
    - { id: fair, text: The rota is fair and works well. }
`;
const load = (text: string) => loadMessageFile(text, 'lines.yaml', [ferryCodebook()]);

const article = (changes: Partial<ReadArticle>): ReadArticle => ({
  id: 'a',
  clusterId: 'a',
  title: 'Rota row',
  outlet: 'The Quay Gazette',
  url: 'https://quay.example/a',
  at: '2020-03-10T09:00:00.000Z',
  text: 'Exhausted crews make mistakes. It rained.',
  mentioned: new Set(['union']),
  quoted: new Set(['union']),
  speakers: [],
  ...changes,
});
const tired = (articles: ReadArticle[]) => pullThrough(load(source), articles).lines[0]!;

describe('how far a line got', () => {
  it('share of articles, copies and texts apart, opened into sentences', () => {
    const found = tired([
      article({}),
      article({ id: 'copy', outlet: 'The Copier' }),
      article({ id: 'other', clusterId: 'other', text: 'The ferry sailed. It rained.' }),
      article({ id: 'third', clusterId: 'third', text: 'It rained all day.' }),
    ]);
    expect(found).toMatchObject({ side: 'you', id: 'tired', copies: 2, texts: 1, share: 0.5, answered: 0 });
    expect(found.sentences.map(({ articleId, sentence }) => [articleId, sentence])).toEqual([
      ['a', 'Exhausted crews make mistakes.'],
      ['copy', 'Exhausted crews make mistakes.'],
    ]);
  });

  const said = 'Exhausted crews make mistakes.';
  const spokenAt = (text: string, sentence: string) => [{ actor: 'line', sentenceStart: text.indexOf(sentence) }];
  it.each<[string, string, boolean, string | null]>([
    ['by its statement in the next sentence', `${said} Gannet Line denied it.`, true, 'Gannet Line denied it.'],
    ['two sentences on', `${said} It rained. Gannet Line denied it.`, true, 'Gannet Line denied it.'],
    [
      'by its own line',
      `${said} The rota is fair and works well, it was said.`,
      false,
      'The rota is fair and works well, it was said.',
    ],
    ['three sentences on is no answer', `${said} It rained. It snowed. Gannet Line denied it.`, true, null],
    ['before it is no answer', `Gannet Line denied it. ${said}`, true, null],
  ])('answered %s', (_, text, isTagged, answer) => {
    const speakers = isTagged ? spokenAt(text, 'Gannet Line denied it.') : [];
    expect(tired([article({ text, speakers })]).sentences[0]!.answer).toBe(answer);
  });

  it('articles about you that quote nobody of you', () => {
    const { aboutYou, unquoted } = pullThrough(load(source), [
      article({}),
      article({ id: 'silent', quoted: new Set(['line']) }),
      article({ id: 'not-about-you', mentioned: new Set(['line']), quoted: new Set() }),
    ]);
    expect([aboutYou, unquoted.map(({ articleId }) => articleId)]).toEqual([2, ['silent']]);
  });

  it('no article at all is no share', () => {
    expect(tired([])).toMatchObject({ copies: 0, share: null, sentences: [] });
  });
});

describe('a message file', () => {
  it.each([
    ['not YAML', 'you: [', 'lines.yaml:1: This is not valid YAML'],
    ['empty', '', 'lines.yaml:1: the message file: '],
    ['a key that is none', `${source}extra: 1\n`, 'Unrecognized key'],
    [
      'another dispute',
      source.replace('ferry-dispute', 'rail'),
      'lines.yaml:1: No codebook of "rail" is published. Published: ferry-dispute.',
    ],
    [
      'an unknown actor',
      source.replace('[union]', '[union, sailors]'),
      'lines.yaml:3: The codebook has no actor "sailors".',
    ],
    ['one actor on both sides', source.replace('[line]', '[union]'), 'lines.yaml:7: "union" stands on both sides.'],
    [
      'no line',
      source.replace(/lines:\n {4}- \{ id: tired.*\n/, 'lines: []\n'),
      'lines.yaml:4: you.lines: a side needs at least one line.',
    ],
    [
      'a line that says nothing',
      source.replace('Exhausted crews make mistakes.', 'It is what it is'),
      'lines.yaml:5: "It is what it is" holds too little',
    ],
    ['a line without end', source.replace('Exhausted', 'x'.repeat(600)), 'a line is at most 500 characters'],
    ['an id twice', source.replace(/( {4}- \{ id: tired.*\n)/, '$1$1'), 'lines.yaml:6: The id "tired" stands twice.'],
  ])('%s is refused by file and line', (_, text, message) => {
    expect(() => load(text)).toThrow(MessageFileError);
    expect(() => load(text)).toThrow(message);
  });
});
