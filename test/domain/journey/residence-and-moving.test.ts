import { describe, expect, it } from 'vitest';
import { adviceWritten } from '../../../domain/journey/advice.ts';
import { closingProblems } from '../../../domain/journey/closing-checks.ts';
import { comesBackTo } from '../../../domain/journey/reopening.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import type { aTask } from '../../support/a-task.ts';
import { finishing } from '../../support/finished-work.ts';

const { council, reference } = aCase();
const kept = {
  ...{ council, reference, version: 1, by: { kind: 'platform' as const, name: 'test' } },
  at: isoInstant.parse('2026-01-05T10:00:00.000Z'),
};
const plan = (state: 'active' | 'ended'): CaseRecord => ({
  ...kept,
  id: 'assessment-1.draft-plan-1',
  kind: 'plan',
  number: 1,
  state,
});
const done = (work: 'triage-request' | 'send-plan-to-council' | 'decide-eligibility', answers: object): CaseRecord => ({
  ...kept,
  id: `assessment-1.${work}`,
  kind: 'work',
  work,
  list: work,
  listVersion: 1,
  answers: answers as Record<string, string>,
});

describe('residence', () => {
  it('elsewhere is decided as that, with the other council told, and never as support that was not wanted', () => {
    const decided = finishing('decide-eligibility')({ ordinaryResidence: 'elsewhere' });
    expect(decided).toMatchObject({
      ok: true,
      outcome: 'resident-elsewhere',
      output: { eligible: true, wantsSupport: false, livesElsewhere: true },
      opens: [{ kind: 'send-plan-to-council' }],
    });
  });

  it('elsewhere without advice is refused: the person is told how to reach that council', () => {
    const decided = finishing('decide-eligibility')({
      ...{ ordinaryResidence: 'elsewhere', adviceGiven: 'no' },
      ...{ adviceMeetOrReduce: undefined, advicePreventOrDelay: undefined, adviceLinks: undefined },
    });
    expect(decided).toMatchObject({ ok: false, problems: [{ field: 'adviceGiven' }] });
  });

  it('that is not established is a task, while the plan is made', () => {
    const decided = finishing('decide-eligibility')({ ordinaryResidence: 'not-established' });
    expect(decided).toMatchObject({ output: { wantsSupport: true }, opens: [{ kind: 'establish-residence' }] });
  });

  it.each(['not-yet', 'disputed'])('%s is looked at again on its day, and needs are met meanwhile', (lives) => {
    const found = finishing(
      'establish-residence',
      'case.establish-residence-from-3f0a1c',
    )({
      ...{ lives, metMeanwhile: 'The visits go on.', lookAgainOn: '2026-02-02' },
    });
    expect(found).toMatchObject({ ok: true, opens: [{ kind: 'establish-residence', opensOn: '2026-02-02' }] });
  });

  it('found elsewhere closes the case as that, which waits for notice where support runs', () => {
    const found = finishing(
      'establish-residence',
      'case.establish-residence-from-3f0a1c',
    )({
      ...{ lives: 'elsewhere', howToReach: 'Ring the duty team.' },
    });
    expect(found).toMatchObject({ closes: 'lives-elsewhere', opens: [{ kind: 'send-plan-to-council' }] });
  });

  it('that is not known at triage is found out beside the assessment, and support from elsewhere is kept up', () => {
    const triaged = finishing('triage-request')({ residence: 'not-known', supportElsewhere: 'yes' });
    const kinds = triaged.ok ? (triaged.opens ?? []).map(({ kind }) => kind) : [];
    expect(kinds).toEqual(expect.arrayContaining(['establish-residence', 'keep-until-assessed']));
  });
});

describe('moving', () => {
  const ending = (records: CaseRecord[], tasks = [] as ReturnType<typeof aTask>[]) => ({
    ...{ case: aCase({ stage: 'support', planInForce: 1 }), records, tasks, mail: [] },
  });
  const closing = (records: CaseRecord[], movedOn: string | undefined, today: string) =>
    closingProblems(
      ending(records),
      { reason: 'moved-away', movedOn: movedOn === undefined ? undefined : isoDate.parse(movedOn) },
      { noticeDays: 28 },
      isoDate.parse(today),
    ).map(({ field }) => field);
  const sent = done('send-plan-to-council', { residenceStays: 'moves', arrivesOn: '2026-01-20' });

  it.each([
    ['on the 20th, closed on the 5th (J1)', [plan('active'), sent], '2026-01-20', '2026-01-05', ['movedOn']],
    [
      'planned for the 20th, said to be over on the 5th',
      [plan('active'), sent],
      '2026-01-05',
      '2026-01-05',
      ['movedOn'],
    ],
    ['with the plan not sent', [plan('active')], '2026-01-20', '2026-01-20', ['movedOn']],
    ['without a day', [plan('active'), sent], undefined, '2026-01-21', ['movedOn']],
    ['on the day of arrival', [plan('active'), sent], '2026-01-20', '2026-01-20', []],
    ['before there is support', [], undefined, '2026-01-05', []],
  ])('%s', (_, records, movedOn, today, fields) => {
    expect(closing(records, movedOn, today)).toEqual(fields);
  });

  it('that is put off is looked at on the new day, and ends nothing until the other council meets the needs', () => {
    const finish = finishing('confirm-arrival', 'case.confirm-arrival-from-3f0a1c');
    expect(
      finish({ arrived: 'no', arrivesOn: '2026-02-02', arrivedOn: undefined, otherCouncilMeets: undefined }),
    ).toMatchObject({
      opens: [{ kind: 'confirm-arrival', opensOn: '2026-02-02' }],
    });
    expect(finish({ otherCouncilMeets: 'no' })).toMatchObject({
      ok: false,
      problems: [{ field: 'otherCouncilMeets' }],
    });
    expect(finish()).toMatchObject({ closes: 'moved-away' });
  });
});

describe('a case that is opened again', () => {
  const at = (records: CaseRecord[], planInForce?: number) =>
    comesBackTo({ case: { ...(planInForce && { planInForce }) }, records }).at;

  it.each([
    ['with its plan, where one was in force', [plan('ended')], 1, 'support'],
    ['at triage, where nobody had triaged it', [], undefined, 'triage'],
    ['at triage, where advice was all', [done('triage-request', { outcome: 'advice-only' })], undefined, 'triage'],
    [
      'at the assessment, where triage asked for one',
      [done('triage-request', { outcome: 'assess' })],
      undefined,
      'assessment',
    ],
  ])('comes back %s', (_, records, planInForce, found) => {
    expect(at(records, planInForce)).toBe(found);
  });
});

describe('advice', () => {
  it.each([
    ['typed at triage', [done('triage-request', { adviceGiven: 'The balance class.' })], true],
    ['with the decision', [done('decide-eligibility', { adviceMeetOrReduce: 'A grab rail.' })], true],
    ['that nobody wrote', [done('triage-request', {}), done('decide-eligibility', { adviceGiven: 'no' })], false],
  ])('%s is what a mail may speak of: %s', (_, records, found) => {
    expect(adviceWritten(records)).toBe(found);
  });
});
