import { SettingError } from './errors.ts';
import type { QueueName } from './messages.ts';
import { type StageName, stageNamed, type TableName } from './stages.ts';

/** The environment variable that holds a table's name, a queue's address, or that of its dead-letter queue. */
export const variableOf = {
  table: (table: TableName) => `TABLE_${table.toUpperCase()}`,
  queue: (queue: QueueName) => `QUEUE_${queue.toUpperCase()}`,
  deadLetters: (queue: QueueName) => `DEAD_LETTERS_${queue.toUpperCase()}`,
};

/** What a stage's function learns from its environment. */
export interface Config {
  tableNames: Partial<Record<TableName, string>>;
  queueUrls: Partial<Record<QueueName, string>>;
  deadLetterUrls: Partial<Record<QueueName, string>>;
  contact: string;
  webhookSecret: string | undefined;
  dashboardUrl: string | undefined;
}

/**
 * Reads a stage's settings: exactly the tables and queues that `stages.ts` lets it reach.
 * @throws SettingError naming every variable that is missing
 */
export function readConfig(stageName: StageName, environment: Record<string, string | undefined>): Config {
  const stage = stageNamed(stageName);
  const missing: string[] = [];
  const read = (variable: string): string => {
    const value = environment[variable] ?? '';
    if (value === '') missing.push(variable);
    return value;
  };
  const ownQueue = stage.wakes.kind === 'queue' ? [stage.wakes.queue] : [];
  const config: Config = {
    tableNames: Object.fromEntries(
      [...new Set([...stage.reads, ...stage.writes])].map((table) => [table, read(variableOf.table(table))]),
    ),
    queueUrls: Object.fromEntries(stage.sends.map((queue) => [queue, read(variableOf.queue(queue))])),
    deadLetterUrls: Object.fromEntries(ownQueue.map((queue) => [queue, read(variableOf.deadLetters(queue))])),
    contact: read('CONTACT'),
    webhookSecret: stage.secrets ? read('WEBHOOK_SECRET') : undefined,
    dashboardUrl: environment.DASHBOARD_URL,
  };
  if (missing.length > 0) {
    throw new SettingError(
      `The ${stageName} function lacks ${missing.join(', ')}.`,
      'The CDK app sets these; deploy again, or set them where you start it by hand.',
    );
  }
  return config;
}
