import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { council as councilSchema } from '../../schemas/council.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { lacking } from '../../services/casework/settings-page.ts';
import { aCouncil } from '../support/a-council.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText } from '../templates/page-inputs.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const settings = (as: StaffRole) =>
  platform.send('GET', `/${council}/staff/settings`, { as, headers: { accept: 'text/html' } });

describe('the settings of a council', () => {
  it('are shown in words to managers, with how they are changed', async () => {
    const { status, text } = await settings('manager');

    const said = readableText(text);
    expect(status).toBe(200);
    for (const words of [
      'edited in the repository',
      'npm test',
      'go live with a deployment',
      'Before the plan',
      '6 to 8 weeks',
      'the Customer Relations Manager',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('say what is not given and what is not confirmed, with what it changes for people', () => {
    const { contact, provenance } = aCouncil();
    const { phone: _phone, ...rest } = contact;
    const found = lacking(aCouncil({ contact: rest, colour: undefined }));

    expect(found).toContainEqual(expect.objectContaining({ name: 'Phone number', state: 'Not given' }));
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Targets', state: 'An example of ours', source: provenance.targets.source }),
    );
    expect(found.map(({ name }) => name)).not.toContain('Its own terms');
    expect(found.every(({ changes }) => changes !== '')).toBe(true);
  });

  it('say of each lack what to do, whatever part of the file says that it is not confirmed', () => {
    const provenance = { status: 'unconfirmed', source: 'A page' } as const;
    const own = {
      page: 'contact',
      shownIn: 'assess-needs',
      question: { id: 'councilBus', type: 'yesno', label: 'A bus?', name: 'Bus', error: 'Choose yes or no' },
    };
    const found = lacking(
      aCouncil({
        safeguarding: { byDay: { phone: '01572 722577' }, ...provenance },
        checkIns: { everyWeeks: 4, status: 'example', source: 'Ours' },
        lists: {
          triage: { version: 1, provenance, add: [own] },
          assessment: { version: 1, add: [{ ...own, page: 'people' }] },
        },
      }),
    );

    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'Changes in the list “triage”',
        state: 'Not confirmed',
        source: 'A page',
        changes: 'Which questions are asked there, and in which words.',
        todo: 'Ask the council. Then write “confirmed” into lists.triage.provenance.status, and where it says so into lists.triage.provenance.source.',
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Changes in the list “assessment”', state: 'Not confirmed', source: '' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ name: 'Where abuse is reported', state: 'Not confirmed' }));
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Calls to hear how support goes', state: 'An example of ours' }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'Number to report abuse at night',
        changes: 'People are sent to the police at night.',
        todo: 'Ask the council, and write it into safeguarding.outOfHours.',
      }),
    );
    expect(found.map(({ name }) => name)).not.toContain('Number to report abuse by day');
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
  });

  it('are shown field by field, every one that a council’s file may have', async () => {
    const { text } = await settings('manager');
    const fields = [...text.matchAll(/<td class="govuk-table__cell"><code>(\w+)<\/code>/g)].map(([, field]) => field);

    expect(fields.toSorted()).toEqual(Object.keys(councilSchema.shape).toSorted());
    expect(readableText(text)).toContain('from weeks: 6; to weeks: 8');
  });

  it.each(['assessor', 'contact-officer', 'key-worker', 'finance-officer'] as const)('are not for a %s', async (as) => {
    expect((await settings(as)).status).toBe(403);
  });
});
