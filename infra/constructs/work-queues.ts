import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueName } from '../../shared/messages.ts';
import { queues } from '../../shared/stages.ts';

/** A queue, and where its messages go when their work fails for good. */
export interface WorkQueue {
  queue: Queue;
  deadLetters: Queue;
}

const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) };

/** The queues between the stages, each with its dead-letter queue. */
export class WorkQueues extends Construct {
  readonly byName: Record<QueueName, WorkQueue>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.byName = Object.fromEntries(
      queues.map(({ name, stage, waker }) => {
        const deadLetters = new Queue(this, `${name}-dead-letters`, secure);
        // Six times the function's timeout, as Lambda asks of a queue that feeds it.
        const visibilityTimeout = Duration.seconds(stage.timeoutSeconds * 6);
        const deadLetterQueue = { queue: deadLetters, maxReceiveCount: waker.maxReceives };
        return [name, { queue: new Queue(this, name, { ...secure, visibilityTimeout, deadLetterQueue }), deadLetters }];
      }),
    ) as Record<QueueName, WorkQueue>;
  }
}
