import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newTask } from '../../domain/journey/tasks.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { sectionFields } from '../../local/demo/section-fields.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { delay } from '../../schemas/forms/delay.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { triage } from '../../schemas/forms/triage.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { eventOf } from '../../services/store/audit.ts';
import { createWorkDrafts } from '../../services/work/work-drafts.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { taskPages } from '../support/staff-pages.ts';
import { readableText } from '../templates/page-inputs.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let count = 0;
/** The triage of a new case, and its pages. */
const newTriage = async () => {
  count += 1;
  const { reference } = await platform.client.submit(completeAnswers(needsAssessment), `key-${count}`);
  const { id } = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
  return { reference, id, ...taskPages(platform, id) };
};
/** Two long questions of a section of the triage that are always asked. */
const [first, second] = ['reasons', 'whyNotSooner'] as const;
const answers = staffAnswers('2026-01-05')['triage-request'];

describe('the page of a task', () => {
  it('says what, for whom, by when, what to know and what is known, with every section open', async () => {
    const { open, here } = await newTriage();

    const page = await open('contact-officer');

    const said = readableText(page.text);
    expect(page.status).toBe(200);
    for (const words of ['Triage the request', 'Before you begin', 'What is known', 'Check and finish', 'Nobody yet']) {
      expect(said).toContain(words);
    }
    for (const { id, title } of triage.sections) {
      expect(page.text).toContain(`href="${here}/sections/${id}"`);
      expect(said).toContain(title);
    }
    expect(said).not.toContain('Cannot start yet');
    expect(page.text).not.toMatch(/<title>[^<]*Okafor/);
  });

  it('lets staff choose who takes it on from lists of names', async () => {
    const { open } = await newTriage();
    const { text } = await open('contact-officer', '/sections/first-step');
    const named = (name: string) => {
      const [select = ''] = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(text) ?? [];
      return [...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, label = '']) => label.trim());
    };

    expect(named('assessorId')).toContain(platform.member('assessor').name);
    expect(named('assessorId')).not.toContain(platform.member('complaints-manager').name);
    expect(named('keyWorkerId')).toContain(platform.member('key-worker').name);
    expect(named('helpOffered\\[0\\].support')).toContain('Equipment');
  });

  it('shows beside a question what is known of it, from where and when', async () => {
    const { open } = await newTriage();

    const page = readableText((await open('contact-officer', '/sections/contact')).text);

    expect(page).toContain(
      'Has the person been assessed before? : Ask for a care and support needs assessment, Monday 5 January 2026 Yes',
    );
  });
});

describe('an answer', () => {
  it('is saved by itself, unfinished and wrong as it is, and stands there again', async () => {
    const { open, post, form } = await newTriage();
    const page = await open('contact-officer', '/sections/contact');
    const id = 'receivedOn';

    const saved = await post(
      'contact-officer',
      '/sections/contact',
      form(page.text, { [`${id}.day`]: '31', [`${id}.month`]: '2' }),
    );

    expect(saved.status).toBe(303);
    const again = await open('contact-officer', '/sections/contact');
    expect(form(again.text).get(`${id}.day`)).toBe('31');
    expect(readableText((await open('contact-officer')).text)).toContain('Put right');
  });

  it('of one person does not meet that of another to another question', async () => {
    const { open, post, form } = await newTriage();
    const page = (await open('contact-officer', '/sections/priority')).text;

    const one = await post('contact-officer', '/sections/priority', form(page, { [first]: 'From the officer' }));
    const other = await post('manager', '/sections/priority', form(page, { [second]: 'From the manager' }));

    expect([one.status, other.status]).toEqual([303, 303]);
    const both = (await open('manager', '/sections/priority')).text;
    expect(both).toContain('From the officer');
    expect(both).toContain('From the manager');
    expect(readableText(both)).toContain('is writing on this task since 10:00am');
  });

  it('that two people changed keeps both texts until one is chosen, and then the other in the history', async () => {
    const { open, post, form, reference } = await newTriage();
    const page = (await open('contact-officer', '/sections/priority')).text;

    await post('contact-officer', '/sections/priority', form(page, { [first]: 'She is safe' }));
    const met = await post(
      'manager',
      '/sections/priority',
      form(page, { [first]: 'She is afraid', [second]: 'Also this' }),
    );

    expect(met.status).toBe(409);
    const said = readableText(met.text);
    expect(said).toContain(`${platform.member('contact-officer').name} changed this answer too`);
    expect(said).toContain('She is safe');
    expect(said).toContain('She is afraid');
    // What is no conflict is saved all the same.
    expect((await open('manager', '/sections/priority')).text).toContain('Also this');

    const undecided = await post('manager', '/sections/priority', form(met.text));
    expect(undecided.status).toBe(409);
    const choice = /value="(mine \d+)"/.exec(met.text)?.[1] ?? '';
    const chosen = await post('manager', '/sections/priority', form(met.text, { [`choose.${first}`]: choice }));
    expect(chosen.status).toBe(303);

    const after = await open('contact-officer', '/sections/priority');
    expect(after.text).toContain('>She is afraid</textarea>');
    expect(readableText(after.text)).toMatch(/Other texts for this answer \(1\).*She is safe/);
    const { events } = await platform.client.readCase(reference);
    expect(events.map(({ action }) => action)).toContain('answer-set-aside');
    expect(
      await createWorkDrafts(platform.deps).whoIsWriting(councilSlug.parse(council), caseReference.parse(reference)),
    ).toHaveLength(2);
    const overview = await platform.send('GET', `/${council}/staff/cases/${reference}`, {
      as: 'manager',
      headers: { accept: 'text/html' },
    });
    expect(readableText(overview.text)).toContain(
      `${platform.member('manager').name} is writing since 10:00am: triage the request`,
    );
  });

  it('sent twice, or late, by the same open page changes nothing', async () => {
    const { post, open } = await newTriage();
    const send = (text: string, nth: number) =>
      post(
        'contact-officer',
        '/sections/priority',
        new URLSearchParams({ [first]: text, only: first, page: 'page-1', nth: String(nth), was: '{}' }),
        'application/json',
      );

    const saved = await send('She fell', 1);
    await send('She fell twice', 2);
    const late = await send('She fell', 1);

    expect(saved.json).toMatchObject({ conflicts: [], shown: { said: 'Saved 10:00am' } });
    expect(late.json.conflicts).toEqual([]);
    expect((await open('contact-officer', '/sections/priority')).text).toContain('>She fell twice</textarea>');
  });

  it('loses what was pasted with it and nobody sees, and keeps what a script is written with', async () => {
    const { open, post, form } = await newTriage();
    const page = (await open('contact-officer', '/sections/priority')).text;
    const seen = '\u200B\uFEFFShe fell\u202E.\u0000 ક્\u200Dષ';

    await post('contact-officer', '/sections/priority', form(page, { [first]: seen }));

    const check = (await open('contact-officer', '/check')).text;
    expect(check).toContain('She fell. ક્\u200Dષ');
  });

  it('too long to be kept is refused by name, and what was typed stands on the page', async () => {
    const { post, open, form } = await newTriage();
    const page = (await open('contact-officer', '/sections/priority')).text;
    const kept = await post('contact-officer', '/sections/priority', form(page, { [second]: 'ગ'.repeat(60_000) }));

    const refused = await post(
      'contact-officer',
      '/sections/priority',
      form(page, { [first]: 'ગ'.repeat(60_000), [second]: '' }),
    );

    expect(kept.status).toBe(303);
    expect(refused.status).toBe(400);
    expect(readableText(refused.text)).toContain('is too long to be kept with the rest of this task');
    expect(refused.text).toContain('ગ'.repeat(60_000));
    expect((await open('contact-officer', '/sections/priority')).text).toContain('ગ'.repeat(60_000));
  });

  it('of a program that knows no version is not written over', async () => {
    const { here } = await newTriage();
    const save = (as: 'contact-officer' | 'manager', text: string, basis = {}) =>
      platform.send('POST', `${here}/sections/priority`, { as, body: { answers: { [first]: text }, basis } });

    await save('contact-officer', 'One');
    const met = await save('manager', 'Two');
    const taken = await save('manager', 'Two', { [first]: 1 });

    expect(met.json.conflicts).toMatchObject([{ question: first, answer: 'One' }]);
    expect(taken.json.conflicts).toEqual([]);
    const read = await platform.send('GET', `${here}/sections/priority`, { as: 'manager' });
    expect(read.json.answers[first]).toMatchObject({ answer: 'Two' });
  });
});

describe('work that is done again', () => {
  it('has last time’s answer beside each question, to be copied singly, and says who confirmed it', async () => {
    const { store, clock } = platform.deps;
    const { reference } = await newTriage();
    const careCase = await store.knownCase(councilSlug.parse(council), caseReference.parse(reference));
    const task = newTask(careCase, { thread: 'case', step: 'explain-delay-2', kind: 'explain-delay' }, clock.now());
    const by = { kind: 'staff', id: 'another', role: task.role } as const;
    const before = { ...staffAnswers('2026-01-05')['explain-delay'] };
    await store.commit({
      tasks: [task],
      records: [
        {
          ...{ council: task.council, reference: task.reference, id: 'case.explain-delay-1', version: 1, by },
          ...{ at: clock.now(), kind: 'work', work: task.kind, list: 'delay', listVersion: 1, answers: before },
        },
      ],
      events: [eventOf(platform.deps, careCase, { actor: by, action: 'task-created', authority: 'A test' })],
    });
    const { open, post, form } = taskPages(platform, task.id);
    const [section] = delay.sections;
    const [copied] = Object.keys(before);
    const part = `/sections/${section?.id}`;

    const page = await open('manager', part);
    const saved = await post('manager', part, form(page.text, { unchanged: `${copied}` }));

    expect(page.text).toContain('careway-asked--again');
    expect(readableText(page.text)).toContain('Copy: I confirm that this is unchanged');
    expect(saved.status).toBe(303);
    const { answers: kept } = await createWorkDrafts(platform.deps).read(task);
    expect(kept).toMatchObject({
      [`${copied}`]: { answer: before[`${copied}` as keyof typeof before], unchanged: true },
    });
    expect(Object.keys(kept)).toHaveLength(1);
    const check = readableText((await open('manager', '/check')).text);
    expect(check).toContain(`Unchanged, confirmed by ${platform.member('manager').name} at 10:00am`);
  });
});

const fillAll = async ({ post }: Awaited<ReturnType<typeof newTriage>>, given: object = answers) => {
  for (const { id } of triage.sections) {
    await post('contact-officer', `/sections/${id}`, new URLSearchParams(sectionFields(triage, { ...given }).get(id)));
  }
};

describe('a task is finished', () => {
  it('from the page on which it was checked, once for two presses, and My work says so', async () => {
    const task = await newTriage();
    await fillAll(task);
    const check = await task.open('contact-officer', '/check');
    const body = () => task.form(check.text);

    const [one, two] = [
      await task.post('contact-officer', '/complete', body()),
      await task.post('contact-officer', '/complete', body()),
    ];

    expect(check.text).toContain(`${task.here}/sections/priority#`);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toMatch(/\/staff\/tasks\?done=finished-/);
    const record = (await platform.client.readCase(task.reference)).records.find(({ kind }) => kind === 'work');
    expect(record).toMatchObject({ answers });
  });

  it('not while anything is wrong: every problem at once, each with a link to its section', async () => {
    const task = await newTriage();
    const check = await task.open('contact-officer', '/check');

    const refused = await task.post('contact-officer', '/complete', task.form(check.text));

    expect(refused.status).toBe(400);
    const links = [...refused.text.matchAll(/<a href="([^"]*\/sections\/[^"#]*)#[^"]*">/g)].map(([, href]) => href);
    expect(new Set(links).size).toBeGreaterThan(1);
  });

  it('not with what somebody changed after it was checked, which is said by name', async () => {
    const task = await newTriage();
    await fillAll(task);
    const check = await task.open('contact-officer', '/check');
    const page = (await task.open('manager', '/sections/priority')).text;
    await task.post('manager', '/sections/priority', task.form(page, { [first]: 'Seen by the manager' }));

    const refused = await task.post('contact-officer', '/complete', task.form(check.text));

    expect(refused.status).toBe(409);
    expect(readableText(refused.text)).toContain(`${platform.member('manager').name} changed`);
  });

  it('by somebody else: an old link and a late save say who, when and what came of it, and keep the text as a note', async () => {
    const task = await newTriage();
    const page = (await task.open('manager', '/sections/priority')).text;
    await fillAll(task);
    await task.post('contact-officer', '/complete', task.form((await task.open('contact-officer', '/check')).text));

    const old = readableText((await task.open('manager')).text);
    const late = await task.post('manager', '/sections/priority', task.form(page, { [first]: 'She told me more' }));

    expect(old).toMatch(/This task is done.*By.*at 10:00am.*What came of it/);
    expect(old).toContain(platform.member('contact-officer').name);
    expect(late.status).toBe(409);
    expect(late.text).toContain('She told me more');
    const kept = await task.post('manager', '/kept-text', task.form(late.text));
    await task.post('manager', '/kept-text', task.form(late.text));
    expect(kept.status).toBe(303);
    const notes = await platform.send('GET', `/${council}/staff/cases/${task.reference}/notes`, {
      as: 'contact-officer',
      headers: { accept: 'text/html' },
    });
    expect(notes.text.match(/She told me more/g)).toHaveLength(1);
    expect(readableText(notes.text)).toContain('Typed into work that had ended: ');
    expect(readableText((await task.open('manager')).text)).toContain('She told me more');
  });

  it('by nobody of another role, who reads whose work it is and whom to ask', async () => {
    const task = await newTriage();

    const { status, text } = await task.open('finance-officer');

    expect(status).toBe(403);
    const said = readableText(text);
    expect(said).toContain('work of a contact officer');
    expect(said).toContain(platform.member('manager').name);
  });
});
