import { CreateTableCommand, DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { createTables, localTableName } from '../../local/create-resources.ts';
import { startCloud } from '../../local/embedded-cloud.ts';
import { createTableInput } from '../../shared/store/create-table-input.ts';
import { tables } from '../../shared/store/tables.ts';
import { testEngine } from '../engine.ts';

it('tables of another version, with other keys, are refused by name, those of this one are kept', async () => {
  const cloud = await startCloud({ folder: null, ...testEngine() });
  try {
    await createTables(cloud.dynamodb);
    await createTables(cloud.dynamodb);
    const [index] = tables.Articles.indexes!;
    const older = { ...tables.Articles, indexes: [{ ...index!, sort: { name: 'touchedAt', type: 'S' as const } }] };
    const input = createTableInput(localTableName('Articles'), older);
    await cloud.dynamodb.send(new DeleteTableCommand({ TableName: input.TableName }));
    await expect
      .poll(() =>
        cloud.dynamodb.send(new CreateTableCommand(input)).then(
          () => 'made',
          () => 'not yet',
        ),
      )
      .toBe('made');
    await expect(createTables(cloud.dynamodb)).rejects.toThrow(/picketline-articles .* another version/);
  } finally {
    await cloud.stop();
  }
});
