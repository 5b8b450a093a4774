import type { AttributeDefinition, CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from './tables.ts';

/** The CreateTable request for a definition: used by the local runtime and the tests; the cloud's tables come from CDK. */
export function createTableInput(tableName: string, table: TableDefinition): CreateTableCommandInput {
  const indexes = table.indexes ?? [];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes(table),
    KeySchema: keySchema(table.partition.name, table.sort?.name),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partition.name, index.sort.name),
        Projection:
          index.include.length > 0
            ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: index.include }
            : { ProjectionType: 'KEYS_ONLY' as const },
      })),
    }),
  };
}

function attributes(table: TableDefinition): AttributeDefinition[] {
  const keys = [
    table.partition,
    table.sort,
    ...(table.indexes ?? []).flatMap((index) => [index.partition, index.sort]),
  ];
  const types = new Map(keys.flatMap((key) => (key ? [[key.name, key.type] as const] : [])));
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}

function keySchema(partition: string, sort?: string): KeySchemaElement[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
  ];
}
