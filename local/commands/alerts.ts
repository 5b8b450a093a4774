import { type Command, InvalidArgumentError } from 'commander';
import { loadStoredRows } from '../../functions/alert/load-stored-rows.ts';
import { openEvidence } from '../../functions/alert/open-evidence.ts';
import type { Runtime } from '../../functions/runtime.ts';
import { chanceRules, defaultThresholds, type Thresholds } from '../../shared/alerts/alert.ts';
import { dayOfSighting, replayAlerts, type Sighting, seeInPast, thresholdsFor } from '../../shared/alerts/backtest.ts';
import { SettingError } from '../../shared/errors.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import { addDays, dayOf, daysBetween } from '../../shared/trend/day.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';

interface BacktestOptions extends DataOptions {
  budget?: number;
  from?: string;
  to?: string;
}

/** What a back-test found of one dispute. */
interface Backtest {
  dispute: string;
  period: { from: string; to: string };
  thresholds: Thresholds;
  sent: FiredAlert[];
  held: FiredAlert[];
}

interface FiredAlert {
  day: string;
  rule: string;
  subject: string;
  surprise: number | null;
  what: string;
  against: string;
  heldFor: string | null;
  sentences: { sentence: string; outlet: string; url: string }[];
}

/** Adds `alerts backtest`. */
export function addAlerts(program: Command): void {
  const command = program.command('alerts').description('alerts on what moves away from its baseline');
  withData(command.command('backtest'))
    .description('say when the alert rules would have fired in what is stored: which days, which articles')
    .option('--budget <n/time>', 'lets this many alerts through and finds the thresholds: 1/week, 2/month', readBudget)
    .option('--from <day>', "first day; the codebook's where left out", readDay)
    .option('--to <day>', 'last day', readDay)
    .action((options: BacktestOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const all = await runtime.codebooks();
        if (all.length === 0)
          throw new SettingError(
            `No codebook is published in ${options.data}.`,
            'Look into the demo with --data .picketline/demo.',
          );
        const tests = [];
        for (const published of all) tests.push(await backtest(published, options, runtime));
        print(tests, options.json, (done) => done.map(describe).join('\n\n'));
      }),
    );
}

async function backtest({ codebook }: Published, options: BacktestOptions, runtime: Runtime): Promise<Backtest> {
  const today = dayOf(new Date(runtime.now()).toISOString(), codebook.timeZone);
  const to = options.to ?? codebook.period.to ?? addDays(today, -1);
  const period = { from: options.from ?? codebook.period.from, to };
  const rows = await loadStoredRows(codebook, runtime.store);
  const sightings = seeInPast(codebook, rows, period);
  const weeks = daysBetween(period.from, period.to).length / 7;
  const thresholds =
    options.budget === undefined
      ? { ...defaultThresholds, ...codebook.alerts }
      : thresholdsFor(sightings, options.budget * weeks);
  const { sent, held } = replayAlerts(sightings, thresholds);
  const open = async (sighting: Sighting): Promise<FiredAlert> => {
    const { rule, subject, surprise, what, against, heldFor, evidence } = sighting.alert;
    const sentences = await openEvidence(evidence, codebook, runtime.store);
    return {
      day: dayOfSighting(sighting, codebook.timeZone),
      ...{ rule, subject, surprise, what, against, heldFor, sentences },
    };
  };
  return {
    dispute: codebook.id,
    ...{ period, thresholds },
    sent: await Promise.all(sent.map(open)),
    held: await Promise.all(held.map(open)),
  };
}

function describe({ dispute, period, thresholds, sent, held }: Backtest): string {
  const rules = [...chanceRules, 'dead-feed'].map((rule) => {
    const days = sent.filter((alert) => alert.rule === rule).map(({ day }) => day);
    const times = `${days.length} ${days.length === 1 ? 'time' : 'times'}`;
    return `  ${rule} would have fired ${times}${days.length > 0 ? `: ${days.join(', ')}` : ''}`;
  });
  const line = (alert: FiredAlert) =>
    [
      `${alert.day} ${alert.rule}: ${alert.what}`,
      `  against ${alert.against}${alert.heldFor ? `; held, since ${alert.heldFor} was not heard` : ''}`,
      ...alert.sentences.map(({ sentence, outlet, url }) => `  “${sentence}” (${outlet}) ${url}`),
    ].join('\n');
  const setting = chanceRules.map((rule) => `${rule}: ${thresholds[rule].toFixed(1)}`).join(', ');
  return [
    `${dispute}, ${period.from} to ${period.to}: ${sent.length} alerts, ${held.length} held`,
    ...rules,
    '',
    ...sent.map(line),
    ...held.map(line),
    '',
    `In the codebook: alerts: { ${setting} }`,
  ].join('\n');
}

const weeksOf: Record<string, number> = { day: 1 / 7, week: 1, month: 365.25 / 12 / 7, year: 365.25 / 7 };

/** A budget as alerts a week. @throws InvalidArgumentError when it isn't one */
function readBudget(value: string): number {
  const [, count, unit] = /^(\d+)\/(day|week|month|year)$/.exec(value) ?? [];
  if (count === undefined || unit === undefined || Number(count) === 0)
    throw new InvalidArgumentError('a budget is written 1/week, 2/month, 1/day or 5/year');
  return Number(count) / weeksOf[unit]!;
}
