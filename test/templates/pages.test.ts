import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { plainly } from '../../schemas/voices.ts';
import { confirmationPage, councilsPage, problemPage, startPage, statusPage } from '../../templates/pages/pages.ts';
import { anIndication, council, everyKind, formPage, startWords } from './fixtures.ts';
import { codeInPage, htmlFaults } from './html-faults.ts';
import { readableText } from './page-inputs.ts';

const blank = { values: {}, problems: [], submissionKey: 'key-1' };
const withPhone: Council = {
  ...council,
  colour: '#ffdd00',
  privacyUrl: 'https://council.example/privacy',
  contact: {
    ...council.contact,
    phone: '01632 960 001',
    hours: '9am to 5pm',
    textRelay: '18001 01632 960 001',
    email: 'care@council.example',
    url: 'https://council.example/contact',
    post: ['County Hall', 'Glenfield'],
  },
};

const refused = (form: Form, values: Record<string, unknown>): string => {
  const read = readAnswers(form, () => '2026-11-21', values);
  const problems = read.outcome === 'problems' ? read.problems : [];
  return formPage({ form, values, problems, submissionKey: 'key-1' });
};

const confirmation = (outsideArea: boolean, possibility: Parameters<typeof anIndication>[0] = 'may-be-eligible') =>
  confirmationPage({
    council,
    reference: 'K7M-29QX-T4F',
    indication: anIndication(possibility),
    outsideArea,
    targetOn: 'Monday 16 February 2026',
  });

const someWrong = {
  filledInBy: 'me',
  dateOfBirth: '1990-13-05',
  postcode: 'LE3',
  urgent: ['other', 'none'],
  hasCarer: 'yes',
  carers: [{ name: 'Ann' }, { contact: '12' }],
};

describe('every page', () => {
  it.each([
    { page: 'start', html: () => startPage({ council, ...startWords }) },
    {
      page: 'start of a council with every contact',
      html: () => startPage({ council: withPhone, ...startWords }),
    },
    { page: 'application with errors', html: () => refused(needsAssessment, someWrong) },
    { page: 'application with every kind', html: () => refused(everyKind, { people: [{}, { name: 'Bo' }] }) },
    {
      page: 'application at an exit',
      html: () => formPage({ form: everyKind, ...blank, exits: everyKind.exits }),
    },
    { page: 'confirmation', html: () => confirmation(true) },
    { page: 'councils', html: () => councilsPage({ councils: [council] }) },
    {
      page: 'status',
      html: () =>
        statusPage({
          council,
          reference: 'K7M-29QX-T4F',
          stage: 'plan',
          now: 'We have your request.',
          next: 'We will be in touch.',
          facts: [{ label: 'We got it on', value: 'Monday 5 January 2026' }],
        }),
    },
    { page: 'problem', html: () => problemPage({ title: 'Page not found', detail: 'Check the address.', council }) },
    {
      page: 'problem without a council',
      html: () => problemPage({ title: 'Page not found', detail: 'Check the address.' }),
    },
  ])(
    '$page is valid, accessible HTML with one h1, without scripts, styles, crown or GOV.UK’s own marks',
    { timeout: 20_000 },
    async ({ html }) => {
      const page = html();

      const faults = await htmlFaults(page);

      expect(faults).toEqual([]);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(codeInPage);
      expect(page).not.toMatch(/crown|govuk-logo|Open Government Licence/i);
      expect(page).toContain('<html lang="en-GB"');
      expect(page).toContain('href="#main-content" class="govuk-skip-link"');
      expect(readableText(page)).toContain('not for reporting abuse');
      expect(page).toContain('href="tel:999"');
    },
  );
});

describe('the layout', () => {
  it('has the council’s name, its link, its contact and its colour', () => {
    const page = startPage({ council: withPhone, ...startWords });

    expect(page).toMatch(/<title>[^<]* - Leicestershire County Council<\/title>/);
    expect(page).toContain('<a href="/leicestershire" class="govuk-generic-header__homepage-link">');
    expect(page).toContain('href="tel:01632960001"');
    expect(page).toContain('href="mailto:care@council.example"');
    expect(page).toContain('href="/assets/colour-ffdd00.css"');
  });

  it('says whom to ask where the council gives no number', () => {
    const text = readableText(startPage({ council, ...startWords }));

    expect(text).toContain('Contact Adult Social Care at Leicestershire County Council.');
  });
});

describe('startPage', () => {
  it('has the facts of the council’s own page: who, how long, conditions, charge, waiting, review, complaint', () => {
    const text = readableText(startPage({ council, ...startWords }));

    const facts = [
      '18 or over, live in Leicestershire',
      startWords.time,
      'together, or each have your own',
      ...council.eligibilityNotice,
      ...Object.values(council.notices),
      'Customer Relations Manager',
      'estimated personal budget',
      'independent advocate',
    ];
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it('opens the form by a link', () => {
    expect(startPage({ council, ...startWords })).toContain(
      '<a href="/leicestershire/forms/needs-assessment" role="button"',
    );
  });
});

describe('a form on one page', () => {
  it('asks all questions of the form, in its order, and posts them to the council', () => {
    const page = formPage({ form: needsAssessment, ...blank });

    const labels = needsAssessment.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
    const text = readableText(page);
    const said = labels.map(({ label, about }) => plainly(needsAssessment, label, about));
    expect(said.filter((label) => !text.includes(label))).toEqual([]);
    expect(page).toContain('<form method="post" action="/leicestershire/case/K7M-29QX-T4F/ask/query" novalidate>');
    expect(page).toContain('<input type="hidden" name="submissionKey" value="key-1">');
    expect(page).not.toContain('govuk-error');
  });

  it('says in words when a question or a group of questions is asked', () => {
    const text = readableText(formPage({ form: everyKind, ...blank }));

    expect(text).toContain(
      'Only answer these questions if you answered “Me <b>myself</b>” or “Someone else” to “Who is this for?”',
    );
    expect(text).toContain(
      'Only answer this if you answered “No” to “Is anyone in danger?”, or you ticked “Lunch” in “Which meals?” Family and friends.',
    );
  });

  it('lists every problem once, with a link to an input that exists, and says it again at the field', () => {
    const page = refused(needsAssessment, someWrong);

    const links = [...page.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, text]) => ({ id, text }));
    const inputs = new Set([...page.matchAll(/<(?:input|textarea)[^>]*? id="([^"]+)"/g)].map(([, id]) => id));
    const errors = links.filter(({ id }) => !id?.startsWith('section-') && id !== 'main-content');
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.filter(({ id }) => id === undefined || !inputs.has(id))).toEqual([]);
    expect(errors).toContainEqual({ id: 'dateOfBirth-day', text: 'Date of birth must be a real date' });
    expect(errors).toContainEqual({ id: 'carers-1-name', text: 'Helper 2: Enter the name' });
    expect(page).toContain('id="dateOfBirth-error"');
    expect(page).toContain('id="carers-1-name-error"');
    expect(page).not.toContain('id="carers-error"');
    expect(page).toMatch(/<title>Error: /);
  });

  it('shows the problem of one box at its question, and of a whole row at its table', () => {
    const problems = [
      { field: 'meals[2]', message: 'Choose a meal' },
      { field: 'people[1]', message: 'Give the details' },
      { field: 'nothing[0].here', message: 'Not a question' },
      { field: '', message: 'Send it again' },
    ];

    const page = formPage({ form: everyKind, values: {}, problems, submissionKey: 'k' });

    expect(page).toContain('<a href="#meals">Choose a meal</a>');
    expect(page).toContain('id="meals-error"');
    expect(page).toContain('<a href="#people-0-name">Give the details</a>');
    expect(page).toContain('id="people-error"');
    expect(readableText(page)).toContain('Not a question Send it again');
  });

  it('opens the folded rows where a second row is filled, and only there', () => {
    const one = formPage({ form: everyKind, ...blank, values: { people: [{ name: 'Ann' }] } });
    const two = formPage({ form: everyKind, ...blank, values: { people: [{ name: 'Ann' }, { name: 'Bo' }] } });

    expect(one).toContain('<details class="govuk-details">');
    expect(two).toContain('<details class="govuk-details" open>');
  });

  it.each([
    { given: 0, rows: 3 },
    { given: 3, rows: 3 },
    { given: 4, rows: 4 },
    { given: 9, rows: 9 },
  ])('has $rows rows for $given given, so that none is lost', ({ given, rows }) => {
    const people = Array.from({ length: given }, (_, index) => ({ name: `Helper ${index}` }));

    const page = formPage({ form: everyKind, ...blank, values: { people } });

    expect(page.match(/name="people\[\d+\]\.name"/g)).toHaveLength(rows);
    for (const { name } of people) expect(page).toContain(`value="${name}"`);
  });

  it('asks in a helper’s words once a helper is known to answer', () => {
    const page = formPage({ form: everyKind, ...blank, values: { who: 'helper' } });

    expect(readableText(page)).toContain('What is the person’s name?');
    expect(readableText(page)).not.toContain('What is your name?');
  });

  it('escapes what was typed', () => {
    const nasty = '"><script>alert(1)</script>';

    const page = formPage({ form: everyKind, ...blank, values: { name: nasty, story: `</textarea>${nasty}` } });

    expect(page).not.toMatch(codeInPage);
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('shows an exit with what to do now, says that nothing was sent, and keeps what was typed', () => {
    const values = { danger: 'yes', name: 'Rose Okafor' };

    const page = formPage({ form: everyKind, ...blank, values, exits: everyKind.exits });

    expect(readableText(page)).toContain('Get help now Do not send this form. Call 999 We have not sent this.');
    expect(page).toContain('value="Rose Okafor"');
  });
});

describe('what is said when a form is in', () => {
  const indicated = anIndication('may-be-eligible');
  const said = (rest: Partial<Parameters<typeof confirmationPage>[0]>) =>
    readableText(
      confirmationPage({
        council: { ...council, notices: { ...council.notices, charging: 'You may pay for your care.' } },
        reference: 'K7M-29QX-T4F',
        outsideArea: false,
        targetOn: 'Monday 16 February 2026',
        indication: indicated,
        ...rest,
      }),
    );
  const carer = { reference: 'X4F-29QX-K7M', indication: indicated };

  it('names the assessment that was asked for: care needs, a carer’s, or both', () => {
    const assessment = council.terms.assessment;

    expect(said({})).toContain(`You asked for a ${assessment}.`);
    expect(said({ about: 'carer' })).toContain('You asked for a carer’s assessment.');
    expect(said({ carer })).toContain(`You asked for a ${assessment} and a carer’s assessment.`);
  });

  it('says nothing to a carer about paying for “your care”, and the carer’s own rule', () => {
    expect(said({ about: 'carer' })).not.toContain('your care');
    expect(said({ about: 'carer' })).toContain('A carer never pays for care that the person they look after gets.');
    expect(said({})).toContain('You may pay for your care.');
    expect(said({})).not.toContain('A carer never pays');
    expect(said({ carer })).toMatch(/You may pay for your care.*A carer never pays/s);
  });

  it('tells whoever helps of whom it speaks', () => {
    expect(said({ helped: true })).toMatch(
      /after they have talked with the person\..*Here “you” and “your” mean the person\./s,
    );
    expect(said({ helped: true, about: 'carer' })).toContain('mean the carer.');
    expect(said({})).not.toContain('Here “you”');
  });
});

describe('confirmationPage', () => {
  it('gives the reference, the target as a target, and what happens next', () => {
    const text = readableText(confirmation(false));

    expect(text).toContain('Your reference K7M-29QX-T4F');
    expect(text).toContain('We aim to get in touch by Monday 16 February 2026 . This is a target, not a promise.');
  });

  it.each(['may-be-eligible', 'may-not-be-eligible', 'not-enough-information'] as const)(
    'words %s as possible, never as a decision, with the three conditions in the council’s words',
    (possibility) => {
      const text = readableText(confirmation(false, possibility));

      expect(text).toContain('This is not a decision.');
      expect(text).not.toMatch(/you are (not )?eligible|you qualify|is met|marker/i);
      const said = [
        'illness. What you told us suggests that this may be true for you.',
        'activities. We need to know more about this.',
        'wellbeing. What you told us does not show this so far.',
      ];
      expect(said.filter((part) => !text.includes(part))).toEqual([]);
    },
  );

  it('tells a person outside the area whom to contact, and nobody else', () => {
    expect(confirmation(true)).toContain('https://www.gov.uk/find-local-council">Find that council');
    expect(readableText(confirmation(true))).toContain('We still have what you sent');
    expect(confirmation(false)).not.toContain('Find that council');
  });
});

describe('the confirmation of another form', () => {
  const sent = (rest: Partial<Parameters<typeof confirmationPage>[0]>) =>
    readableText(
      confirmationPage({
        council,
        reference: 'K7M-29QX-T4F',
        outsideArea: false,
        targetOn: 'Monday 16 February 2026',
        ...rest,
      }),
    );

  it('of a referral gives no indication, and says that the person is told', () => {
    const text = sent({ way: 'referral' });

    expect(text).toContain('We tell the person that you have referred them.');
    expect(text).not.toContain('What your answers may mean');
  });

  it('of a referral without agreement says that it cannot be followed', () => {
    expect(sent({ way: 'referral-not-agreed' })).toContain('you cannot follow the case');
    expect(sent({ way: 'referral-not-agreed' })).not.toContain('We tell the person');
  });

  it('of a call for help says when it is read, and to call if it cannot wait', () => {
    const text = sent({ way: 'help-now', readOn: 'Monday 5 January 2026' });

    expect(text).toContain('Someone here reads it by the end of Monday 5 January 2026');
    expect(text).toContain('If it cannot wait until then, call us:');
    expect(text).not.toContain('We aim to get in touch');
  });
});

describe('how to reach a council', () => {
  const link = 'https://www.gov.uk/find-local-council';
  const found = 'Find how to reach Leicestershire County Council on GOV.UK';

  it('leads to GOV.UK at every place where the council has given no way, and nowhere else', () => {
    const { name } = council.contact;
    const bare = startPage({ council: { ...council, contact: { name } }, ...startWords });
    const given = startPage({
      council: { ...council, contact: { name, phone: '0116 496 0000' } },
      ...startWords,
    });

    expect(bare.match(new RegExp(`href="${link}">${found}`, 'g'))).toHaveLength(2);
    expect(given).not.toContain(found);
    expect(readableText(given)).toMatch(/, phone 0116 496 0000 ?\. What help/);
  });
});

describe('councilsPage and problemPage', () => {
  it('links each council', () => {
    expect(councilsPage({ councils: [council] })).toContain('href="/leicestershire">Leicestershire County Council</a>');
  });

  it('says what is wrong, what to do and where to go on', () => {
    const links = [{ href: '/leicestershire', text: 'Go to the start' }];

    const page = problemPage({ title: 'Page <not> found', detail: 'Check the address.', council, links });

    expect(page).toContain('Page &lt;not&gt; found');
    expect(page).toContain('<a class="govuk-link" href="/leicestershire">Go to the start</a>');
  });
});
