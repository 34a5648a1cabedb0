import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { ClassicLevel } from 'classic-level';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createS3 } from '../../../local/s3/s3.ts';

describe('the local S3 after kill -9', () => {
  it('has the object that was answered for, nothing of the one half written, and no leftover', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'careway-s3-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'put-then-hang.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = await readdir(path.join(folder, 'documents'));

    const store = new ClassicLevel<string, string>(path.join(folder, 'state'));
    onTestFinished(() => store.close());
    const { objects } = createS3({ store, folder: path.join(folder, 'documents'), bucket: 'careway-documents' });
    await objects.open();
    const whole = await objects.head('documents/whole');

    expect(child.signalCode).toBe('SIGKILL');
    expect(left.some((name) => name.endsWith('.part'))).toBe(true);
    expect(await objects.keys()).toEqual(['documents/whole']);
    expect(whole && String(await objects.read(whole, 0, 99))).toBe('whole');
    expect(await readdir(path.join(folder, 'documents'))).toEqual([whole?.versionId]);
  });
});
