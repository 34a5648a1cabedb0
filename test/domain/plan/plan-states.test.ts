import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PlanEvent,
  type PlanVersion,
  planAfter,
  planInForce,
  planTransitions,
  versionsAfter,
} from '../../../domain/plan/plan-states.ts';
import { planState } from '../../../schemas/plan.ts';

const events: readonly PlanEvent[] = [
  'submit',
  'request-changes',
  'agree',
  'refuse',
  'start-support',
  'supersede',
  'end',
];

const legal = [
  'draft submit submitted',
  'draft end ended',
  'submitted request-changes changes-requested',
  'submitted agree agreed',
  'submitted refuse ended',
  'submitted end ended',
  'changes-requested submit submitted',
  'changes-requested refuse ended',
  'changes-requested end ended',
  'agreed start-support active',
  'agreed supersede superseded',
  'agreed end ended',
  'active supersede superseded',
  'active end ended',
];

describe('planAfter', () => {
  it('takes the 14 legal steps of the 49 and no other', () => {
    const taken = planState.options.flatMap((state) =>
      events.flatMap((event) => {
        const step = planAfter(state, event);
        return step.ok ? [`${state} ${event} ${step.state}`] : [];
      }),
    );

    expect(taken).toEqual(legal);
  });

  it.each([
    { state: 'draft', event: 'agree', why: 'A plan that is "draft" cannot take "agree"; what may happen: submit, end' },
    {
      state: 'ended',
      event: 'submit',
      why: 'A plan that is "ended" cannot take "submit"; nothing more can happen to it',
    },
  ] as const)('says why $state cannot take $event and what may happen', ({ state, event, why }) => {
    expect(planAfter(state, event)).toMatchObject({ ok: false, why });
  });

  it('can always come to an end', () => {
    for (const state of planState.options) {
      const over = state === 'ended' || state === 'superseded';
      expect(over || planTransitions[state].end === 'ended').toBe(true);
    }
  });
});

const play = (versions: readonly PlanVersion[], steps: readonly (readonly [number, PlanEvent])[]) =>
  steps.reduce<readonly PlanVersion[]>((before, [version, event]) => {
    const after = versionsAfter(before, version, event);
    if (!after.ok) throw new Error(after.why);
    return after.versions;
  }, versions);

describe('versionsAfter and planInForce', () => {
  const initial: readonly PlanVersion[] = [
    { version: 1, state: 'active' },
    { version: 2, state: 'draft' },
  ];

  it('leaves the initial plan in force when the revised one is refused (CB19)', () => {
    const after = play(initial, [
      [2, 'submit'],
      [2, 'refuse'],
    ]);

    expect(after).toEqual([
      { version: 1, state: 'active' },
      { version: 2, state: 'ended' },
    ]);
    expect(planInForce(after)).toEqual({ version: 1, state: 'active' });
  });

  it('keeps the initial plan in force until the support of the agreed revision starts', () => {
    const agreed = play(initial, [
      [2, 'submit'],
      [2, 'request-changes'],
      [2, 'submit'],
      [2, 'agree'],
    ]);

    expect(planInForce(agreed)?.version).toBe(1);
    expect(play(agreed, [[2, 'start-support']])).toEqual([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'active' },
    ]);
  });

  it.each([
    { versions: [{ version: 1, state: 'draft' }], inForce: undefined },
    { versions: [{ version: 1, state: 'agreed' }], inForce: 1 },
    {
      versions: [
        { version: 1, state: 'agreed' },
        { version: 2, state: 'agreed' },
      ],
      inForce: 2,
    },
    { versions: [{ version: 1, state: 'ended' }], inForce: undefined },
  ] satisfies { versions: PlanVersion[]; inForce: number | undefined }[])(
    'finds $inForce in force of $versions',
    ({ versions, inForce }) => {
      expect(planInForce(versions)?.version).toBe(inForce);
    },
  );

  it('supersedes the agreed and the active version when support starts, and leaves a draft a draft', () => {
    const before: readonly PlanVersion[] = [
      { version: 1, state: 'active' },
      { version: 2, state: 'agreed' },
      { version: 3, state: 'agreed' },
      { version: 4, state: 'draft' },
    ];

    const after = play(before, [[3, 'start-support']]);

    expect(after.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'active', 'draft']);
  });

  it('names a version that does not exist', () => {
    expect(versionsAfter(initial, 3, 'submit')).toEqual({ ok: false, why: 'There is no version 3 of this plan' });
  });

  it('never has 2 active versions, whatever happens in whatever order', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(...events)));
    const drafts: readonly PlanVersion[] = [1, 2, 3].map((version) => ({ version, state: 'draft' }));

    fc.assert(
      fc.property(steps, (taken) => {
        const end = taken.reduce<readonly PlanVersion[]>((before, [version, event]) => {
          const after = versionsAfter(before, version, event);
          return after.ok ? after.versions : before;
        }, drafts);

        expect(end.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
