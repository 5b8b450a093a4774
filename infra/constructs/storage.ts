import { RemovalPolicy } from 'aws-cdk-lib';
import { type Attribute, AttributeType, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { TableName } from '../../shared/stages.ts';
import { type TableDefinition, tables } from '../../shared/store/tables.ts';

type Key = TableDefinition['partition'];

/** All tables of the store: on demand, encrypted, recoverable to any second of the last 35 days, kept when the stack goes. */
export class Storage extends Construct {
  readonly tables: Record<TableName, TableV2>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const entries = Object.entries(tables) as [TableName, TableDefinition][];
    this.tables = Object.fromEntries(entries.map(([name, table]) => [name, this.#table(name, table)])) as Record<
      TableName,
      TableV2
    >;
  }

  #table(name: TableName, table: TableDefinition): TableV2 {
    return new TableV2(this, name, {
      partitionKey: attribute(table.partition),
      ...(table.sort && { sortKey: attribute(table.sort) }),
      ...(table.timeToLive && { timeToLiveAttribute: table.timeToLive }),
      globalSecondaryIndexes: (table.indexes ?? []).map((index) => ({
        indexName: index.name,
        partitionKey: attribute(index.partition),
        sortKey: attribute(index.sort),
        ...(index.include.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: index.include }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      })),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

const attribute = ({ name, type }: Key): Attribute => ({
  name,
  type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});
