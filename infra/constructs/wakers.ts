import { Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Stage } from '../../shared/stages.ts';
import type { StageFunction } from './stage-function.ts';
import type { WorkQueues } from './work-queues.ts';

/** Lets a stage be woken as `stages.ts` says: by its queue, or by a schedule in the given time zone. */
export class Wakers extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, target: StageFunction, queues: WorkQueues, timeZone: string) {
    super(scope, id);
    const { wakes } = stage;
    if (wakes.kind === 'queue') {
      target.lambda.addEventSource(
        new SqsEventSource(queues.byName[wakes.queue].queue, {
          batchSize: wakes.batchSize,
          ...(wakes.windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(wakes.windowSeconds) }),
          maxConcurrency: wakes.maxConcurrency,
          reportBatchItemFailures: true,
        }),
      );
    }
    if (wakes.kind === 'rate') this.#schedule(ScheduleExpression.rate(Duration.minutes(wakes.minutes)), target);
    if (wakes.kind === 'daily') {
      const { hour, minute, againMinutes } = wakes;
      const at = { hour: `${hour}-23`, minute: `${minute}/${againMinutes}`, timeZone: TimeZone.of(timeZone) };
      this.#schedule(ScheduleExpression.cron(at), target);
    }
  }

  /** With a role of its own that may invoke this one function: the target's default role may invoke all its versions. */
  #schedule(schedule: ScheduleExpression, { lambda }: StageFunction): void {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }));
    const target = new LambdaInvoke(lambda, {
      role: role.withoutPolicyUpdates(),
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
    new Schedule(this, 'Schedule', { schedule, target });
  }
}
