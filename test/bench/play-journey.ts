/** Plays the story of two years in this process, in memory, and prints what it took; then the floor, in the same process. */
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { awsEndpoint } from '../../local/aws-endpoint.ts';
import { createClient } from '../../local/demo/client.ts';
import { localControl } from '../../local/demo/local-control.ts';
import { playStory } from '../../local/demo/story.ts';
import { startServer } from '../../local/server.ts';
import { timed } from './measured.ts';
import { application } from './submit.ts';

const council = 'leicestershire';
const settings = {
  port: 0,
  limited: false,
  clock: 'frozen',
  start: Temporal.Instant.from('2026-01-05T10:00:00Z'),
} as const;

const server = await startServer(settings);
const client = createClient({
  url: server.url,
  council,
  attempts: 200,
  pause: (attempt) => setTimeout(Math.min(500, 20 * attempt)),
  token: (role) => control.token(council, role),
});
const control = localControl(client);
const story = { client, control, application: application.answers, onChapter: async () => undefined };
const ours = await timed(() => playStory(story));

const { dynamoDb } = server.platform;
const documents = DynamoDBDocumentClient.from(new DynamoDBClient(awsEndpoint(dynamoDb.handle)));
const { Items = [] } = await documents.send(new ScanCommand({ TableName: dynamoDb.tableName }));
const mails = await server.platform.mail.count();
await server.stop();

const other = await startServer(settings);
const empty = DynamoDBDocumentClient.from(new DynamoDBClient(awsEndpoint(other.platform.dynamoDb.handle)));
const floor = await timed(async () => {
  for (const Item of Items) await empty.send(new PutCommand({ TableName: dynamoDb.tableName, Item }));
});
await other.stop();
process.stdout.write(`\n${JSON.stringify({ ours, floor, items: Items.length, mails })}\n`);
