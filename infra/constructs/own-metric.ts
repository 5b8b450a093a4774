import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metricNamespace } from '../../shared/metrics.ts';
import type { StageName } from '../../shared/stages.ts';

/** A count that a stage reports itself (`functions/telemetry.ts`). */
export const ownMetric = (metricName: MetricName, stage: StageName, statistic: string, period: Duration): Metric =>
  new Metric({
    ...{ metricName, statistic, period },
    namespace: metricNamespace,
    dimensionsMap: { service: `picketline-${stage}` },
  });
