import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { expect, it, onTestFinished } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { startServer } from '../../local/server.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { aFailingLevel } from './full-once.ts';

const slug = councilSlug.parse('leicestershire');

const aFolder = async (): Promise<string> => {
  const place = await mkdtemp(join(tmpdir(), 'careway-full-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  return join(place, 'data');
};

const startOn = (folder: string, makeLevel?: (place: string) => ReturnType<typeof aFailingLevel>['level']) =>
  startServer({
    folder,
    port: 0,
    limited: false,
    clock: 'frozen',
    councils: [slug],
    onError: () => undefined,
    ...(makeLevel && { makeLevel }),
  });

const send = (url: string) =>
  fetch(`${url}/${slug}/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ form: 'needs-assessment', answers: completeAnswers(needsAssessment, {}) }),
  });

it.each(['state', 'dynamodb'])(
  'a disk that fills under %s ends the platform with a sentence, and what was answered is there after the next start',
  async (name) => {
    const folder = await aFolder();
    const made = new Map<string, ReturnType<typeof aFailingLevel>>();
    const full = await startOn(folder, (place) => {
      const one = aFailingLevel(new ClassicLevel<string, string>(place));
      made.set(place, one);
      return one.level;
    });
    const { deps, signIn } = full.platform;
    await deps.store.claim(slug, { name: 'before', answer: 'taken' }, deps.clock.now());
    const [failing, items] = [made.get(join(folder, name)), made.get(join(folder, 'dynamodb'))];
    if (!failing || !items) throw new Error('Both databases are made by the test.');

    failing.fails.writes = true;
    const answered =
      name === 'dynamodb'
        ? (await send(full.url)).status
        : await signIn.issueAccessToken({ council: slug, role: 'manager' }).catch((error: Error) => error.name);
    failing.fails.writes = false;
    const asked = items.asked();
    const later = deps.store.claim(slug, { name: 'after', answer: 'taken' }, deps.clock.now());

    expect(answered).toBe(name === 'dynamodb' ? 500 : 'DataFolderRefused');
    await expect(later).rejects.toMatchObject({ name: 'DataFolderRefused' });
    expect(items.asked()).toBe(asked);
    expect((await full.refused).message).toBe(
      `The disk that holds ${folder} is full. What is there is kept. Make room and start again, or choose a folder on another disk:\n  CAREWAY_DATA=.careway/other npm start`,
    );
    await expect(send(full.url)).rejects.toThrow('fetch failed');
    await full.stop();

    const again = await startOn(folder);
    onTestFinished(() => again.stop());
    const { store, clock } = again.platform.deps;
    expect(await store.claimed(slug, 'before', clock.now())).toBe('taken');
    expect(await store.claimed(slug, 'after', clock.now())).toBeUndefined();
    expect((await send(again.url)).status).toBe(201);
    expect(await again.platform.signIn.issueAccessToken({ council: slug, role: 'manager' })).toHaveProperty(
      'accessToken',
    );
  },
  30_000,
);
