import { describe, expect, it } from 'vitest';
import { email, mailTemplate, type PersonMail, staffMailTemplate } from '../../schemas/mail.ts';
import { personEmail, staffEmail } from '../../templates/emails/emails.ts';
import { everyCouncilHere, mailOf } from './every-page.ts';
import { personMail, staffMail } from './fixtures.ts';
import { htmlFaults } from './html-faults.ts';
import { readableText } from './page-inputs.ts';

const kinds = mailTemplate.options.map((name) => ({ name }));
const reviewKinds = (['first', 'later', 'early'] as const).map((kind) => ({ kind }));

const links = (text: string): string[] => [...new Set(text.match(/[a-z]+:\/\/[^\s"<]+/g))].sort();
const dates = (text: string): string[] => [...new Set(text.match(/\b[A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}/g))].sort();
const sentences = (text: string): string[] => text.split(/[.?!:](?:\s|$)|\n/).filter((part) => part.trim() !== '');

/** A mail in which every value is recognisable, with things that a careless caller might hand over. */
const marked = (): PersonMail => {
  const extra = {
    lastName: 'xq-last',
    dateOfBirth: 'xq-born',
    decision: 'xq-decision',
    budget: 'xq-budget',
    nhsNumber: 'xq-nhs',
  };
  return {
    ...personMail,
    ...extra,
    council: { ...personMail.council, ...{ slug: 'xq-slug', postcodeDistricts: 'xq-postcode' } },
  };
};

describe('every email to a person', () => {
  it.each(kinds)('$name is a whole email, whose HTML says what its text says', ({ name }) => {
    const made = personEmail(name, personMail);

    expect(email.parse(made)).toEqual(made);
    const html = readableText(made.html);
    for (const sentence of sentences(made.text)) expect(html).toContain(sentence.trim().replace(/^\d\. /, ''));
    expect(links(made.html)).toEqual(links(made.text));
    expect(dates(made.html)).toEqual(dates(made.text));
  });

  it.each(kinds)('$name carries the reference, the name, the status page and whom to contact', ({ name }) => {
    const { text } = personEmail(name, personMail);

    for (const fact of ['Hello Rose,', personMail.reference, personMail.statusUrl, ...Object.values(contactFacts)]) {
      expect(text).toContain(fact);
    }
  });

  it.each(kinds)('$name carries nothing else that it was handed', ({ name }) => {
    expect(JSON.stringify(personEmail(name, marked()))).not.toContain('xq-');
  });

  it.each(kinds)(
    '$name has a subject under 80 characters that tells nothing but who writes and the reference',
    ({ name }) => {
      const { subject } = personEmail(name, { ...personMail, about: 'Grace' });

      expect(subject.length).toBeLessThan(80);
      expect(subject).toMatch(/^Leicestershire County Council: .* \(K7M-29QX-T4F\)$/);
      expect(subject).not.toMatch(/care|support|assess|eligib|decision|plan|review|advice|social|complain|Rose|Grace/i);
    },
  );

  it.each(kinds)('$name has only https links, no image, no script and nothing that loads', ({ name }) => {
    const { html } = personEmail(name, personMail);

    expect(links(html).length).toBeGreaterThan(0);
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, href = '']) => !href.startsWith('https://'))).toEqual([]);
    expect(html).not.toMatch(/<img|<script|<form|<table|src=|url\(|@import|<link/);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });

  it.each(kinds)('$name has no sentence of more than 25 words', ({ name }) => {
    const long = sentences(personEmail(name, personMail).text).filter(
      (sentence) => sentence.trim().split(/\s+/).length > 25,
    );

    expect(long).toEqual([]);
  });

  it.each(kinds)('$name says “Contact Adult Social Care” where the council gives no number', ({ name }) => {
    const {
      name: councilName,
      contactName,
      worker,
      keyWorker,
      assessment,
      firstBudget,
      complaintsRole,
    } = personMail.council;
    const council = { name: councilName, contactName, worker, keyWorker, assessment, firstBudget, complaintsRole };

    const { text } = personEmail(name, { ...personMail, council });

    expect(text).toContain('Contact Adult Social Care at Leicestershire County Council.');
    expect(text).not.toMatch(/Phone:|Open:|Text relay:|Email:|Website:|undefined/);
    expect(text).toContain('How to reach us: https://www.gov.uk/find-local-council');
  });

  it.each(kinds)('$name speaks to a helper of the person by first name', ({ name }) => {
    const { text, html } = personEmail(name, { ...personMail, about: 'Grace' });

    expect(text).toContain('Hello Rose,');
    expect(text).toContain('Grace’s');
    expect(html).toContain('Grace’s');
    expect(text).not.toMatch(/\byour (request|plan)\b/i);
  });
});

const contactFacts = {
  phone: 'Phone: 01632 960 001',
  hours: 'Open: Monday to Friday, 9am to 5pm',
  textRelay: 'Text relay: 18001 01632 960 001',
  email: 'Email: care@council.example',
  danger: 'call 999',
};

describe('a first name in an email', () => {
  it.each([
    { firstName: 'Zoë', greeting: 'Hello Zoë,' },
    { firstName: 'O’Brien-Smith', greeting: 'Hello O’Brien-Smith,' },
    { firstName: "D'Arcy", greeting: "Hello D'Arcy," },
    { firstName: ' Rose ', greeting: 'Hello Rose,' },
    { firstName: 'win a prize at evil.example', greeting: 'Hello,' },
    { firstName: 'https://evil.example', greeting: 'Hello,' },
    { firstName: 'Rose\nYou owe us money', greeting: 'Hello,' },
    { firstName: '<b>Rose</b>', greeting: 'Hello,' },
    { firstName: '07700 900123', greeting: 'Hello,' },
    { firstName: 'R'.repeat(41), greeting: 'Hello,' },
    { firstName: 'R'.repeat(40), greeting: `Hello ${'R'.repeat(40)},` },
  ])('makes “$greeting” of $firstName', ({ firstName, greeting }) => {
    expect(personEmail('case-closed', { ...personMail, firstName }).text).toContain(`\n${greeting}\n`);
  });

  it('is not printed of the person helped either, unless it is plainly a name', () => {
    const { text, html } = personEmail('plan-agreed', { ...personMail, about: 'see evil.example' });

    expect(text).toContain('The person you help’s plan');
    expect(text + html).not.toContain('evil');
  });
});

describe('decision-made', () => {
  it('does not say the decision, but how to question it: the worker, the complaints role, the ombudsman', () => {
    const { text } = personEmail('decision-made', personMail);

    expect(text).not.toMatch(/eligible|eligib|not met|refus|agreed to/i);
    const steps = [
      'Talk to the Adult Social Care worker',
      'complain to the Customer Relations Manager',
      '0300 061 0614',
    ];
    const places = steps.map((step) => text.indexOf(step));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe('case-closed', () => {
  it('sends nobody to a worker whom they may never have met', () => {
    const { text } = personEmail('case-closed', personMail);

    expect(text).toContain('1. Contact us. Ask why.');
    expect(text).not.toContain('who did the assessment');
  });
});

describe('news-waiting', () => {
  it.each(kinds.filter(({ name }) => name !== 'news-waiting'))(
    'says in a sentence what $name would have told',
    ({ name }) => {
      const { text } = personEmail('news-waiting', { ...personMail, waiting: [name] });

      expect(text).toMatch(/\n1\. [A-Z][^\n]+[.]\n/);
    },
  );
});

describe('in the words of each council', () => {
  it.each(everyCouncilHere)(
    '$slug is named, with who decides on complaints and only the contacts that it gives',
    (council) => {
      const { text } = personEmail('decision-made', mailOf(council));

      expect(text).toContain(`Talk to the ${council.terms.worker} who did`);
      expect(text).toContain(`complain to ${council.complaints.role} at ${council.name}.`);
      expect(text).toContain(`Contact ${council.contact.name} at ${council.name}.`);
      expect(/Phone: (.*)/.exec(text)?.[1]).toBe(council.contact.phone);
      expect(/Text relay: (.*)/.exec(text)?.[1]).toBe(council.contact.textRelay);
      expect(/Open: (.*)/.exec(text)?.[1]).toBe(council.contact.hours);
      expect(/Website: (.*)/.exec(text)?.[1]).toBe(council.contact.url);
      expect(text).not.toMatch(/\b(a|the|your) (a|the|your)\b/);
    },
  );

  it.each([
    { about: undefined, said: 'Tell your Key Worker who is coming.' },
    { about: 'Grace', said: 'Tell the Key Worker who is coming.' },
  ])('Cambridgeshire’s Key Worker is told who comes to a review: “$said” (CB36)', ({ about, said }) => {
    const [cambridgeshire] = everyCouncilHere.filter(({ slug }) => slug === 'cambridgeshire');
    const mail = cambridgeshire === undefined ? personMail : mailOf(cambridgeshire);

    expect(personEmail('review-coming', { ...mail, ...(about && { about }) }).text).toContain(said);
  });
});

describe('application-received', () => {
  it('gives the target as a target, and no date where there is none', () => {
    const { targetOn: _targetOn, form: _form, ...without } = personMail;

    expect(personEmail('application-received', personMail).text).toContain(
      'by Monday 16 February 2026. This is a target',
    );
    expect(dates(personEmail('application-received', without).text)).toEqual([]);
  });
});

describe('review-coming', () => {
  it.each(reviewKinds)(
    'of the $kind kind says by when, what for, who may come, the advocate, and what if things changed',
    ({ kind }) => {
      const { text } = personEmail('review-coming', {
        ...personMail,
        review: { kind, dueOn: 'Tuesday 17 March 2026' },
      });

      for (const fact of [
        'Tuesday 17 March 2026',
        'What a review is for',
        'Tell your Key Worker who is coming',
        'advocate',
        'changed already',
      ]) {
        expect(text).toContain(fact);
      }
    },
  );

  it('opens in 3 ways for 3 kinds', () => {
    const opened = reviewKinds.map(
      ({ kind }) => personEmail('review-coming', { ...personMail, review: { kind, dueOn: 'x' } }).text,
    );

    expect(new Set(opened).size).toBe(3);
  });

  it('is refused without a review', () => {
    const { review: _review, ...without } = personMail;

    expect(() => personEmail('review-coming', without)).toThrow(/null or undefined/);
  });
});

describe('every email', () => {
  it.each([
    ...kinds.map(({ name }) => ({ name, made: () => personEmail(name, personMail) })),
    ...staffMailTemplate.options.map((name) => ({ name, made: () => staffEmail(name, staffMail) })),
  ])('$name is valid, accessible HTML', async ({ made }) => {
    expect(await htmlFaults(made().html)).toEqual([]);
  });
});

describe('every email to staff', () => {
  it.each(staffMailTemplate.options.map((name) => ({ name })))(
    '$name lists its tasks with when and where, in HTML as in text',
    ({ name }) => {
      const { subject, text, html } = staffEmail(name, staffMail);

      for (const task of staffMail.tasks) {
        for (const fact of Object.values(task)) {
          expect(text).toContain(fact);
          expect(readableText(html)).toContain(fact);
        }
      }
      expect(links(html)).toEqual(links(text));
      expect(links(text)).toEqual(staffMail.tasks.map(({ url }) => url).sort());
      expect(text).toContain('You sign in first. Opening a link changes nothing.');
      expect(subject.length).toBeLessThan(80);
      expect(html).not.toMatch(/<form|<img|<script/);
    },
  );

  it.each([
    { name: 'task-opened', count: 1, subject: 'Triage a request (K7M-29QX-T4F), due Monday 16 February 2026' },
    { name: 'overdue-digest', count: 1, subject: 'You have 1 late task' },
    { name: 'overdue-digest', count: 2, subject: 'You have 2 late tasks' },
    { name: 'task-escalated', count: 1, subject: '1 late task is with you' },
    { name: 'task-escalated', count: 2, subject: '2 late tasks are with you' },
  ] as const)('$name with $count has the subject “$subject”', ({ name, count, subject }) => {
    expect(staffEmail(name, { ...staffMail, tasks: staffMail.tasks.slice(0, count) }).subject).toBe(subject);
  });

  it('greets by name, escaped in HTML', () => {
    expect(staffEmail('task-opened', { ...staffMail, to: '<Priya>' }).html).toContain('Hello &lt;Priya&gt;');
  });
});
