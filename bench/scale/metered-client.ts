import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What a piece of work asked of DynamoDB. */
export interface Consumed {
  requests: number;
  /** Capacity units, as the service reports them. */
  units: number;
}

/** Lets every request of the client report its capacity. @returns what measures a piece of work, one at a time */
export function meter(client: DynamoDBClient): <T>(work: () => Promise<T>) => Promise<Consumed & { result: T }> {
  const consumed: Consumed = { requests: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } as typeof args);
      const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] };
      consumed.requests += 1;
      for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat()) consumed.units += CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return async (work) => {
    Object.assign(consumed, { requests: 0, units: 0 });
    const result = await work();
    return { ...consumed, result };
  };
}
