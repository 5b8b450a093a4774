import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { TableName } from '../../shared/stages.ts';

/** Attributes that analysis may ask for, by table. Texts stay where they are. */
const columns = {
  Statements: [
    ...[
      'series',
      'at',
      'articleId',
      'actor',
      'issue',
      'stance',
      'voice',
      'outlet',
      'originOutlet',
      'clusterId',
      'rule',
    ],
    ...['codebookVersion', 'taggerVersion', 'confidence'],
  ],
  Mentions: [
    'series',
    'at',
    'articleId',
    'actor',
    'outlet',
    'originOutlet',
    'clusterId',
    'codebookVersion',
    'taggerVersion',
  ],
} satisfies Partial<Record<TableName, string[]>>;

const numbers = new Set(['confidence']);
const sql = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/-/g, '_');
/** `at` is a word of SQL's own. */
const columnName = (attribute: string) => (attribute === 'at' ? 'counted_at' : sql(attribute));

interface Settings {
  /** Of the environment: names the database and the work group. */
  name: string;
  tables: Record<TableName, TableV2>;
  /** Days that exports, and what queries answered, are kept. */
  keepDays: number;
}

/**
 * For corpora beyond one table's comfort: every Sunday DynamoDB exports the tagged rows to S3 by itself, without touching
 * the tables' capacity, and Athena reads them there; a named query turns an export into Parquet. See docs/scale.md.
 */
export class Analysis extends Construct {
  readonly #name: string;

  constructor(scope: Construct, id: string, { name, tables, keepDays }: Settings) {
    super(scope, id);
    this.#name = `picketline_${sql(name)}`;
    const bucket = this.#bucket(keepDays);
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: this.#name, description: 'Exports of the tagged rows, a partition a run' },
    });
    for (const table of Object.keys(columns) as (keyof typeof columns)[]) {
      this.#weeklyExport(table, tables[table], bucket);
      this.#externalTable(table, bucket).addResourceDependency(database);
    }
    this.#queries(bucket);
  }

  #bucket(keepDays: number): Bucket {
    const bucket = new Bucket(this, 'Exports', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(keepDays), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Holds copies of rows that expire; who may read it is decided by IAM, whose trail shows it.',
    });
    return bucket;
  }

  /** With a role of its own that may export this one table into this one folder. */
  #weeklyExport(name: keyof typeof columns, table: TableV2, bucket: Bucket): void {
    const role = new Role(this, `${name}Role`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const policyStatements = [
      new PolicyStatement({ actions: ['dynamodb:ExportTableToPointInTime'], resources: [table.tableArn] }),
      new PolicyStatement({
        actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        resources: [bucket.arnForObjects(`${name}/*`)],
      }),
    ];
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${name}/*]`,
      reason: 'DynamoDB names the files of an export by itself, under the folder given.',
    });
    new Schedule(this, `${name}Export`, {
      schedule: ScheduleExpression.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
      target: new Universal({
        service: 'dynamodb',
        action: 'exportTableToPointInTime',
        input: ScheduleTargetInput.fromObject({
          TableArn: table.tableArn,
          S3Bucket: bucket.bucketName,
          S3Prefix: `${name}/${ContextAttribute.scheduledTime}`,
          ExportFormat: 'DYNAMODB_JSON',
        }),
        ...{ role, policyStatements },
      }),
    });
  }

  /** One line of an export is `{"Item": {"actor": {"S": "union"}, …}}`; its manifests lie beside it and have no Item. */
  #externalTable(name: keyof typeof columns, bucket: Bucket): CfnTable {
    const fields = columns[name].map(
      (attribute) => `${attribute}:struct<${numbers.has(attribute) ? 'N' : 'S'}:string>`,
    );
    const location = `s3://${bucket.bucketName}/${name}/`;
    return new CfnTable(this, `${name}Table`, {
      catalogId: Stack.of(this).account,
      databaseName: this.#name,
      tableInput: {
        name: `exported_${name.toLowerCase()}`,
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          'projection.enabled': 'true',
          'projection.run.type': 'injected',
          'storage.location.template': `${location}\${run}/`,
        },
        partitionKeys: [{ name: 'run', type: 'string', comment: 'When the export was due, e.g. 2026-11-22T03:00:00Z' }],
        storageDescriptor: {
          location,
          columns: [{ name: 'item', type: `struct<${fields.join(',')}>` }],
          inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
        },
      },
    });
  }

  #queries(bucket: Bucket): void {
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: this.#name,
      description: 'Queries over the exports; one may scan a terabyte at the most',
      workGroupConfiguration: {
        bytesScannedCutoffPerQuery: 1_000_000_000_000,
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        resultConfiguration: {
          outputLocation: `s3://${bucket.bucketName}/answers/`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
    const named = (queryId: string, description: string, queryString: string) =>
      new CfnNamedQuery(this, queryId, {
        ...{ database: this.#name, workGroup: this.#name, name: queryId, description, queryString },
      }).addResourceDependency(workGroup);
    named(
      'StatementsAsParquet',
      'Turns one export into Parquet: put in the run',
      statementsAsParquet(this.#name, bucket.bucketName),
    );
    named('StancesByWeek', 'The worked query of docs/scale.md', stancesByWeek(this.#name));
  }
}

const statementsAsParquet = (database: string, bucket: string) => `CREATE TABLE ${database}.statements
WITH (format = 'PARQUET', parquet_compression = 'ZSTD', external_location = 's3://${bucket}/parquet/statements/')
AS SELECT
${columns.Statements.map((attribute) =>
  numbers.has(attribute)
    ? `  CAST(item.${attribute}.N AS double) AS ${columnName(attribute)}`
    : `  item.${attribute}.S AS ${columnName(attribute)}`,
).join(',\n')}
FROM ${database}.exported_statements
WHERE run = '2026-11-22T03:00:00Z' AND item IS NOT NULL`;

/** Each text once, whatever the number of its copies, as the page counts. */
const stancesByWeek = (
  database: string,
) => `SELECT date_trunc('week', from_iso8601_timestamp(substr(counted_at, 1, 24))) AS week, actor, issue,
  count(DISTINCT IF(stance = 'for', cluster_id)) AS texts_for,
  count(DISTINCT IF(stance = 'against', cluster_id)) AS texts_against
FROM ${database}.statements
WHERE series LIKE 'DISPUTE#%' AND confidence >= 0.6
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
