import { describe, expect, it } from 'vitest';
import { type Council, council as councilSchema } from '../../schemas/council.ts';
import { councilFrom, newCouncilAnswers } from '../../schemas/new-council.ts';
import { published } from '../support/published.ts';
import { everyCouncilHere, everyEmail, informationPages, otherPages } from '../templates/every-page.ts';
import { htmlFaults } from '../templates/html-faults.ts';
import { readableText } from '../templates/page-inputs.ts';

const answers = {
  postcodeDistricts: ['ZE1'],
  contactName: 'the welcome desk',
  complaintsRole: 'the Listening Officer',
  worker: 'guide',
  keyWorker: 'companion',
  assessment: 'talk about your day',
  firstBudget: 'rough sum',
  financialAssessment: 'beside-plan',
  firstReviewFromWeeks: '4',
  firstReviewToWeeks: '12',
  targetDays: '21',
  teamsEmail: 'teams@sixth.example',
};
const made = (slug: string, given: object): Council =>
  councilSchema.parse(councilFrom(slug, newCouncilAnswers.parse({ ...answers, ...given })));

const sixths = [
  made('kings', { name: "King's & Queen's Borough", area: "King's & Queen's" }),
  made('llyn', { name: 'Cyngor Llŷn a’r Ŵyn', area: 'Llŷn', carersPay: 'no', safeguardingByDay: '01758 704000' }),
  made('long', {
    name: 'The Metropolitan District and Royal Borough Council of Saffron Walden and the Isles of the Outermost Western Approaches',
    area: 'Saffron Walden and the Isles of the Outermost Western Approaches',
    postcodeDistricts: 'SW1A EC1A',
    phone: '0800 000 0000',
    hours: 'Tuesday 6am to 7am',
    carersPay: 'yes',
  }),
];

/** Terms of a council that forms, the law or the guidance have for everybody. */
const ofAll =
  /^(?:care and support (?:needs )?assessment|personal budget|estimated (?:personal )?budget|independent support planner)$/i;

/** What is the five's own: their names, places, ways to reach them and terms, however they are written. */
const ofOthers = [
  ...new Set(
    everyCouncilHere
      .filter(({ slug }) => published.has(slug))
      .flatMap(({ name, area, contact, terms, complaints }) =>
        [
          name,
          area,
          contact.phone,
          contact.email,
          contact.url,
          contact.textRelay,
          ...Object.values(terms).flatMap((term) => (term === undefined || ofAll.test(term) ? [] : [term])),
          complaints.role,
        ].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()])),
      ),
  ),
];

describe.each(sixths)('a council that is made of answers, $name', (council) => {
  // The page of all councils names each, and an example of a mail to staff is of one.
  const pages = Object.entries({ ...informationPages(council), ...otherPages(council) }).filter(
    ([name]) => name !== 'councils',
  );
  const mails = Object.entries(everyEmail(council)).filter(([, text]) => !text.includes('/staff/'));

  it('has pages and mails without a name, place, number or term of another council', () => {
    const found = [...pages, ...mails].flatMap(([name, markup]) => {
      // The addresses of links in examples of mails are of one council.
      const text = readableText(markup)
        .replaceAll(/https:\/\/careway\.example\S*/g, '')
        // And what an example of a signature says.
        .replaceAll('Signed for the council Key worker', '')
        .toLowerCase();
      return ofOthers
        .filter((one) => new RegExp(`(?<![\\w-])${one.replaceAll(/[.+?/]/g, '\\$&')}(?![\\w-])`).test(text))
        .map((one) => `${name}: ${one}`);
    });

    expect(found).toEqual([]);
  });

  it('is called by its name, as it is written, and no page is broken by it', async () => {
    for (const name of ['start', 'help', 'journey of a worry', 'confirmation'])
      expect(await htmlFaults(Object.fromEntries(pages)[name] ?? ''), name).toEqual([]);
    expect(readableText(informationPages(council)['start'] ?? '')).toContain(council.name);
    expect(mails.filter(([, text]) => text.includes('&amp;') || text.includes('&#39;')).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('says which number it has not, and none of another', () => {
    const text = readableText(informationPages(council)['journey of a worry'] ?? '');

    expect(text).toContain(
      council.safeguarding?.byDay
        ? '01758 704000'
        : council.contact.phone
          ? 'has not given us a number just for this'
          : 'has not given us a phone number yet',
    );
    expect(text).toContain('has not given us a number yet. If it cannot wait, call the police on 101');
  });
});
