import { Duration } from 'aws-cdk-lib';
import { Alarm, type AlarmProps, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { metricNames } from '../../shared/metrics.ts';
import { type StageName, stageNamed } from '../../shared/stages.ts';
import { ownMetric } from './own-metric.ts';
import type { StageFunction } from './stage-function.ts';
import type { WorkQueues } from './work-queues.ts';

export interface AlarmsProps {
  queues: WorkQueues;
  functions: Record<StageName, StageFunction>;
  email: string | null;
}

/** What somebody must look at; each alarm's text names the heading of RUNBOOK.md that says what to do. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { queues, functions, email }: AlarmsProps) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (email) this.#topic.addSubscription(new EmailSubscription(email));
    const period = Duration.minutes(5);
    for (const [name, { queue, deadLetters }] of Object.entries(queues.byName)) {
      const dead = deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
      this.#alarm(`${name}-dead-letters`, dead, 0, 'Dead letters');
      const age = queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' });
      this.#alarm(`${name}-age`, age, 3_600, 'Work piles up');
    }
    for (const [name, { lambda }] of Object.entries(functions)) {
      this.#alarm(
        `${name}-errors`,
        lambda.metricErrors({ period, statistic: 'Sum' }),
        0,
        headingFor(name as StageName),
      );
      this.#alarm(
        `${name}-throttles`,
        lambda.metricThrottles({ period, statistic: 'Sum' }),
        0,
        'A function is throttled',
      );
    }
    this.#silences(functions);
  }

  /** What is missing is noticed too: a poll that doesn't run, a feed that isn't heard, a morning without digest. */
  #silences(functions: Record<StageName, StageFunction>): void {
    const hour = Duration.hours(1);
    const unheard = ownMetric(metricNames.unheardFeeds, 'poll', 'Minimum', hour);
    this.#alarm('feed-silence', unheard, 0, 'A feed has moved, failed or fallen silent', { evaluationPeriods: 6 });
    const runs = (stage: StageName, period: Duration) =>
      functions[stage].lambda.metricInvocations({ period, statistic: 'Sum' });
    this.#alarm('poll-stopped', runs('poll', Duration.minutes(15)), 1, 'Nothing is polled', {
      ...missing,
      evaluationPeriods: 2,
    });
    this.#alarm('digest-not-sent', runs('digest', Duration.minutes(15)), 1, 'The digest was not sent', {
      ...missing,
      evaluationPeriods: quietPeriods(),
    });
  }

  #alarm(id: string, metric: Metric, threshold: number, heading: string, changes: Partial<AlarmProps> = {}): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${id}: see "${heading}" in RUNBOOK.md`,
      ...changes,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}

/** Fewer runs than the threshold, or none at all. */
const missing = {
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.BREACHING,
};

/**
 * Quarters of an hour between the last run of a day, before midnight, and the second of the morning: a digest that was
 * not even tried by then rings at 07:15. One that was tried and failed is an error, which rings by itself.
 */
function quietPeriods(): number {
  const { wakes } = stageNamed('digest');
  if (wakes.kind !== 'daily') throw new Error('stages.ts wakes the digest by something else than a time of day');
  const firstMinute = wakes.hour * 60 + wakes.minute;
  const lastMinute = 23 * 60 + Math.floor((59 - wakes.minute) / wakes.againMinutes) * wakes.againMinutes + wakes.minute;
  return Math.ceil((24 * 60 - lastMinute + firstMinute) / 15) + 1;
}

const headings: Partial<Record<StageName, string>> = {
  digest: 'The digest was not sent',
  alert: 'An alert was not sent',
};

const headingFor = (stage: StageName) => headings[stage] ?? 'A function fails';
