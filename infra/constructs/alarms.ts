import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { StageName } from '../../shared/stages.ts';
import type { StageFunction } from './stage-function.ts';
import type { WorkQueues } from './work-queues.ts';

export interface AlarmsProps {
  queues: WorkQueues;
  functions: Record<StageName, StageFunction>;
  email: string;
}

/** What somebody must look at; each alarm's text names the heading of RUNBOOK.md that says what to do. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, { queues, functions, email }: AlarmsProps) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (email !== '') this.#topic.addSubscription(new EmailSubscription(email));
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
  }

  #alarm(id: string, metric: Metric, threshold: number, heading: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${id}: see "${heading}" in RUNBOOK.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}

const headings: Partial<Record<StageName, string>> = {
  digest: 'The digest was not sent',
  alert: 'An alert was not sent',
};

const headingFor = (stage: StageName) => headings[stage] ?? 'A function fails';
