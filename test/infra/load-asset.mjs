// Loads a bundled function as Lambda would: alone in a process, with nothing but its folder and its environment.
import { pathToFileURL } from 'node:url';

const [file, event] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(file).href);
const context = { awsRequestId: 'test', functionName: 'test', getRemainingTimeInMillis: () => 30_000 };
try {
  console.log(`\nRESULT ${JSON.stringify({ answer: await handler(JSON.parse(event), context) })}`);
} catch (error) {
  console.log(`\nRESULT ${JSON.stringify({ error: `${error.name}: ${error.message}` })}`);
}
process.exit(0);
