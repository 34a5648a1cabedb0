import type { Council } from '../../schemas/council.ts';
import { render } from '../environment.ts';
import { cookies } from './cookies.ts';
import { found } from './help-search.ts';
import { siteOf } from './pages.ts';
import { helpTopics } from './questions.ts';
import { toldStages } from './stages.ts';

type Of = { readonly council: Council };

/** The longest search that is read; nobody types more, and a page must not repeat a novel. */
const longestSearch = 100;

/** How a council uses what people tell it, and what they can ask of it. */
export const privacyPage = ({ council }: Of): string =>
  render('pages/privacy.njk', { site: siteOf(council), title: 'How we use what you tell us' });

/**
 * What a person with a disability can expect of this service, and what to do where it fails them.
 *
 * It follows the structure of the model statement that Commission Implementing Decision (EU) 2018/1523 set, which SI 2018/852
 * (the accessibility regulations for public bodies), regulation 8, keeps in use.
 */
export const accessibilityPage = ({ council }: Of): string =>
  render('pages/accessibility.njk', {
    site: siteOf(council),
    title: 'Accessibility statement',
    // The day on which someone last read the statement against the pages.
    reviewedOn: '21 November 2026',
  });

/** The cookies of this service and what each is for. */
export const cookiesPage = ({ council }: Of): string =>
  render('pages/cookies.njk', { site: siteOf(council), title: 'Cookies', cookies });

/**
 * Questions and answers, the stages, the council's words explained, and how to reach it.
 *
 * @param input.search what a person looked for; it is shown again, and narrows questions and words to those that have it
 */
export const helpPage = ({ council, search }: Of & { search?: string | undefined }): string => {
  const looked = (search ?? '').trim().slice(0, longestSearch);
  const all = helpTopics(council);
  const questions = found(
    all.flatMap((topic) => topic.questions),
    looked,
    ({ question, answer, also }) => ({ title: question, rest: [...answer, also].join(' ') }),
  );
  const glossary = found(council.glossary ?? [], looked, ({ term, meaning }) => ({ title: term, rest: meaning }));
  const count = questions.length + glossary.length;
  const site = siteOf(council);
  return render('pages/help.njk', {
    site,
    title: looked === '' ? 'Help and contact' : `${looked} - Help and contact`,
    search: looked,
    result: count === 1 ? '1 result' : `${count} results`,
    nothing: count === 0,
    topics: looked === '' ? all : [{ title: 'Questions and answers', questions }],
    stages: toldStages(council),
    glossary: glossary.map(({ term, meaning, see = [] }) => ({
      id: wordId(term),
      term,
      meaning,
      see: see.map((other) => ({ text: other, href: `${site.url}/help#${wordId(other)}` })),
    })),
  });
};

const wordId = (term: string): string => `word-${term.toLowerCase().replaceAll(' ', '-')}`;
