import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

/** What any function over DynamoDB must load and do: the measure for the cold starts of the others. */
export const handler = () =>
  client.send(new GetItemCommand({ TableName: process.env.TABLE_ARTICLES, Key: { id: { S: 'a1' } } }));
