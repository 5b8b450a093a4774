import { createHash } from 'node:crypto';
import sqlite, { type Database, type Statement } from 'node-sqlite3-wasm';
import type { Actor, Codebook } from '../../shared/codebook/codebook.ts';
import type { CorpusEntry } from '../../shared/export/read-corpus.ts';
import { isKept, type StatementRow } from '../../shared/store/rows.ts';
import { dnaTables } from './dna-layout.ts';
import { dnaPassword } from './formats.ts';

const coder = 1;
const statementType = 1;
const variables = { person: 1, organization: 2, concept: 3, agreement: 4 };
type EntityVariable = 'person' | 'organization' | 'concept';

/**
 * Writes a database of the Discourse Network Analyzer 3: documents, and statements with person, organization, concept and
 * agreement. Neutral statements, which its binary agreement can't hold, are left out and counted in `neutral`.
 * Offsets are the same as everywhere: DNA counts UTF-16 code units too.
 */
export class DnaFile {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();
  readonly #entities = new Map<string, number>();
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #propositions: ReadonlyMap<string, string>;
  #documents = 0;
  #statements = 0;
  neutral = 0;

  constructor(path: string, { actors, issues }: Codebook) {
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]));
    this.#propositions = new Map(issues.map(({ id, proposition }) => [id, proposition]));
    this.#database = new sqlite.Database(path);
    this.#database.exec(dnaTables);
    this.#database.exec('BEGIN');
    this.#insert('SETTINGS', { Property: 'version', Value: '3.0.11' });
    this.#insert('SETTINGS', { Property: 'date', Value: '2024-01-01' });
    this.#insert('CODERS', {
      ID: coder,
      Name: 'Picketline',
      Password: digestOf(dnaPassword),
      Red: 239,
      Green: 208,
      Blue: 51,
    });
    this.#insert('STATEMENTTYPES', { ID: statementType, Label: 'DNA Statement', Red: 239, Green: 208, Blue: 51 });
    for (const [Variable, ID] of Object.entries(variables)) {
      const DataType = Variable === 'agreement' ? 'boolean' : 'short text';
      this.#insert('VARIABLES', { ID, Variable, DataType, StatementTypeId: statementType });
    }
    // What a statement without a value refers to.
    for (const variable of ['person', 'organization', 'concept'] as const) this.#entity(variable, '');
  }

  add({ article, text, counted, statements }: CorpusEntry): void {
    this.#documents += 1;
    this.#insert('DOCUMENTS', {
      ID: this.#documents,
      Title: (isKept(text) ? text.title : article.title) ?? '',
      Text: isKept(text) ? text.text : '',
      Coder: coder,
      Author: article.byline ?? '',
      Source: counted.outlet,
      Section: article.section ?? '',
      Notes: article.url,
      Type: article.kind ?? '',
      Date: Math.floor(Date.parse(counted.at.slice(0, counted.at.indexOf('#'))) / 1_000),
    });
    for (const statement of statements) this.#addStatement(statement);
  }

  close(): void {
    this.#database.exec('COMMIT');
    for (const statement of this.#prepared.values()) statement.finalize();
    this.#database.close();
  }

  #addStatement({ actor: actorId, issue, stance, evidence: [Start, Stop] }: StatementRow): void {
    if (stance === 'neutral') {
      this.neutral += 1;
      return;
    }
    this.#statements += 1;
    const ID = this.#statements;
    this.#insert('STATEMENTS', {
      ID,
      StatementTypeId: statementType,
      DocumentId: this.#documents,
      Start,
      Stop,
      Coder: coder,
    });
    const actor = this.#actors.get(actorId);
    const name = actor?.name ?? actorId;
    const isPerson = actor?.kind === 'person';
    const body = actor?.partOf ? (this.#actors.get(actor.partOf)?.name ?? actor.partOf) : '';
    const values: Record<EntityVariable, string> = {
      person: isPerson ? name : '',
      organization: isPerson ? body : name,
      concept: this.#propositions.get(issue) ?? issue,
    };
    for (const variable of ['person', 'organization', 'concept'] as const) {
      const Entity = this.#entity(variable, values[variable]);
      this.#insert('DATASHORTTEXT', { StatementId: ID, VariableId: variables[variable], Entity });
    }
    this.#insert('DATABOOLEAN', { StatementId: ID, VariableId: variables.agreement, Value: stance === 'for' ? 1 : 0 });
  }

  #entity(variable: EntityVariable, value: string): number {
    const key = `${variable}\n${value}`;
    const known = this.#entities.get(key);
    if (known !== undefined) return known;
    const ID = this.#entities.size + 1;
    this.#entities.set(key, ID);
    this.#insert('ENTITIES', { ID, VariableId: variables[variable], Value: value, Red: 0, Green: 0, Blue: 0 });
    return ID;
  }

  #insert(table: string, row: Record<string, string | number>): void {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    statement.run(Object.values(row));
  }
}

/** The digest DNA compares passwords with: SHA-256, a salt of 16 bytes in front, 100,000 rounds (Jasypt's strong digester). */
function digestOf(password: string): string {
  // The password is printed in the README: a salt that differs would only make each export differ.
  const salt = createHash('sha256').update('picketline').digest().subarray(0, 16);
  let digest = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < 100_000; round += 1) digest = createHash('sha256').update(digest).digest();
  return Buffer.concat([salt, digest]).toString('base64');
}
