import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ClassicLevel } from 'classic-level';
import { createS3 } from '../../../local/s3/s3.ts';

/**
 * A process for `survives-kill.test.ts`: puts one object, begins a second whose bytes never end, says so, and waits to be killed. The
 * folder of the store is its argument.
 */
const [, , folder = ''] = process.argv;
await mkdir(folder, { recursive: true });
const store = new ClassicLevel<string, string>(path.join(folder, 'state'));
const s3 = createS3({ store, folder: path.join(folder, 'documents'), bucket: 'careway-documents' });
await s3.objects.open();
const about = { contentType: 'application/pdf', metadata: {} };
await s3.objects.put('documents/whole', about, Readable.from([Buffer.from('whole')]));
const endless = async function* () {
  yield Buffer.from('half');
  process.stdout.write('half written\n');
  await new Promise(() => setInterval(() => undefined, 1000));
};
await s3.objects.put('documents/half', about, endless());
