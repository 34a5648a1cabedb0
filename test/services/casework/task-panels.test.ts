import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { ShownPanel } from '../../../schemas/api.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import type { StaffRole } from '../../../schemas/staff.ts';
import type { TaskKind } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { failsCheck, type Journeys, startJourneys, toSupport } from '../../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

type Panel = ShownPanel;
const words = (panel: Panel | undefined): string =>
  (panel?.blocks ?? [])
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.flat();
      if (block.kind === 'shares') return block.rows.flatMap(({ label, amount }) => [label, amount]);
      return block.kind === 'list' ? block.items : [block.text];
    })
    .join('\n');

/** The panels of an open task, on answers that need not be complete. */
const panelsOf = async (
  reference: CaseReference,
  kind: TaskKind,
  answers: object,
  as?: StaffRole,
): Promise<Panel[]> => {
  const task = await journeys.openTask(reference, kind);
  const { json } = await journeys.send('POST', `/leicestershire/staff/tasks/${task.id}/lines`, {
    as: as ?? kindsOfWork[kind].role,
    body: { answers },
  });
  return json.panels;
};
const upTo = async (kind: (typeof toSupport)[number]) => {
  const reference = await journeys.apply();
  await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf(kind)));
  return reference;
};

describe('the panels of a task', () => {
  it('of a decision say what is missing, then the result with the reason of each outcome and what follows', async () => {
    const reference = await upTo('decide-eligibility');
    const whole = staffAnswers(journeys.today())['decide-eligibility'];

    const [empty] = await panelsOf(reference, 'decide-eligibility', {});
    const [full] = await panelsOf(reference, 'decide-eligibility', { ...whole, result: 'not-eligible' });

    expect(words(empty)).toContain('Say whether the needs come from a physical or mental impairment or illness');
    expect(words(full)).toContain('By these answers: eligible needs.');
    expect(words(full)).toContain('The result that is chosen is another one.');
    expect(words(full)).toContain('(s.18; s.24(1))');
  });

  it('of a plan add it up by the server, against estimate and charge; and whoever checks reads what has changed', async () => {
    const reference = await upTo('draft-plan');
    const plan = staffAnswers(journeys.today())['draft-plan'];
    const [first] = plan.needs;
    const [money] = await panelsOf(reference, 'draft-plan', { needs: [first, { ...first, weeklyCost: 1001 }] });
    expect(words(money)).toContain('£199.01');
    expect(words(money)).toContain('The plan costs £10.01 more');

    await journeys.work(reference, 'draft-plan', failsCheck, ['draft-plan', { whatMatters: 'Her garden.' }]);
    const checked = await panelsOf(reference, 'check-plan', {});

    expect(checked.map(({ id }) => id)).toEqual(['changed', 'decided', 'cost', 'text']);
    expect(words(checked[0])).toContain('Asked for: A shorter visit on Sundays.');
    expect(words(checked[0])).toContain('Her garden.');
    expect(words(checked[1])).toContain('Keeping clean');
    expect(words(checked[3])).toContain('Help to wash each morning');
  });

  it('of the finances name what is to be answered, then every line with its rule', async () => {
    const reference = await upTo('assess-finances');
    const whole = staffAnswers(journeys.today())['assess-finances'];

    const [empty] = await panelsOf(reference, 'assess-finances', {});
    const [full] = await panelsOf(reference, 'assess-finances', whole);

    expect(words(empty)).toContain('It is worked out when these are answered');
    expect(words(full)).toContain('The person pays');
    expect(words(full)).toMatch(/regulation|SI 2014\/2672/);
  });

  it('of a plan that was sent back name each answer with its reason and who sent it, until the next version', async () => {
    const reference = await upTo('draft-plan');
    await journeys.work(reference, 'draft-plan', [
      'check-plan',
      {
        effective: 'no',
        effectiveWhy: 'The evening is left out.',
        sentBack: [{ part: 'needs', row: 2, why: 'Who helps with shoes in the evening?' }],
      },
    ]);
    const drafting = await journeys.openTask(reference, 'draft-plan');
    const read = (accept: string) =>
      journeys.send('GET', `/leicestershire/staff/tasks/${drafting.id}`, { as: 'key-worker', headers: { accept } });
    const name = journeys.member('manager').name;

    expect((await read('application/json')).json.known[0]).toMatchObject({
      question: 'needs',
      lines: ['Number 2: Who helps with shoes in the evening?'],
      from: { title: `Sent back by ${name}` },
    });
    const { text } = await read('text/html');
    expect(text).toContain('Sent back to you');
    expect(text).toMatch(/sections\/needs#needs/);
    const section = await journeys.send('GET', `/leicestershire/staff/tasks/${drafting.id}/sections/needs`, {
      as: 'key-worker',
      headers: { accept: 'text/html' },
    });
    expect(section.text).toContain(`Sent back by ${name}`);
    expect(section.text).toContain('Who helps with shoes in the evening?');

    await journeys.work(reference, ['draft-plan', { changesMade: 'Her daughter helps in the evening.' }]);
    const [changed] = await panelsOf(reference, 'check-plan', {});

    expect(words(changed)).toContain('Asked for: Needs, number 2: Who helps with shoes in the evening?');
  });
});
