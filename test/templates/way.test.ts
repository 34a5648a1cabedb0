import { describe, expect, it } from 'vitest';
import { wayAt } from '../../templates/pages/stages.ts';
import { wayView } from '../../templates/pages/way.ts';
import { aCouncil } from '../support/a-council.ts';

const step = (id: string, state: 'done' | 'now' | 'to-come', on = '') => ({
  id,
  title: `Step ${id}`,
  text: 'What it is.',
  state,
  on,
});
const done = ['a', 'b', 'c', 'd'].map((id) => step(id, 'done', 'Tuesday 3 March 2026'));

describe('the way of a case at a glance', () => {
  it('says in one sentence what happens now and how much is done', () => {
    const way = wayView([...done, step('plan', 'now'), step('finances', 'now'), step('support', 'to-come')]);

    expect(way.now).toBe('Now: Step plan and step finances. 4 of 7 steps are done.');
  });

  it('folds what is done but the newest, so that a phone shows what happens now', () => {
    const way = wayView([...done, step('plan', 'now'), step('support', 'to-come')]);

    expect(way.folded).toHaveLength(3);
    expect(way.shown.map(({ title }) => title)).toEqual(['Step d', 'Step plan', 'Step support']);
    expect(wayView([step('a', 'done', 'x'), step('b', 'now')]).folded).toEqual([]);
  });

  it('says of each step in words where it stands, with its day', () => {
    const says = wayView([
      ...done,
      step('triage', 'now', 'Sunday 12 April 2026'),
      step('plan', 'to-come'),
      step('next-review', 'to-come', 'Monday 1 June 2026'),
    ]).shown.map((one) => one.says);

    expect(says).toEqual([
      'Done on Tuesday 3 March 2026',
      'Now – we aim to be in touch by Sunday 12 April 2026',
      'Next',
      'Later – we aim to do it by Monday 1 June 2026',
    ]);
  });

  it('counts no steps where support runs, whose reviews go on for years', () => {
    expect(wayView([...done, { ...step('running', 'now'), title: 'You get support' }]).now).toBe(
      'Now: You get support.',
    );
  });

  it('says that a case was closed and when', () => {
    const way = wayView([...done, step('closed', 'done', 'Monday 2 March 2026')]);

    expect(way.now).toBe('This case was closed on Monday 2 March 2026.');
    expect(way.shown.at(-1)?.says).toBe('On Monday 2 March 2026');
  });
});

describe('where a request is on the way, told by its stage alone', () => {
  it.each(['leicestershire', 'warwickshire'])(
    'is one present part of the council’s own, and says nothing of finances (%s)',
    (slug) => {
      for (const stage of [
        'received',
        'assessment',
        'decision',
        'estimated-budget',
        'plan',
        'setting-up-support',
        'support',
      ] as const) {
        const way = wayAt(aCouncil({}, slug), stage);
        const all = [...(way?.folded ?? []), ...(way?.shown ?? [])];
        expect(all).toHaveLength(8);
        expect(all.filter(({ state }) => state === 'now')).toHaveLength(1);
        expect(all.map(({ title }) => title)).not.toContain('We look at your money');
      }
      expect(wayAt(aCouncil({}, slug), 'received')?.now).toBe('Now: We look at your request. 1 of 8 steps is done.');
      expect(wayAt(aCouncil({}, slug), 'decision')?.now).toBe('Now: We decide. 3 of 8 steps are done.');
    },
  );

  it('is not drawn where short-term support is given, and where the case is closed', () => {
    expect(wayAt(aCouncil(), 'short-term-support')).toBeUndefined();
    expect(wayAt(aCouncil(), 'closed')).toBeUndefined();
  });
});
