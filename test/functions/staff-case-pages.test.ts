import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference, councilSlug, isoDate, isoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { taskId } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { createCorrections } from '../../services/apply/corrections.ts';
import { platform as byPlatform, eventOf, personEventOf } from '../../services/store/audit.ts';
import { createWorkDrafts } from '../../services/work/work-drafts.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { giveDocument } from '../support/uploads.ts';

/** One case, played until support runs, on which all pages are read. */
let platform: TestPlatform;
let reference: CaseReference;
beforeAll(async () => {
  platform = await startTestPlatform();
  const sent = await platform.client.submit(
    completeAnswers(needsAssessment, { preferredName: 'Rosie', firstName: 'Rose', lastName: 'Okafor' }),
    'case-pages',
  );
  reference = caseReference.parse(sent.reference);
  await workUpTo(platform, reference, 'check-support');
});
afterAll(() => platform.stop());

const read = async (part: string, as: StaffRole = 'manager') => {
  const answer = await platform.send('GET', `/${council}/staff/cases/${reference}${part}`, {
    as,
    headers: { accept: 'text/html' },
  });
  return { ...answer, words: answer.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
};
const titleOf = (html: string) => /<title>(.*)<\/title>/s.exec(html)?.[1];

describe('the frame of a case', () => {
  it('says who it is and how to reach them, and no name in its title', async () => {
    const { status, text, words } = await read('');

    expect(status).toBe(200);
    expect(titleOf(text)).toBe(`Overview - ${reference} - Leicestershire County Council`);
    expect(words).toContain('Rose Okafor (wants to be called Rosie) , aged 77');
    expect(text).toMatch(/<h1[^>]*>Overview<\/h1>/);
    expect(text).toContain(`href="/${council}/staff/cases/${reference}/timeline"`);
  });

  it('is refused alike for a case that is not there', async () => {
    const other = await platform.send('GET', `/${council}/staff/cases/000-0000-000/timeline`, {
      as: 'manager',
      headers: { accept: 'text/html' },
    });

    expect(other.status).toBe(403);
  });
});

describe('the overview', () => {
  it('says what happens next, with whom and when, the plan and the money', async () => {
    const { words } = await read('');

    expect(words).toMatch(/What happens next.*Next review .*, by /);
    expect(words).toContain('Plan: version 1 is in force.');
    expect(words).toMatch(/Personal budget: £[\d.,]+ a week; the council pays/);
    expect(words).toMatch(/The person pays £[\d.,]+ a week/);
  });

  it('says who is writing on which work since when, so that nobody writes it twice', async () => {
    const { deps } = platform;
    const task = await platform.client.waitForTask('contact-officer', reference, 'contact-another-way');
    const stored = await deps.store.task(councilSlug.parse(council), taskId.parse(task.id));
    const [asked] = questionsOf(workLists['contact-another-way']);
    if (stored === undefined || asked === undefined) throw new Error('There is no such work');
    const by = { id: platform.member('contact-officer').id, name: 'Uzma Ivory' };
    await createWorkDrafts(deps).save(
      async () => stored,
      [{ question: asked.question, answer: 'phone', unchanged: false, basis: 0 }],
      { actor: { kind: 'staff', id: by.id, role: 'contact-officer' }, by },
    );

    const { words } = await read('');

    expect(words).toMatch(/Uzma Ivory is writing since 10:00am: tell the person what we could not tell them by email/);
  });

  it('shows the last five events only', async () => {
    const { text } = await read('');

    expect(text.match(/moj-timeline__item/g)).toHaveLength(5);
  });
});

describe('the timeline', () => {
  it('names each event by what it was about, who did it and when, with links that no two share', async () => {
    const first = await read('/timeline');
    const older = /href="[^"]*(\/timeline\?before=[^"]*)"/.exec(first.text)?.[1] ?? '';
    const { text, words } = await read(older.replaceAll('&amp;', '&'));
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    const links = [...main.matchAll(/<a class="govuk-link"[^>]*>(.*?)<\/a>/gs)].map(([, inner = '']) => inner);

    expect(first.words).toContain('Work finished: Draft the care and support plan (submitted)');
    expect(words).toMatch(/Work finished: Assess needs \([a-z ]+\)/);
    expect(words).toContain('Email sent: new work (Assess needs), to staff');
    expect(words).toContain('assessor');
    expect(words).toContain('Monday 5 January 2026');
    expect(new Set(links).size).toBe(links.length);
    expect(words).not.toMatch(/task-completed|email-sent/);
  });

  it('hides what the platform did, and shows one kind, by its filters', async () => {
    const all = await read('/timeline');
    const [people, work] = [await read('/timeline?system=hide'), await read('/timeline?kind=work&who=staff')];

    expect(all.words).toContain('Email sent');
    expect(people.words).not.toContain('Email sent:');
    expect(work.words).toContain('Work finished');
    expect(work.words).not.toContain('Application received');
  });

  it('says which day of the filter is none, and keeps what was typed', async () => {
    const { words, text } = await read('/timeline?from=31/02/2026');

    expect(words).toContain('Earliest must be a real day');
    expect(text).toContain('value="31/02/2026"');
    expect((await read('/timeline?from=5/1/2026&to=6/1/2026')).words).toContain('Monday 5 January 2026');
    expect((await read('/timeline?from=6/1/2026')).words).toContain('Nothing more fits');
  });

  it('comes a page at a time, each line once, where there are thousands', async () => {
    const { deps } = platform;
    const careCase = await deps.store.knownCase(councilSlug.parse(council), reference);
    for (let at = 0; at < 300; at += 50) {
      const events = Array.from({ length: 50 }, () =>
        eventOf(deps, careCase, { actor: byPlatform('test'), action: 'copy-printed', authority: 'A test' }),
      );
      const [first, ...rest] = events;
      if (first) await deps.store.commit({ events: [first, ...rest] });
    }
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const { json } = await platform.send(
        'GET',
        `/${council}/staff/cases/${reference}/timeline?kind=reads${next ? `&before=${encodeURIComponent(next)}` : ''}`,
        { as: 'manager' },
      );
      seen.push(...json.events.map(({ id }: { id: string }) => id));
      next = json.next;
    } while (next);

    expect(seen).toHaveLength(300);
    expect(new Set(seen).size).toBe(300);
  });
});

describe('the work of a case', () => {
  it('says what was done, by whom and when, and what came of it', async () => {
    const { words, text } = await read('/work');

    expect(words).toMatch(/Done What Who When What came of it .*Check how support is going/);
    expect(words).toMatch(
      /Check the care and support plan , done, line \d+ Rajesh Underhill Monday 5 January 2026 approved/,
    );
    expect(text).toContain(`href="/${council}/staff/cases/${reference}/answers/assessment-1.assess-needs"`);
  });
});

describe('the answers of a case', () => {
  it('are listed by their lists, and read with the law beside them', async () => {
    const list = await read('/answers');
    const assessment = await read('/answers/assessment-1.assess-needs');

    expect(list.words).toMatch(/Assess needs .* Daniel Kettle, assessor/);
    expect(assessment.words).toContain('Answered by Daniel Kettle, assessor, Monday 5 January 2026 at 10:00am');
    expect(assessment.words).toContain('What the law says');
    expect(assessment.text).toMatch(/<h1[^>]*>Assess needs<\/h1>/);
  });

  it('are 404 where there are none of that name, or of another list to compare with', async () => {
    expect((await read('/answers/assessment-9.assess-needs')).status).toBe(404);
    expect((await read('/answers/application?with=assessment-1.assess-needs')).status).toBe(404);
  });

  it('stand beside those of another time: what changed, of whom and when', async () => {
    const { deps } = platform;
    const slug = councilSlug.parse(council);
    const record = await deps.store.record(slug, reference, 'work', 'assessment-1.assess-needs');
    const careCase = await deps.store.knownCase(slug, reference);
    if (record?.kind !== 'work') throw new Error('There is no assessment');
    await deps.store.commit({
      records: [
        {
          ...record,
          id: 'assessment-2.assess-needs',
          at: isoInstant.parse('2026-07-01T09:30:00.000Z'),
          answers: { ...record.answers, completedOn: '2026-07-01' },
        },
      ],
      events: [eventOf(deps, careCase, { actor: byPlatform('test'), action: 'task-completed', authority: 'A test' })],
    });

    const { words } = await read('/answers/assessment-2.assess-needs?with=assessment-1.assess-needs');

    expect(words).toContain('Beside the answers of Daniel Kettle, assessor, Monday 5 January 2026 at 10:00am');
    expect(words).toMatch(/Question Monday 5 January 2026 at 10:00am Wednesday 1 July 2026 at 10:30am/);
    expect(words).toMatch(/5 January 2026 1 July 2026/);
  });
});

describe('the documents of a case', () => {
  it('are listed with who sent them and whether they are safe, and copies to read and print', async () => {
    const id = await giveDocument(platform, reference);

    const { words, text } = await read('/documents');
    const file = await read(`/documents/${id}`);

    expect(words).toMatch(/letter.pdf.*Checked, and safe to open/);
    expect(text).toContain('?print=large');
    expect(file.status).toBe(303);
  });

  it('show a copy as the person has it, and keep that it was read', async () => {
    const { words } = await read('/copies/work.assessment-1.decide-eligibility/read');
    const looks = await platform.deps.store.looks.of(councilSlug.parse(council), reference, 10);

    expect(words).toContain('All documents');
    expect(looks[0]).toMatchObject({ section: 'copy', about: 'work.assessment-1.decide-eligibility' });
  });
});

describe('plan and money', () => {
  it('show each version of the plan, who pays what, and the charge line by line', async () => {
    const { words, text } = await read('/plan');

    expect(words).toMatch(/Versions of the plan .* 1 It is in force 5 Jan 2026/);
    expect(words).toMatch(/How the charge is worked out Line A week What is done with it .*£/);
    expect(text).toMatch(/copies\/plan\.assessment-1\.draft-plan[-\d]*\/read"/);
  });
});

describe('the people of a case', () => {
  it('are shown with what was shared with whom, on what ground', async () => {
    const { deps } = platform;
    const record = await deps.store.record(
      councilSlug.parse(council),
      reference,
      'work',
      'assessment-1.set-up-support',
    );
    const careCase = await deps.store.knownCase(councilSlug.parse(council), reference);
    if (record?.kind !== 'work') throw new Error('Support was not set up');
    const copiesGiven = [{ to: 'Dr Patel', how: 'By post', on: '2026-01-06', basis: 'professional' }];
    await deps.store.commit({
      records: [{ ...record, version: record.version + 1, answers: { ...record.answers, copiesGiven } }],
      events: [eventOf(deps, careCase, { actor: byPlatform('test'), action: 'task-completed', authority: 'A test' })],
    });

    const { words } = await read('/people');

    expect(words).toContain('Key worker Yusuf Eastwood');
    expect(words).toMatch(/6 Jan 2026 Care and support plan Dr Patel By post They are involved in the care/);
  });
});

describe('the journey', () => {
  it('is drawn with what is done, and what is to come with its day, in the words of staff', async () => {
    const { words, text } = await read('/journey');

    expect(words).toMatch(/Triage Done: Monday 5 January 2026 .* Decision on eligibility Done: Monday 5 January 2026/);
    expect(words).toMatch(/Support runs Now .*Next review To come: by Monday 16 February 2026/);
    expect(text.match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('is the same for whoever may not read what was decided on it', async () => {
    const { words } = await read('/journey', 'finance-officer');

    expect(words).toMatch(/Decision on eligibility Done: Monday 5 January 2026/);
    expect(words).toContain('Not shown, because it is no part of your work:');
  });
});

describe('what may be done', () => {
  it('is a section of its own: links, and why not where it is not possible or not theirs', async () => {
    const { words, text } = await read('/actions');
    const finance = await read('/actions', 'finance-officer');

    expect(text).toContain(`href="/${council}/staff/cases/${reference}/close"`);
    expect(words).toMatch(/Open the case again Not now: /);
    expect(finance.text).not.toContain(`href="/${council}/staff/cases/${reference}/close"`);
    expect(finance.words).toMatch(/Close the case Not now: Ask a contact officer/);
  });
});

describe('visits', () => {
  it('have a sheet to print with what to mind, what was last said and the questions', async () => {
    const visits = await read('/visits');
    const { words, text } = await read('/visits/sheet?purpose=review');

    expect(visits.text).toContain('/visits/sheet?purpose=assessment');
    expect(words).toContain('How to make contact');
    expect(words).toContain('What was last said');
    expect(text.match(/careway-sheet__question"/g)?.length).toBeGreaterThan(5);
  });
});

/** A new case of its own, of which a page is read. */
const another = async (answers: Answers, key: string) => {
  const sent = await platform.client.submit(completeAnswers(needsAssessment, answers), key);
  const own = caseReference.parse(sent.reference);
  await platform.settle();
  const open = async (part: string) => {
    const path = `/${council}/staff/cases/${own}${part}`;
    const { text } = await platform.send('GET', path, { as: 'manager', headers: { accept: 'text/html' } });
    return text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  };
  return { own, open };
};

describe('the warning that a person has died', () => {
  it('stands on every section', async () => {
    const { own, open } = await another({ firstName: 'Ida', lastName: 'Bell' }, 'died');
    const { personId } = await platform.deps.store.knownCase(councilSlug.parse(council), own);
    await platform.send('POST', `/${council}/staff/persons/${personId}/death`, {
      as: 'manager',
      body: { howKnown: 'Her daughter rang.' },
    });

    for (const part of [
      '',
      '/timeline',
      '/work',
      '/answers',
      '/plan',
      '/documents',
      '/people',
      '/journey',
      '/visits',
    ]) {
      expect(await open(part), part).toContain('This person has died');
    }
  });
});

describe('what whoever makes contact must know', () => {
  it('stands above every section, three at most, and all of it under people', async () => {
    const { own, open } = await another({ firstName: 'Eve', lastName: 'Hart' }, 'careful');
    const { deps } = platform;
    const { personId } = await deps.store.knownCase(councilSlug.parse(council), own);
    const found = await deps.store.persons.item(councilSlug.parse(council), personId);
    if (found === undefined) throw new Error('There is no such person');
    const alerts = ['A dog', 'A loose stair', 'No light in the hall', 'A second dog'].map((says) => ({
      kind: 'risk-to-workers' as const,
      says,
      source: `visit ${says}`,
      on: isoDate.parse('2026-01-05'),
    }));
    const event = { actor: byPlatform('test'), action: 'warning-changed', authority: 'A test' } as const;
    await deps.store.commit({
      people: [{ person: { ...found, version: found.version + 1, alerts } }],
      personEvents: [personEventOf(deps, found, event)],
    });

    const [work, people] = [await open('/work'), await open('/people')];

    expect(work).toContain('For who visits: No light in the hall There is 1 more, under People and sharing.');
    expect(work).not.toContain('A second dog');
    expect(people).toContain('For who visits: A second dog');
  });
});

describe('an application that was corrected', () => {
  it('keeps what was sent before: what was changed, and when', async () => {
    const { own, open } = await another(
      { firstName: 'Ann', lastName: 'Ford', addressLine1: '1 Old Road' },
      'corrected',
    );
    const { deps } = platform;
    const corrected = completeAnswers(needsAssessment, {
      firstName: 'Ann',
      lastName: 'Ford',
      addressLine1: '2 New Road',
    });

    const isDone = await createCorrections(deps).correct(
      deps.councils.known(councilSlug.parse(council)),
      needsAssessment.id,
      corrected,
      [own],
    );
    const list = await open('/answers');
    const changes = await open(`/answers/application?with=${encodeURIComponent('application~1')}`);

    expect(isDone).toBe(true);
    expect(list).toContain('before it was corrected');
    expect(changes).toMatch(/1 Old Road 2 New Road/);
  });
});

describe('two people who are assessed together', () => {
  it('lead to each other', async () => {
    const answers = completeAnswers(jointAssessment, {});
    const { json } = await platform.send('POST', `/${council}/applications`, {
      body: { form: jointAssessment.id, answers },
      headers: { 'idempotency-key': 'joint' },
    });
    await platform.settle();
    const { jointWith } = await platform.deps.store.knownCase(councilSlug.parse(council), json.reference);

    const { text } = await platform.send('GET', `/${council}/staff/cases/${json.reference}/people`, {
      as: 'manager',
      headers: { accept: 'text/html' },
    });

    expect(text).toContain(`href="/${council}/staff/cases/${jointWith}"`);
    expect(text).toContain('Assessed together with');
  });
});
