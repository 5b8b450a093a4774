import type { Command } from 'commander';
import { type LocalPipeline, startPipeline } from './local-pipeline.ts';

/** Options of every command that works on a data folder. */
export interface DataOptions {
  data: string;
  json: boolean;
  dynamodb?: string;
  sqs?: string;
}

/** Adds the options to a command. */
export function withData(command: Command, folder = '.picketline/watch'): Command {
  return command
    .option('--data <folder>', 'data folder of the run to look into', folder)
    .option('--dynamodb <endpoint>', 'a DynamoDB to use instead of the embedded one (an address, or "aws")')
    .option('--sqs <endpoint>', 'an SQS to use instead of the embedded one (an address, or "aws")')
    .option('--json', 'print JSON', false);
}

/** Opens the pipeline over the folder for one piece of work, and closes it whatever comes of it. */
export async function withPipeline<T>(
  { data, dynamodb, sqs }: DataOptions,
  work: (pipeline: LocalPipeline) => Promise<T>,
  settings: { allowList?: string[]; contact?: string } = {},
): Promise<T> {
  const pipeline = await startPipeline({
    folder: data,
    contact: settings.contact ?? process.env.PICKETLINE_CONTACT ?? 'https://picketline.example/about-our-robot',
    allowList: settings.allowList ?? [],
    dynamodbEndpoint: dynamodb,
    sqsEndpoint: sqs,
    now: Date.now,
    log: (line) => console.error(JSON.stringify(line)),
  });
  try {
    return await work(pipeline);
  } finally {
    await pipeline.stop();
  }
}

/** Prints a value as JSON, or as the text made of it. */
export function print<T>(value: T, json: boolean, text: (value: T) => string): void {
  console.log(json ? JSON.stringify(value, null, 2) : text(value));
}
