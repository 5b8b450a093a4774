import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { recount } from '../../functions/trend/recount.ts';
import { stageNamed, type TableName } from '../../shared/stages.ts';
import { createTableInput } from '../../shared/store/create-table-input.ts';
import type { MentionRow, StatementRow } from '../../shared/store/rows.ts';
import { createStore } from '../../shared/store/store.ts';
import { tables } from '../../shared/store/tables.ts';
import { chanceOf } from '../../test/faults/random.ts';
import { answerWith, inProcessDynamoDb } from '../../test/in-process-dynamodb.ts';
import { CapacityMeter } from './capacity-meter.ts';

const series = 'synthetic#actor';
const day = '2026-03-10';
const minutes = 24 * 60;

/** Recounts a day of so many mentions of one actor: units, seconds, memory beside what the function has. */
export async function benchRecount({ mentions }: { mentions: number }): Promise<void> {
  const meter = new CapacityMeter();
  const nowhere = { region: 'eu-west-2', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };
  const client = answerWith(new DynamoDBClient(nowhere), meter.over(inProcessDynamoDb()));
  const store = createStore(client, (table) => table);
  for (const name of Object.keys(tables) as TableName[])
    await client.send(new CreateTableCommand(createTableInput(name, tables[name])));
  for (const { mention, statement } of dayOf(mentions)) {
    await store.mentions.put(mention);
    if (statement) await store.statements.put(statement);
  }
  const unitsBefore = meter.total('readUnits');
  const heapBefore = liveHeap();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, liveHeap() - heapBefore);
  }, 500);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await recount(series, day, 'Europe/London', store);
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  const { timeoutSeconds, memoryMegabytes } = stageNamed('trend');
  const point = await store.trends.get({ series, day });
  console.log(`a day of ${point?.counts.copies} mentions of one actor, recounted (read, write, read again):`);
  console.log(
    `  ${((performance.now() - start) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor, embedded DynamoDB included (the function has ${timeoutSeconds} s)`,
  );
  console.log(
    `  ${(meter.total('readUnits') - unitsBefore).toFixed(0)} read units, ${(most / 1e6).toFixed(0)} MB of live heap at most (the function has ${memoryMegabytes} MB)`,
  );
}

/** Bytes that are in use, not what merely waits to be collected. */
function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

function* dayOf(mentions: number): Generator<{ mention: MentionRow; statement: StatementRow | null }> {
  const chance = chanceOf(1);
  for (let index = 0; index < mentions; index += 1) {
    const minute = Math.floor((index * minutes) / mentions);
    const instant = new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).toISOString();
    const articleId = `${index.toString(16).padStart(20, '0')}`;
    const shared = {
      ...{ series, articleId, actor: 'actor', outlet: `Outlet ${index % 40}`, originOutlet: `Outlet ${index % 40}` },
      ...{ clusterId: articleId, textRevision: 1, codebookVersion: 'synthetic', taggerVersion: '1' },
    };
    const score = chance.next() * 2 - 1;
    yield {
      mention: {
        ...{ ...shared, at: `${instant}#${articleId}` },
        mentions: [{ evidence: [10, 20, 0, 90], rule: 'full-name', confidence: 1 }],
        tones: [
          {
            ...{ sentence: [0, 90], label: score < 0 ? 'negative' : 'positive', score, confidence: 0.8 },
            ...{ voice: 'outlet', speaker: null, rule: 'tone-model', reasons: [{ feature: 'word near', weight: 0.3 }] },
          },
        ],
        articleTone: { label: score < 0 ? 'negative' : 'positive', score },
      },
      statement: chance.hits(0.3)
        ? {
            ...{ ...shared, at: `${instant}#${articleId}#000`, issue: 'issue' },
            ...{ stance: 'for', voice: 'direct', evidence: [10, 60, 0, 90], cue: [11, 15], rule: 'cue' },
            ...{ confidence: 0.7, reasons: [] },
          }
        : null,
    };
  }
}
