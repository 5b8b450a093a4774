import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codebookJsonSchema, schemaFile } from '../../local/codebook-json-schema.ts';
import { loadCodebook } from '../../shared/codebook/load-codebook.ts';
import { CodebookError } from '../../shared/codebook/problem.ts';
import { codebookVersion } from '../../shared/codebook/version.ts';

const good = `id: ferry-dispute
title: The ferry dispute
period: { from: 2020-01-01 }
actors:
  - id: union
    name: Ferry Workers' Union
    kind: organisation
    aliases: [FWU]
  - id: chair
    name: Ada Lorne
    kind: person
    roles: [{ title: Chair of the FWU, from: 2019-01-01, to: 2020-06-01 }]
    partOf: union
issues:
  - id: rota
    proposition: The new rota should be adopted.
    terms: [rota]
`;

function problemsOf(source: string): string[] {
  try {
    loadCodebook(source, 'ferry.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof CodebookError)) throw error;
    return error.problems.map(({ file, line, message, remedy }) => `${file}:${line} ${message} ${remedy}`);
  }
}

const secondChair = (from: string) => `  - id: other
    name: Bo Quill
    kind: person
    roles: [{ title: Chair of the FWU, from: ${from} }]
`;
const withActor = (actor: string) => good.replace('issues:\n', `${actor}issues:\n`);

describe('a codebook', () => {
  it('that is right is read, with its defaults filled in', () => {
    const codebook = loadCodebook(good, 'ferry.yaml');
    expect(codebook).toMatchObject({ id: 'ferry-dispute', timeZone: 'Europe/London', feeds: [], events: [] });
    expect(codebook.actors[1]?.roles[0]).toEqual({
      title: 'Chair of the FWU',
      aliases: [],
      from: '2019-01-01',
      to: '2020-06-01',
    });
  });

  it.each([
    [
      'part of an unknown actor',
      good.replace('partOf: union', 'partOf: onion'),
      /^ferry\.yaml:13 .*"onion", which is no actor.*Use the id of an actor/,
    ],
    [
      'part of itself',
      good.replace('aliases: [FWU]', 'aliases: [FWU]\n    partOf: chair'),
      /ends up being part of itself.*Break the circle/,
    ],
    [
      'two holders of one office at once',
      withActor(secondChair('2020-05-01')),
      /^ferry\.yaml:17 .*held by "chair" and "other" at once \(2020-05-01 to 2020-06-01\)/,
    ],
    [
      'the same alias for two actors',
      withActor('  - { id: other, name: Others, kind: group, aliases: [the fwu] }\n'),
      /^ferry\.yaml:14 "the fwu" is a name of both "union" and "other"/,
    ],
    [
      'the same id twice',
      withActor('  - { id: union, name: Others, kind: group }\n'),
      /^ferry\.yaml:14 The id "union" stands twice in actors/,
    ],
    ['an issue without terms', good.replace('terms: [rota]', 'terms: []'), /^ferry\.yaml:17 .*at least one term/],
    [
      'an issue without a proposition',
      good.replace('proposition: The new rota should be adopted.', 'proposition: ""'),
      /^ferry\.yaml:16 .*must not be empty/,
    ],
    [
      'a misspelt key',
      good.replace('kind: organisation', 'kind: organisation\n    nicknames: [x]'),
      /^ferry\.yaml:\d+ .*nicknames.*Remove the key/,
    ],
    [
      'a period that ends before it begins',
      good.replace('from: 2020-01-01 }', 'from: 2020-01-01, to: 2019-01-01 }'),
      /^ferry\.yaml:3 .*before it begins/,
    ],
    [
      'no such time zone',
      good.replace('title: The', 'timeZone: Europe/Lundun\ntitle: The'),
      /^ferry\.yaml:2 .*no time zone.*IANA/,
    ],
    ['a date that is none', good.replace('2020-01-01', 'January 2020'), /^ferry\.yaml:3 .*YYYY-MM-DD/],
    [
      'the same feed twice',
      `${good}feeds: [{ url: "https://a.example/f", outlet: A }, { url: "https://a.example/f", outlet: B }]\n`,
      /stands twice/,
    ],
    ['broken YAML', good.replace('[rota]', '[rota'), /^ferry\.yaml:\d+ This is not valid YAML/],
  ])('with %s is refused, naming file, line and remedy', (_, source, expected) => {
    expect(problemsOf(source)[0]).toMatch(expected);
  });

  it('may let one holder of an office follow another on the same day', () => {
    expect(problemsOf(withActor(secondChair('2020-06-01')))).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    const source = good
      .replace('partOf: union', 'partOf: onion')
      .replace('issues:', '  - { id: union, name: Others, kind: group }\nissues:');
    expect(problemsOf(source)).toHaveLength(2);
  });
});

describe('the version of a codebook', () => {
  it('changes with its content, not with comments, layout or spelled-out defaults', () => {
    const version = codebookVersion(loadCodebook(good, 'a'));
    expect(codebookVersion(loadCodebook(`# a comment\n${good}timeZone: Europe/London\n`, 'b'))).toBe(version);
    expect(codebookVersion(loadCodebook(good.replace('[rota]', '[rota, shift]'), 'c'))).not.toBe(version);
  });
});

describe('the codebooks that come with the project', () => {
  it('junior-doctors-2016 is right', () => {
    const file = join(import.meta.dirname, '..', '..', 'codebooks', 'junior-doctors-2016.yaml');
    const codebook = loadCodebook(readFileSync(file, 'utf8'), file);
    expect(codebook.actors.length).toBeGreaterThanOrEqual(27);
    expect(codebook.issues.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'contract',
        'imposition',
        'strike',
        'arbitration',
        'strike-risk',
        'contract-risk',
        'seven-day',
        'confidence',
      ]),
    );
    expect(codebook.feeds.length).toBeGreaterThanOrEqual(9);
  });
});

it('the JSON Schema for editors is the one the code gives (run `npm run picketline -- codebook schema`)', () => {
  const file = join(import.meta.dirname, '..', '..', schemaFile);
  expect(readFileSync(file, 'utf8')).toBe(codebookJsonSchema());
});
