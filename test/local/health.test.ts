import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watched } from '../../infra/alarms.ts';
import { jobs } from '../../infra/service-map.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import { signal } from '../../schemas/signal.ts';
import { owedIn } from '../../services/store/signal-keys.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { putStraight } from '../support/watched-store.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const health = () => platform.platform.health();
/** The lines of a list on the start page. */
const told = async () => {
  const { text } = await platform.send('GET', '/_local', { headers: { accept: 'text/html' } });
  const [, list = ''] = /<h2 id="health">[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(text) ?? [];
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, line = '']) =>
    line
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

describe('the health of a platform on one machine', () => {
  it('names every job of the manifest, and none as run where nothing has run', async () => {
    const { jobs: shown, owed } = await health();

    expect(shown.map(({ job }) => job).toSorted()).toEqual([...jobs.keys()].toSorted());
    expect(shown.filter(({ endedAt }) => endedAt !== undefined)).toEqual([]);
    expect(owed.map(({ minutes, isLate }) => [minutes, isLate])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect(await told()).toContain('Nothing is owed.');
  });

  it('says when each job has come to its end', async () => {
    await platform.platform.clock.forward('P1D');

    const { jobs: shown } = await health();

    expect(shown.find(({ job }) => job === 'send-digests')).toMatchObject({
      endedAt: '2026-01-06T09:30:00.000Z',
      isLate: false,
    });
    expect(shown.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
    expect(await told()).toContain('Every job has run.');
  });

  it('says for how long the oldest is owed that no sweep can send, and tries it every five minutes', async () => {
    const reference = 'AAA-AAAA-AAA';
    const owed = signal.parse({
      council,
      reference,
      id: 'close-case',
      kind: 'close-case',
      reason: 'withdrawn',
      at: isoInstant.parse(platform.deps.clock.now()),
    });
    await putStraight(platform.platform, [
      { pk: `CASE#${council}#${reference}`, sk: `SIGNAL#${owed.id}`, data: owed, schemaVersion: 2, ...owedIn(owed) },
    ]);
    const { atLeast } = watched['owed-moves'];
    // Any call sets the sweep going.
    await platform.send('GET', `/${council}`);
    await platform.platform.clock.forward(`PT${atLeast + 1}M`);

    const { owed: shown, jobs: ran } = await health();
    const swept = ran.find(({ job }) => job === 'sweep-signals')?.endedAt ?? '';

    expect(shown[0]).toMatchObject({ minutes: atLeast + 1, isLate: true });
    expect(Date.parse(platform.deps.clock.now()) - Date.parse(swept)).toBeLessThan(6 * 60_000);
    expect(await told()).toContain(
      `The oldest signal to a case has been owed for ${atLeast + 1} minutes: ${watched['owed-moves'].errorImpact}`,
    );
  });

  it('says which job has been silent for too long', async () => {
    const late = new Date(Date.parse(platform.deps.clock.now()) + 3 * 86_400_000).toISOString();
    const { jobs: shown } = await platform.platform.health(isoInstant.parse(late));

    expect(shown.filter(({ isLate }) => isLate).map(({ job }) => job)).toContain('send-digests');
  });
});
