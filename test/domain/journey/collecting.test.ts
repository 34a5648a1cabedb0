import { describe, expect, it } from 'vitest';
import { collectionFor } from '../../../domain/journey/collecting.ts';
import { setUpProblems } from '../../../domain/plan/set-up.ts';
import { finishing, situationOf, wrongFields } from '../../support/finished-work.ts';

const collect = finishing('collect-contribution', 'case.collect-contribution-from-1a2b3c4d');
const situation = situationOf('set-up-support', {}, 'assessment-1.set-up-support');
const opens = (found: ReturnType<typeof collect>) =>
  found.ok ? (found.opens ?? []).map(({ kind, opensOn }) => [kind, opensOn]) : ['refused'];
const tells = (found: ReturnType<typeof collect>) => (found.ok ? found.tells : undefined);

describe('what a person pays', () => {
  it.each([
    { before: undefined, now: 4_155, says: /pays towards their support from now on/ },
    { before: 4_155, now: 5_000, says: /changes: collect the new amount/ },
    { before: 4_155, now: 0, says: /does not pay any more/ },
  ])('is somebody’s work to collect: from $before to $now', ({ before, now, says }) => {
    const [work, ...others] = collectionFor(situation, before, now);
    expect(others).toEqual([]);
    expect(work).toMatchObject({ kind: 'collect-contribution', reason: expect.stringMatching(says) });
  });

  it.each([
    [undefined, 0],
    [4_155, 4_155],
  ])('is nobody’s where nothing is due, or nothing changes: from %s to %s', (before, now) => {
    expect(collectionFor(situation, before, now)).toEqual([]);
  });

  it('is told before it is due, and somebody looks a week later whether it has come', () => {
    const arranged = { contributionStep: 'arranged', firstDueOn: '2026-02-02', toldHowOn: '2026-01-05' };
    expect(opens(collect(arranged))).toEqual([['collect-contribution', '2026-02-09']]);
    expect(tells(collect(arranged))).toEqual(['answer-ready']);
    expect(wrongFields(collect({ ...arranged, firstDueOn: '2026-01-04' }))).toEqual(['firstDueOn']);
    expect(wrongFields(collect({ ...arranged, howPaid: 'net-payment' }))).toEqual(['howPaid']);
  });

  it('that has not come is asked for by a new day, or the money is looked at again, and support goes on', () => {
    const late = { contributionStep: 'not-paid', whyNotPaid: 'She was in hospital.' };
    const only = { howPaid: undefined, firstDueOn: undefined, toldHowOn: undefined, howToPay: undefined };
    expect(opens(collect({ ...only, ...late, whatNext: 'reminded', payBy: '2026-01-19' }))).toEqual([
      ['collect-contribution', '2026-01-20'],
    ]);
    expect(wrongFields(collect({ ...only, ...late, whatNext: 'in-parts' }))).toEqual(['payBy']);
    for (const whatNext of ['cannot-pay', 'disputed']) {
      const found = collect({ ...only, ...late, whatNext });
      expect(opens(found).map((one) => one[0])).toEqual(['assess-finances', 'collect-contribution']);
      expect(tells(found)).toEqual(['answer-ready']);
    }
    expect(opens(collect({ ...only, contributionStep: 'paid' }))).toEqual([]);
  });
});

describe('a direct payment', () => {
  const setUp = finishing('set-up-support');
  const direct = { arrangements: ['direct-payment'], firstPaidOn: '2026-01-12' };

  it('waits for an account of its own where there is none yet', () => {
    expect(wrongFields(setUp({ ...direct, separateAccount: 'no' }))).toEqual(['accountOpensOn']);
    const answers = { ...direct, separateAccount: 'no', accountOpensOn: '2026-01-14', startedOn: '2026-01-12' };
    const problems = setUpProblems(answers as unknown as Parameters<typeof setUpProblems>[0], {
      plan: { paymentRoutes: ['direct-payment'], needs: [] } as never,
      behind: { noticeDays: 14 } as never,
      budget: undefined,
    });
    expect(problems).toMatchObject([{ field: 'firstPaidOn', message: expect.stringContaining('14 January 2026') }]);
  });

  it('with help from a support service is somebody’s work to refer to', () => {
    const found = setUp({ ...direct, separateAccount: 'yes', supportService: 'yes' });
    expect(opens(found).map((one) => one[0])).toContain('arrange-wanted-help');
    expect(opens(setUp({ ...direct, separateAccount: 'yes' })).map((one) => one[0])).not.toContain(
      'arrange-wanted-help',
    );
  });
});
