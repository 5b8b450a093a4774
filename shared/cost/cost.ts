import { stageNamed } from '../stages.ts';

/** Prices in USD, with the day they were written down and where they come from: `prices.json`. */
export interface Prices {
  asOf: string;
  region: string;
  currency: string;
  source: string;
  dynamodbMillionWriteUnits: number;
  dynamodbMillionReadUnits: number;
  dynamodbGigabyteMonth: number;
  lambdaGigabyteSecondArm: number;
  lambdaMillionRequests: number;
  sqsMillionRequests: number;
  logGigabyte: number;
  secretMonth: number;
  alarmMonth: number;
  comprehendUnit: number;
  comprehendUnitCharacters: number;
  comprehendMinimumUnits: number;
}

export type WorkingStage = 'poll' | 'collect' | 'tag' | 'trend';

/** What one article uses, as `npm run bench -- cloud cost` measures it: `usage.json`. */
export interface Usage {
  measuredAt: string;
  articles: number;
  /** Part of the articles that was about the dispute. */
  share: number;
  characters: number;
  writeUnits: number;
  readUnits: number;
  sqsRequests: number;
  logBytes: number;
  storedBytes: number;
  /** Processor milliseconds on one whole core, and invocations. */
  stages: Record<WorkingStage, { cpuMs: number; events: number }>;
}

/** One kind of cost, in USD. */
export interface CostLine {
  name: string;
  usd: number;
}

const million = 1e6;
const gigabyte = 1e9;
const daysOfMonth = 30.4;
/** Memory at which a function has one whole core (Lambda developer guide, "Configure Lambda function memory"). */
const megabytesOfOneCore = 1_769;
/** Milliseconds that an invocation waits for others, assumed: pages over the network, tables and queues in one region. */
const waitMs: Record<WorkingStage, number> = { poll: 0, collect: 1_500, tag: 100, trend: 200 };
/** Seconds of the runs that come whatever there is to read, assumed, and how often they come a day. */
const scheduled = [
  { stage: 'poll', seconds: 3, perDay: 288 },
  { stage: 'alert', seconds: 2, perDay: 96 },
  { stage: 'digest', seconds: 3, perDay: 68 },
] as const;
/** Read units of one run of those, assumed. */
const scheduledReadUnits = 100;
/** Five pollers a queue ask every 20 seconds while nothing waits (Lambda developer guide, "Using Lambda with Amazon SQS"). */
const idleRequestsADay = 3 * 5 * 3 * 60 * 24;
/** Alarms that a deployment has: the test of the template counts them. */
export const alarms = 25;

/** Seconds times gigabytes that a stage's work on one article is billed for. */
function gigabyteSeconds(stage: WorkingStage, { cpuMs, events }: { cpuMs: number; events: number }): number {
  const { memoryMegabytes } = stageNamed(stage);
  const share = Math.min(1, memoryMegabytes / megabytesOfOneCore);
  return ((cpuMs / share + waitMs[stage] * events) / 1_000) * (memoryMegabytes / 1_024);
}

/** What 1,000 articles cost beyond what is paid in any case. */
export function costOfThousand(usage: Usage, prices: Prices): CostLine[] {
  const stages = Object.entries(usage.stages) as [WorkingStage, { cpuMs: number; events: number }][];
  const seconds = stages.reduce((sum, [stage, work]) => sum + gigabyteSeconds(stage, work), 0);
  const events = stages.reduce((sum, [, work]) => sum + work.events, 0);
  const each = [
    ['DynamoDB writes', (usage.writeUnits * prices.dynamodbMillionWriteUnits) / million],
    ['DynamoDB reads', (usage.readUnits * prices.dynamodbMillionReadUnits) / million],
    ['Lambda', seconds * prices.lambdaGigabyteSecondArm + (events * prices.lambdaMillionRequests) / million],
    ['SQS', (usage.sqsRequests * prices.sqsMillionRequests) / million],
    ['Logs', (usage.logBytes * prices.logGigabyte) / gigabyte],
  ] as const;
  return each.map(([name, usd]) => ({ name, usd: usd * 1_000 }));
}

/**
 * What tagging articles anew costs, in USD: the writes, and the tagging itself as the tag function would be billed for it.
 * `cpuMs` of one whole core for all of them; recounting, which depends on how many share a day, comes on top.
 */
export function costOfRetag({ writeUnits, cpuMs }: { writeUnits: number; cpuMs: number }, prices: Prices): number {
  const seconds = gigabyteSeconds('tag', { cpuMs, events: 0 });
  return (writeUnits * prices.dynamodbMillionWriteUnits) / million + seconds * prices.lambdaGigabyteSecondArm;
}

/** What a month costs before the first article: schedules, idle queues, the secret, the alarms. */
export function fixedMonth(prices: Prices): CostLine[] {
  const perMonth = scheduled.map(({ stage, seconds, perDay }) => ({
    runs: perDay * daysOfMonth,
    gigabyteSeconds: perDay * daysOfMonth * seconds * (stageNamed(stage).memoryMegabytes / 1_024),
  }));
  const runs = perMonth.reduce((sum, each) => sum + each.runs, 0);
  const seconds = perMonth.reduce((sum, each) => sum + each.gigabyteSeconds, 0);
  return [
    {
      name: 'Schedules',
      usd:
        seconds * prices.lambdaGigabyteSecondArm +
        (runs * prices.lambdaMillionRequests) / million +
        (runs * scheduledReadUnits * prices.dynamodbMillionReadUnits) / million,
    },
    { name: 'Idle queues', usd: (idleRequestsADay * daysOfMonth * prices.sqsMillionRequests) / million },
    { name: 'Secret', usd: prices.secretMonth },
    { name: 'Alarms', usd: alarms * prices.alarmMonth },
  ];
}

/** A month's bill at so many articles a day, the storage of that month's articles included. */
export function monthlyCost(usage: Usage, prices: Prices, articlesADay: number): number {
  const articles = articlesADay * daysOfMonth;
  const storage = ((articles * usage.storedBytes) / gigabyte) * prices.dynamodbGigabyteMonth;
  return total(fixedMonth(prices)) + (articles / 1_000) * total(costOfThousand(usage, prices)) + storage;
}

/** What entities, targeted sentiment and key phrases of 1,000 such texts cost with Amazon Comprehend. */
export function comprehendThousand({ characters }: Usage, prices: Prices): number {
  const units = Math.max(prices.comprehendMinimumUnits, Math.ceil(characters / prices.comprehendUnitCharacters));
  const requests = 3;
  return 1_000 * requests * units * prices.comprehendUnit;
}

/** Sum of cost lines. */
export const total = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

const sizes = [500, 5_000, 100_000] as const;

/** The whole account as text. */
export function costReport(usage: Usage, prices: Prices): string {
  const lines = costOfThousand(usage, prices);
  const ours = total(lines);
  const theirs = comprehendThousand(usage, prices);
  const parts = (of: readonly CostLine[], digits: number) =>
    of.map(({ name, usd }) => `${name} ${usd.toFixed(digits)}`).join(', ');
  return [
    `1,000 articles: ${ours.toFixed(4)} USD (${parts(lines, 4)})`,
    `  measured ${usage.measuredAt.slice(0, 10)} on ${usage.articles} synthetic articles of ${usage.characters} characters, ${Math.round(100 * usage.share)} % about the dispute`,
    `each month in any case: ${total(fixedMonth(prices)).toFixed(2)} USD (${parts(fixedMonth(prices), 2)})`,
    ...sizes.map(
      (size) =>
        `a month at ${size.toLocaleString('en')} articles a day: ${monthlyCost(usage, prices, size).toFixed(2)} USD`,
    ),
    `Amazon Comprehend for the tags alone (entities, targeted sentiment, key phrases): ${theirs.toFixed(2)} USD for 1,000 articles, ${Math.round(theirs / ours)} times as much`,
    `prices of ${prices.asOf}, ${prices.region}: ${prices.source}`,
  ].join('\n');
}
