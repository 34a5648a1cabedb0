import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { asked } from '../../../local/new-council/asked.ts';
import { councilFrom, newCouncilAnswers } from '../../../schemas/new-council.ts';

/** What is typed, line by line, into the questions in their order. */
const typing = async (...lines: string[]) => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(`${lines.join('\n')}\n`);
  const answers = await asked(input, output).catch((error: unknown) => error);
  return { answers, shown: String(output.read() ?? '') };
};

const typed = {
  name: "King's & Queen's Borough",
  area: "King's & Queen's",
  postcodeDistricts: 'sw1a, N1 ec1a n1',
  contactName: 'Adult Care',
  phone: '',
  hours: '',
  email: '',
  safeguardingByDay: '020 7946 0018',
  safeguardingAtNight: '',
  complaintsRole: 'the Complaints Manager',
  colour: '#1D4F91',
  worker: 'social worker',
  keyWorker: 'guide',
  assessment: 'assessment',
  firstBudget: 'first budget',
  carersPay: 'no',
  financialAssessment: 'beside-plan',
  firstReviewFromWeeks: '4',
  firstReviewToWeeks: '12',
  targetDays: '21',
  teamsEmail: 'teams@borough.example',
};
const withAnswers = (changed: object) => ({ ...typed, ...changed });

describe('what is asked of a new council', () => {
  it('is answered line by line, and a blank line leaves out what may be left out', async () => {
    const { answers } = await typing(...Object.values(typed));

    expect(answers).toEqual(Object.fromEntries(Object.entries(typed).filter(([, answer]) => answer !== '')));
    expect(newCouncilAnswers.parse(answers)).toMatchObject({
      postcodeDistricts: ['SW1A', 'N1', 'EC1A'],
      colour: '#1d4f91',
      firstReviewToWeeks: 12,
    });
  });

  it.each([
    { name: 'name', wrong: '', says: 'This is needed.' },
    { name: 'postcodeDistricts', wrong: 'Rutland', says: 'Give a postcode district in capital letters' },
    { name: 'phone', wrong: 'ask at the desk', says: 'as it is dialled, such as 01572 722577' },
    { name: 'hours', wrong: '9 to 5', says: 'or give the phone number too' },
    { name: 'colour', wrong: 'yellow', says: 'Give the colour as # and six letters or figures' },
    { name: 'carersPay', wrong: 'perhaps', says: 'yes or no' },
    { name: 'financialAssessment', wrong: 'sometime', says: 'before-plan, beside-plan or after-plan' },
    { name: 'firstReviewToWeeks', wrong: '3', says: 'Give more weeks than 4' },
    { name: 'firstReviewToWeeks', wrong: '53', says: 'a whole number from 1 to 52' },
    { name: 'targetDays', wrong: '0', says: 'a whole number from 1 to 365' },
    { name: 'keyWorker', wrong: '<b>guide</b>', says: 'without the signs < > { }' },
    { name: 'teamsEmail', wrong: 'nobody', says: 'Give the mailbox of the teams' },
  ])('is asked again at once where $name is “$wrong”', async ({ name, wrong, says }) => {
    const lines = Object.entries(typed).flatMap(([one, answer]) => (one === name ? [wrong, answer] : [answer]));
    const { answers, shown } = await typing(...lines);

    expect(shown).toContain(says);
    expect(answers).toMatchObject({ teamsEmail: typed.teamsEmail });
  });

  it('gives nothing where the typing ends before the last answer', async () => {
    const { answers } = await typing(...Object.values(typed).slice(0, 4));

    expect(answers).toMatchObject({ message: expect.stringContaining('nothing was written') });
  });

  it('says every contradiction with whatever else is wrong', () => {
    const found = newCouncilAnswers.safeParse(
      withAnswers({ phone: undefined, hours: '9 to 5', firstReviewFromWeeks: 12, firstReviewToWeeks: 6, area: 4 }),
    );

    expect(found.error?.issues.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['area', 'hours', 'firstReviewToWeeks']),
    );
  });

  it('makes a council whose facts are as they were answered, and are left out where nobody did', () => {
    const made = councilFrom(
      'borough',
      newCouncilAnswers.parse(
        withAnswers({ phone: undefined, hours: undefined, email: undefined, safeguardingAtNight: undefined }),
      ),
    );

    expect(made).toMatchObject({
      charging: { chargeCarers: false },
      safeguarding: { byDay: { phone: '020 7946 0018' } },
    });
    expect(made.contact).toEqual({ name: 'Adult Care' });
    expect(made.safeguarding).not.toHaveProperty('outOfHours');
    expect(
      councilFrom(
        'borough',
        newCouncilAnswers.parse({
          ...typed,
          phone: undefined,
          hours: undefined,
          email: undefined,
          safeguardingByDay: undefined,
          safeguardingAtNight: undefined,
          carersPay: undefined,
          colour: undefined,
        }),
      ),
    ).not.toHaveProperty('charging');
  });
});
