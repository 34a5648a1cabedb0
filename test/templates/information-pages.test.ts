import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { routes } from '../../schemas/routes.ts';
import { asset, assetUrl } from '../../templates/assets.ts';
import { cookies } from '../../templates/pages/cookies.ts';
import { cookiesPage, helpPage, privacyPage } from '../../templates/pages/information-pages.ts';
import { helpTopics } from '../../templates/pages/questions.ts';
import { toldStages } from '../../templates/pages/stages.ts';
import { everyCouncilHere, informationPages, otherPages } from './every-page.ts';
import { startWords } from './fixtures.ts';
import { codeInPage, htmlFaults } from './html-faults.ts';
import { readableText } from './page-inputs.ts';

const of = (slug: string) => {
  const found = everyCouncilHere.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`There is no ${slug}`);
  return found;
};
const information = everyCouncilHere.flatMap((council) =>
  Object.entries(informationPages(council)).map(([name, html]) => ({ slug: council.slug, name, html })),
);
const everything = everyCouncilHere.flatMap((council) =>
  Object.entries({ ...informationPages(council), ...otherPages(council) }).map(([name, html]) => ({
    council,
    name,
    html,
  })),
);

/** The public pages that a link may lead to, as patterns of paths. */
const reachable = routes
  .filter(({ site, method }) => site === 'public' && method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
const hrefs = (html: string): string[] => [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href);
const main = (html: string): string => readableText(html.slice(html.indexOf('<main'), html.indexOf('</main>')));

describe('every information page', () => {
  it.each(information)(
    '$name of $slug is valid, accessible HTML with one h1 and no script of its own',
    { timeout: 20_000 },
    async ({ html }) => {
      expect(await htmlFaults(html)).toEqual([]);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(codeInPage);
      expect(html).not.toContain('undefined');
    },
  );

  it.each(information)('$name of $slug is under 40 KB compressed with its stylesheet and script', ({ html }) => {
    const own = (['careway.css', 'careway.js'] as const).map(
      (name) => asset(assetUrl(name).replace('/assets/', ''))?.body ?? '',
    );

    expect(Math.min(...own.map((body) => body.length))).toBeGreaterThan(1000);
    expect([html, ...own].reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(40 * 1024);
  });
});

describe('every page of a council', () => {
  it.each(everything)('$name of $council.slug has links that lead somewhere', ({ html }) => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const paths = hrefs(html)
      .filter((href) => href.startsWith('/'))
      .map((href) => href.replace(/[?#].*/, ''));
    const here = hrefs(html)
      .filter((href) => href.startsWith('#'))
      .map((href) => href.slice(1));

    expect(paths.filter((path) => !reachable.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(here.filter((id) => !ids.has(id))).toEqual([]);
    expect(hrefs(html).filter((href) => !/^(\/|#|https:\/\/|tel:|mailto:)/.test(href))).toEqual([]);
  });

  it.each(everything.filter(({ name }) => name !== 'councils'))(
    '$name of $council.slug leads to help, privacy, cookies and accessibility from its footer',
    ({ council, html }) => {
      const footer = html.slice(html.indexOf('<footer'));

      expect(hrefs(footer)).toEqual(
        expect.arrayContaining(
          ['help', 'privacy', 'cookies', 'accessibility'].map((name) => `/${council.slug}/${name}`),
        ),
      );
    },
  );

  it('points into the help page only where it has such a place', () => {
    const places = everything.flatMap(({ council, html }) =>
      hrefs(html)
        .filter((href) => href.startsWith(`/${council.slug}/help#`))
        .map((href) => ({ council, place: href.split('#')[1] })),
    );

    expect(places.length).toBeGreaterThan(10);
    expect(places.filter(({ council, place }) => !helpPage({ council }).includes(` id="${place}"`))).toEqual([]);
  });
});

describe('the start page', () => {
  it.each(everyCouncilHere)(
    'of $slug says what, who, how long, what to have ready, what it costs and what comes next',
    (council) => {
      const text = main(informationPages(council)['start'] ?? '');

      const facts = [
        `A ${council.terms.assessment} looks at`,
        `18 or over, live in ${council.area}`,
        'Someone else can do it for you',
        startWords.time,
        'doctor’s surgery',
        'Do not use this form to report abuse',
        'call 999',
        'You never pay for the assessment.',
        council.contact.name,
        council.complaints.role,
        ...Object.values(council.notices),
        ...council.eligibilityNotice,
        ...toldStages(council).map(({ title }) => title),
      ];
      expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
    },
  );

  it('has every way to ask that Coventry gives: phone, text relay, email, post, in person, through someone (CV22, CV90, CV91)', () => {
    const text = main(informationPages(of('coventry'))['start'] ?? '');

    const ways = [
      'Phone Ask for Adult Social Care Direct on 024 7683 3003',
      '18001 024 7683 3003',
      'ascdirect@coventry.gov.uk',
      'PO Box 15 Council House Earl Street Coventry CV1 5RR',
      'In person',
      'Through someone',
    ];
    expect(ways.filter((way) => !text.includes(way))).toEqual([]);
  });

  it('names no phone, email or post where Staffordshire gives none, but whom to get in touch with (S46)', () => {
    const text = main(informationPages(of('staffordshire'))['start'] ?? '');

    expect(text).toContain('Get in touch with Staffordshire Cares at Staffordshire County Council');
    expect(text).not.toMatch(/\bPhone\b|Text relay|Email|\bPost\b/);
  });
});

describe('the stages', () => {
  it.each([
    { slug: 'leicestershire', order: ['estimated-budget', 'financial-assessment', 'plan', 'support'] },
    { slug: 'coventry', order: ['estimated-budget', 'financial-assessment', 'plan', 'support'] },
    { slug: 'cambridgeshire', order: ['estimated-budget', 'plan', 'financial-assessment', 'support'] },
    { slug: 'warwickshire', order: ['estimated-budget', 'plan', 'financial-assessment', 'support'] },
  ])('of $slug come in its own order (W1)', ({ slug, order }) => {
    const stages = toldStages(of(slug)).map(({ id }) => id);

    expect(stages).toHaveLength(8);
    expect(stages.slice(3, 7)).toEqual(order);
  });

  it('each have a page and the number at Warwickshire (W18), and neither where a council gives no page', () => {
    const text = main(helpPage({ council: of('warwickshire') }));

    expect(text.match(/More about this stage : [^,]+ , or phone 01926 410410/g)).toHaveLength(8);
    expect(main(helpPage({ council: of('coventry') }))).not.toContain('More about this stage');
  });
});

describe('the help page', () => {
  it.each(everyCouncilHere)('of $slug has every question with its answer, and the contact details', (council) => {
    const text = main(helpPage({ council }));

    const questions = helpTopics(council).flatMap((topic) => topic.questions);
    expect(questions.length).toBeGreaterThanOrEqual(15);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(
      questions.flatMap(({ question, answer }) => [question, ...answer]).filter((part) => !text.includes(part)),
    ).toEqual([]);
    expect(text).toContain(council.contact.phone ?? `Contact ${council.contact.name}`);
  });

  it('searches by a plain form, without a script (S2)', () => {
    expect(helpPage({ council: of('staffordshire') })).toContain(
      '<form method="get" action="/staffordshire/help" role="search"',
    );
  });

  it('shows what was looked for, how much was found, and only that', () => {
    const html = helpPage({ council: of('staffordshire'), search: 'reviews' });

    expect(html).toContain('value="reviews"');
    expect(main(html)).toContain('results for “reviews”');
    expect(main(html)).toContain('What is a review?');
    expect(main(html)).not.toContain('Do I have to pay?');
  });

  it('says “1 result” of one', () => {
    expect(main(helpPage({ council: of('coventry'), search: 'braille' }))).toContain('1 result for “braille”');
  });

  it('says so when nothing is found, what to try, and whom to ask (S2)', () => {
    const text = main(helpPage({ council: of('staffordshire'), search: 'zebra' }));

    expect(text).toContain('Nothing found for “zebra”');
    expect(text).toContain('Try one word');
    expect(text).toContain('Contact Staffordshire Cares');
  });

  it('escapes what was looked for, and reads 100 characters of it', () => {
    const html = helpPage({ council: of('coventry'), search: `"><script>alert(1)</script>${'x'.repeat(200)}` });

    expect(html).not.toMatch(codeInPage);
    expect(html).not.toContain('x'.repeat(75));
  });

  it.each([{ search: undefined }, { search: '' }, { search: '   ' }])(
    'shows everything for a search of $search',
    ({ search }) => {
      expect(helpPage({ council: of('coventry'), search })).toBe(helpPage({ council: of('coventry') }));
    },
  );

  it('explains Warwickshire’s words and leads from one to the other (W19, W20)', () => {
    const html = helpPage({ council: of('warwickshire') });

    expect(html.match(/<dt id="word-/g)).toHaveLength(11);
    expect(html).toContain('<a class="govuk-link" href="/warwickshire/help#word-support-plan">Support plan</a>');
    expect(html).toContain('<a class="govuk-link" href="/warwickshire/help#word-personal-budget">Personal budget</a>');
    expect(helpPage({ council: of('coventry') })).not.toContain('Words we use');
  });

  it('finds a word that is explained', () => {
    expect(main(helpPage({ council: of('warwickshire'), search: 'universal' }))).toContain('1 result for “universal”');
  });

  it('tells the worker’s number first and the council’s contact next (S45, S46)', () => {
    expect(main(helpPage({ council: of('staffordshire') }))).toContain(
      'Call your social care contact or your community wellbeing team if you have the number. If you do not, contact Staffordshire Cares.',
    );
  });
});

describe('the cookies page', () => {
  it('lists every cookie with what it is for and how long it is kept', () => {
    const text = main(cookiesPage({ council: of('coventry') }));

    expect(cookies.flatMap((cookie) => Object.values(cookie)).filter((part) => !text.includes(part))).toEqual([]);
  });
});

describe('the list of cookies', () => {
  it('has every cookie that the code of the public site names', () => {
    const folders = [new URL('../../functions/', import.meta.url), new URL('../../services/', import.meta.url)];
    const named = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/^(staff\/|web\/staff-)/.test(name))
        .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/__Host-careway-[a-z]+/g) ?? []),
    );

    expect(new Set(named).size).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set(cookies.map(({ name }) => name)));
  });
});

describe('the privacy page', () => {
  it('leads to the council’s own notice where it has one, and always to the Information Commissioner', () => {
    const own = privacyPage({ council: { ...of('coventry'), privacyUrl: 'https://council.example/privacy' } });

    expect(own).toContain('href="https://council.example/privacy"');
    expect(privacyPage({ council: of('coventry') })).not.toContain('council.example');
    expect(own).toContain('https://ico.org.uk/make-a-complaint/');
  });

  it('says that no computer decides, and how to ask', () => {
    const text = main(privacyPage({ council: of('coventry') }));

    expect(text).toContain('No computer decides what help you get.');
    expect(text).toContain('024 7683 3003');
  });
});
