import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { metricNames } from '../../shared/metrics.ts';
import type { StageName, TableName } from '../../shared/stages.ts';
import { ownMetric } from './own-metric.ts';
import type { StageFunction } from './stage-function.ts';
import type { WorkQueues } from './work-queues.ts';

export interface OperationsDashboardProps {
  name: string;
  queues: WorkQueues;
  functions: Record<StageName, StageFunction>;
  tables: Record<TableName, TableV2>;
}

const period = Duration.minutes(5);

/** What is waiting, what goes wrong, how long it takes, what the news brings: the first look when an alarm rings. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, { name, queues, functions, tables }: OperationsDashboardProps) {
    super(scope, id);
    const byFunction = (metric: (stage: StageFunction) => IMetric) => Object.values(functions).map(metric);
    const byQueue = (metric: (queue: WorkQueues['byName'][keyof WorkQueues['byName']]) => IMetric) =>
      Object.values(queues.byName).map(metric);
    new Dashboard(this, 'Dashboard', {
      dashboardName: `picketline-${name}`,
      widgets: [
        [
          graph(
            'Oldest message, seconds',
            byQueue(({ queue }) => queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' })),
          ),
          graph(
            'Dead letters',
            byQueue(({ deadLetters }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
            ),
          ),
        ],
        [
          graph(
            'Errors',
            byFunction(({ lambda }) => lambda.metricErrors({ period, statistic: 'Sum' })),
          ),
          graph(
            'Throttles',
            byFunction(({ lambda }) => lambda.metricThrottles({ period, statistic: 'Sum' })),
          ),
          graph(
            'Duration, 95th of 100',
            byFunction(({ lambda }) => lambda.metricDuration({ period, statistic: 'p95' })),
          ),
        ],
        [
          graph('News', [ownMetric(metricNames.discovered, 'poll', 'Sum', period)]),
          graph('Feeds not heard', [ownMetric(metricNames.unheardFeeds, 'poll', 'Maximum', period)]),
          graph('Lost messages sent again', [ownMetric(metricNames.resent, 'poll', 'Sum', period)]),
        ],
        [
          graph('Read units in five minutes', capacity(tables, 'metricConsumedReadCapacityUnits')),
          graph('Write units in five minutes', capacity(tables, 'metricConsumedWriteCapacityUnits')),
        ],
      ],
    });
  }
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8 });

const capacity = (
  tables: OperationsDashboardProps['tables'],
  metric: 'metricConsumedReadCapacityUnits' | 'metricConsumedWriteCapacityUnits',
): IMetric[] => Object.entries(tables).map(([label, table]) => table[metric]({ label, period, statistic: 'Sum' }));
