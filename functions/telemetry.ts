import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Context } from 'aws-lambda';
import { metricNamespace } from '../shared/metrics.ts';
import type { StageName } from '../shared/stages.ts';
import type { Log, Runtime } from './runtime.ts';

/** What a function tells of its work: lines, counts and spans, each under its stage and its request. */
export interface Telemetry extends Pick<Runtime, 'log' | 'measure' | 'span'> {
  /** Lets an AWS client's requests appear in the function's trace. */
  traced<Client>(client: Client): Client;
  /** Names the request in every line of a handler's work, and sends its counts when it ends. */
  observe<Event, Answer>(
    handler: (event: Event, context: Context) => Promise<Answer>,
  ): (event: Event, context: Context) => Promise<Answer>;
}

type Level = 'debug' | 'info' | 'warn' | 'error';

const isLevel = (value: unknown): value is Level =>
  value === 'debug' || value === 'info' || value === 'warn' || value === 'error';

/** Telemetry by Powertools for AWS Lambda: JSON lines, embedded metrics and X-Ray. Outside Lambda spans cost nothing. */
export function createTelemetry(stage: StageName): Telemetry {
  const serviceName = `picketline-${stage}`;
  const logger = new Logger({ serviceName });
  const metrics = new Metrics({ serviceName, namespace: metricNamespace });
  const tracer = new Tracer({ serviceName });
  const log: Log = ({ level, message, ...line }) =>
    logger[isLevel(level) ? level : 'info'](String(message ?? line.reason ?? line.outcome ?? stage), line);
  return {
    log,
    measure: (name, value) => metrics.addMetric(name, MetricUnit.Count, value),
    traced: (client) => tracer.captureAWSv3Client(client),
    async span(name, articleId, work) {
      const span = tracer.isTracingEnabled() ? tracer.getSegment()?.addNewSubsegment(`## ${name}`) : undefined;
      span?.addAnnotation('articleId', articleId);
      try {
        return await work();
      } catch (thrown) {
        span?.addError(thrown instanceof Error ? thrown : String(thrown));
        throw thrown;
      } finally {
        span?.close();
      }
    },
    observe: (handler) => async (event, context) => {
      logger.addContext(context);
      try {
        return await handler(event, context);
      } finally {
        metrics.publishStoredMetrics();
      }
    },
  };
}
