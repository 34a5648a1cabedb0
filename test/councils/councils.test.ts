import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { councilFaults } from '../../local/council-files.ts';
import { councilFolders } from '../../local/new-council/council-index.ts';
import { contrastOf, readableOn } from '../../schemas/contrast.ts';
import { type Council, council as councilSchema, stage } from '../../schemas/council.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { published } from '../support/published.ts';

const councils = createCouncils(everyCouncil());
const every = councils.slugs.map((slug) => ({ slug, council: councils.known(slug) }));
const each = every.filter(({ slug }) => published.has(slug));
const of = (slug: string): Council => councils.known(slug);

/** What the councils' own pages state, by the number of the promise, and where the data has it. */
const stated: readonly { id: string; slug: string; fact: string; read: (one: Council) => unknown; is: unknown }[] = [
  { id: 'L5', slug: 'leicestershire', fact: 'the area', read: ({ area }) => area, is: 'Leicestershire' },
  {
    id: 'L19',
    slug: 'leicestershire',
    fact: 'a waiting list',
    read: ({ notices }) => /waiting list/.test(notices.waiting),
    is: true,
  },
  {
    id: 'L28',
    slug: 'leicestershire',
    fact: 'condition 1',
    read: ({ eligibilityNotice: [one] }) => /physical or mental impairment or an illness/.test(one),
    is: true,
  },
  {
    id: 'L29',
    slug: 'leicestershire',
    fact: 'condition 2',
    read: ({ eligibilityNotice: [, two] }) => /at least two daily activities/.test(two),
    is: true,
  },
  {
    id: 'L30',
    slug: 'leicestershire',
    fact: 'condition 3',
    read: ({ eligibilityNotice: [, , three] }) => /significant impact on your wellbeing/.test(three),
    is: true,
  },
  {
    id: 'L31',
    slug: 'leicestershire',
    fact: 'the worker',
    read: ({ terms }) => terms.worker,
    is: 'Adult Social Care worker',
  },
  {
    id: 'L32',
    slug: 'leicestershire',
    fact: 'who handles complaints',
    read: ({ complaints }) => complaints.role,
    is: 'the Customer Relations Manager',
  },
  {
    id: 'L35',
    slug: 'leicestershire',
    fact: 'money before the plan',
    read: ({ financialAssessment }) => financialAssessment,
    is: 'before-plan',
  },
  {
    id: 'L37',
    slug: 'leicestershire',
    fact: 'most people pay',
    read: ({ notices }) => /Most people pay/.test(notices.charging),
    is: true,
  },
  {
    id: 'L40',
    slug: 'leicestershire',
    fact: 'the first budget',
    read: ({ terms }) => terms.firstBudget,
    is: 'estimated personal budget',
  },
  {
    id: 'L41',
    slug: 'leicestershire',
    fact: 'a review at 6 weeks',
    read: ({ review }) => review.first.targetWeeks,
    is: 6,
  },
  {
    id: 'L42',
    slug: 'leicestershire',
    fact: 'the next about 12 months later',
    read: ({ review }) => review.later.months,
    is: 12,
  },
  {
    id: 'S5',
    slug: 'staffordshire',
    fact: 'the social care contact',
    read: ({ terms }) => terms.keyWorker,
    is: 'social care contact',
  },
  {
    id: 'S29',
    slug: 'staffordshire',
    fact: 'no later than 12 months',
    read: ({ review }) => review.later.months,
    is: 12,
  },
  {
    id: 'S30',
    slug: 'staffordshire',
    fact: 'a window of 6 to 8 weeks',
    read: ({ review: { first } }) => [first.fromWeeks, first.toWeeks],
    is: [6, 8],
  },
  {
    id: 'S45',
    slug: 'staffordshire',
    fact: 'the team to call',
    read: ({ terms }) => terms.team,
    is: 'community wellbeing team',
  },
  {
    id: 'S46',
    slug: 'staffordshire',
    fact: 'whom else to contact, without a number',
    read: ({ contact }) => contact,
    is: { name: 'Staffordshire Cares' },
  },
  {
    id: 'CV23',
    slug: 'coventry',
    fact: 'the number',
    read: ({ contact }) => [contact.name, contact.phone],
    is: ['Adult Social Care Direct', '024 7683 3003'],
  },
  {
    id: 'CV24',
    slug: 'coventry',
    fact: 'the email address',
    read: ({ contact }) => contact.email,
    is: 'ascdirect@coventry.gov.uk',
  },
  {
    id: 'CV38',
    slug: 'coventry',
    fact: 'money at the stage before the budget',
    read: ({ financialAssessment }) => financialAssessment,
    is: 'before-plan',
  },
  {
    id: 'CV54',
    slug: 'coventry',
    fact: 'the full cost for who keeps it private',
    read: ({ notices }) => /pay for all of your care/.test(notices.charging),
    is: true,
  },
  { id: 'CV64', slug: 'coventry', fact: 'the budget', read: ({ terms }) => terms.firstBudget, is: 'personal budget' },
  {
    id: 'CV90',
    slug: 'coventry',
    fact: 'the text relay',
    read: ({ contact }) => contact.textRelay,
    is: '18001 024 7683 3003',
  },
  {
    id: 'CV91',
    slug: 'coventry',
    fact: 'the address',
    read: ({ contact }) => contact.post,
    is: ['PO Box 15', 'Council House', 'Earl Street', 'Coventry', 'CV1 5RR'],
  },
  {
    id: 'CB9',
    slug: 'cambridgeshire',
    fact: 'the planner',
    read: ({ terms }) => terms.planner,
    is: 'independent support planner',
  },
  {
    id: 'CB25',
    slug: 'cambridgeshire',
    fact: 'who handles complaints',
    read: ({ complaints }) => complaints.role,
    is: 'Customer Services',
  },
  {
    id: 'CB32',
    slug: 'cambridgeshire',
    fact: 'a window of 6 to 12 weeks',
    read: ({ review: { first } }) => [first.fromWeeks, first.toWeeks],
    is: [6, 12],
  },
  { id: 'CB34', slug: 'cambridgeshire', fact: 'then yearly', read: ({ review }) => review.later.months, is: 12 },
  {
    id: 'CB51',
    slug: 'cambridgeshire',
    fact: 'the Key Worker',
    read: ({ terms }) => terms.keyWorker,
    is: 'Key Worker',
  },
  {
    id: 'CB52',
    slug: 'cambridgeshire',
    fact: 'the number and the weekdays',
    read: ({ contact }) => [contact.phone, contact.hours?.split(', ')[0]],
    is: ['0345 045 5202', 'Monday to Friday 8am to 6pm'],
  },
  {
    id: 'CB53',
    slug: 'cambridgeshire',
    fact: 'the Saturday',
    read: ({ contact }) => contact.hours?.split(', ')[1],
    is: 'Saturday 9am to 1pm',
  },
  {
    id: 'W2',
    slug: 'warwickshire',
    fact: 'the first to speak to',
    read: ({ contact }) => contact.name,
    is: 'a customer service advisor',
  },
  {
    id: 'W3',
    slug: 'warwickshire',
    fact: 'the worker',
    read: ({ terms }) => terms.worker,
    is: 'social care practitioner',
  },
  {
    id: 'W7',
    slug: 'warwickshire',
    fact: 'the budget',
    read: ({ terms }) => terms.firstBudget,
    is: 'estimated budget',
  },
  {
    id: 'W10',
    slug: 'warwickshire',
    fact: 'money after the plan, for everyone',
    read: ({ financialAssessment, notices }) => [financialAssessment, /everyone/.test(notices.charging)],
    is: ['after-plan', true],
  },
  { id: 'W18', slug: 'warwickshire', fact: 'the number', read: ({ contact }) => contact.phone, is: '01926 410410' },
  {
    id: 'W18',
    slug: 'warwickshire',
    fact: 'a page for each of 8 stages',
    read: ({ stagePages }) => Object.keys(stagePages ?? {}),
    is: [...stage.options],
  },
  {
    id: 'W21',
    slug: 'warwickshire',
    fact: 'the page for more',
    read: ({ contact }) => contact.url,
    is: 'https://www.warwickshire.gov.uk/socialcareandhealth',
  },
];

describe('the data of the councils', () => {
  it('is one folder for each council, whose files are all as they should be', async () => {
    const root = join(import.meta.dirname, '../..');

    expect(councils.slugs).toEqual((await councilFolders(root)).map(({ slug }) => slug));
    expect(await councilFaults(root)).toEqual([]);
    expect(each.map(({ slug }) => slug).toSorted()).toEqual([...published].toSorted());
  });

  it.each(stated)('of $slug has $fact, as its page states ($id)', ({ slug, read, is }) => {
    expect(read(of(slug))).toEqual(is);
  });

  it('has only the numbers, addresses and links that the pages state', () => {
    const numbers = each.flatMap(({ council }) =>
      [...JSON.stringify(council).matchAll(/\b0\d{2,4}(?: \d{3,})+\b/g)].map(String),
    );
    const emails = each.flatMap(({ council }) => [...JSON.stringify(council).matchAll(/[\w-]+@[\w.-]+/g)].map(String));
    const links = each.flatMap(({ council }) => [...JSON.stringify(council).matchAll(/https?:\/\/[^"]+/g)].map(String));

    expect(new Set(numbers)).toEqual(new Set(['024 7683 3003', '0345 045 5202', '01926 410410']));
    expect(emails.filter((one) => !one.endsWith('.example'))).toEqual(['ascdirect@coventry.gov.uk']);
    expect(new Set(links)).toEqual(
      new Set(
        ['socialcareandhealth', 'gettingstarted', 'directpayments', 'financialassessment', 'yourcareyourchoice'].map(
          (path) => `https://www.warwickshire.gov.uk/${path}`,
        ),
      ),
    );
    expect(each.filter(({ council }) => council.contact.post).map(({ slug }) => slug)).toEqual(['coventry']);
    expect(each.filter(({ council }) => council.contact.hours).map(({ slug }) => slug)).toEqual(['cambridgeshire']);
    expect(each.filter(({ council }) => council.privacyUrl).map(({ slug }) => slug)).toEqual([]);
  });

  it.each([
    { slug: 'leicestershire', window: [6, 8, 12], status: 'confirmed' },
    { slug: 'staffordshire', window: [6, 8, 12], status: 'confirmed' },
    { slug: 'coventry', window: [6, 8, 12], status: 'guidance' },
    { slug: 'cambridgeshire', window: [6, 12, 12], status: 'confirmed' },
    { slug: 'warwickshire', window: [6, 8, 12], status: 'guidance' },
  ])('of $slug reviews in the window $window (weeks, weeks, months), which is $status', ({ slug, window, status }) => {
    const { review } = of(slug);

    expect([review.first.fromWeeks, review.first.toWeeks, review.later.months]).toEqual(window);
    expect(review.status).toBe(status);
  });

  it.each(each)('of $slug says “example” or “unconfirmed” of colour, districts, targets and teams', ({ council }) => {
    const { colour, postcodeDistricts, targets, teams } = council.provenance;

    expect([colour.status, postcodeDistricts.status, targets.status, teams.status]).toEqual([
      'example',
      'unconfirmed',
      'example',
      'example',
    ]);
  });

  it.each(each)('of $slug has mailboxes of its own that nobody can own', ({ slug, council }) => {
    const boxes = Object.values(council.teams).map(({ email }) => email);

    expect(boxes.filter((email) => !email.endsWith(`@${slug}.example`))).toEqual([]);
    expect(new Set(boxes).size).toBe(7);
  });

  it.each(every)('of $slug has no colour, or one on which its text has a contrast of at least 4.5', ({ council }) => {
    const colour = council.colour ?? '#1c4e63';

    expect(contrastOf(colour, council.brand?.headerText ?? readableOn(colour))).toBeGreaterThanOrEqual(4.5);
  });

  it('tells the councils apart by 5 colours', () => {
    expect(new Set(each.map(({ council }) => council.colour)).size).toBe(5);
  });

  it('words the three conditions so that a full stop may follow', () => {
    const ends = every
      .flatMap(({ council }) => council.eligibilityNotice)
      .filter((notice) => !/^[a-z].*[a-z]$/.test(notice));

    expect(ends).toEqual([]);
  });
});

describe('the glossary of Warwickshire', () => {
  const glossary = of('warwickshire').glossary ?? [];

  it('explains the 11 words of its jargon buster, in the order of the alphabet (W19)', () => {
    const words = glossary.map(({ term }) => term);

    expect(words).toEqual([
      'Adult social care',
      'Advocacy',
      'Assessment',
      'Care plan',
      'Direct payments',
      'Eligibility',
      'Personal budget',
      'Reablement',
      'Support plan',
      'Universal services',
      'Wellbeing',
    ]);
    expect(words).toEqual([...words].sort());
  });

  it.each([
    { term: 'Care plan', see: ['Support plan'] },
    { term: 'Direct payments', see: ['Personal budget'] },
  ])('sends the reader from “$term” to $see (W20)', ({ term, see }) => {
    expect(glossary.find((entry) => entry.term === term)?.see).toEqual(see);
  });

  it('is refused when it refers to a word that it does not explain', () => {
    const broken = { ...of('warwickshire'), glossary: [{ term: 'Care plan', meaning: 'A plan.', see: ['Nothing'] }] };

    expect(councilSchema.safeParse(broken).success).toBe(false);
  });
});
