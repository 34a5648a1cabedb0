import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { SNSEvent } from 'aws-lambda';
import { ClassicLevel } from 'classic-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMail } from '../../../local/mail/mail.ts';

describe('mail after kill -9', () => {
  it('has the 3 mails that SendEmail answered for, and the bounce that was not yet handled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'careway-mail-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const child = spawn(process.execPath, [join(import.meta.dirname, 'send-then-hang.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const store = new ClassicLevel<string, string>(folder);
    onTestFinished(() => store.close());
    const events: SNSEvent[] = [];
    const mail = createMail({
      store,
      now: () => Temporal.Instant.from('2026-11-21T10:00:00Z'),
      identities: ['leicestershire.example'],
      onFeedback: async (event) => void events.push(event),
    });
    await mail.resume();

    expect(child.signalCode).toBe('SIGKILL');
    expect((await mail.list()).map(({ id }) => id)).toEqual(JSON.parse(String(line)).toReversed());
    expect(events.map((event) => JSON.parse(event.Records[0]?.Sns.Message ?? '').eventType)).toEqual(['Bounce']);
  });
});
