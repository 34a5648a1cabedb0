/**
 * Imports a bundle and calls its handler once, as a cold container does. The last line printed says what that took; what the call
 * came to is told and not judged. Given: the path of the bundle, and the event as JSON.
 */
import { pathToFileURL } from 'node:url';
import { timed } from './measured.ts';

const [bundle = '', event = '{}'] = process.argv.slice(2);
const context = {
  awsRequestId: 'bench',
  functionName: 'bench',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:bench',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 60_000,
};

let handler: (event: unknown, context: unknown) => Promise<unknown> = async () => undefined;
const loaded = await timed(async () => {
  ({ handler } = await import(pathToFileURL(bundle).href));
});
let outcome = '';
const called = await timed(async () => {
  try {
    const answer = await handler(JSON.parse(event), context);
    outcome = answer && typeof answer === 'object' && 'statusCode' in answer ? String(answer.statusCode) : 'answered';
  } catch (error) {
    outcome = error instanceof Error ? error.name : 'threw';
  }
});
process.stdout.write(`\n${JSON.stringify({ loaded, called, outcome })}\n`, () => process.exit(0));
