import { beforeAll, describe, expect, it } from 'vitest';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import {
  type Condition,
  type Form,
  type Page,
  type Question,
  questionsOf,
  type Section,
} from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { isAskedOfTypist, spoken, spokenTitle } from '../../schemas/voices.ts';
import { documentQuestionPage } from '../../templates/pages/document-pages.ts';
import { questionPage, stopPage } from '../../templates/pages/draft-pages.ts';
import { questionView } from '../../templates/pages/question-view.ts';
import { council } from './fixtures.ts';
import { readableText } from './page-inputs.ts';

/*
 * Every page of every form that opens a case, in every voice, as it is rendered: nobody reads a “you” that is meant for another.
 */

/** Whoever is spoken to, or speaks. “May” and “mine” are words of their own. */
const spokenTo = /\b(you|your|yours|yourself|I|me|my|mine|myself)\b/i;

type Voice = { form: Form; who: string | undefined; answers: Answers };
type Visit = { section: Section; page: Page; questions: readonly Question[] };

const typistsOf = (form: Form): (string | undefined)[] => {
  const who = questionsOf(form).find(({ question }) => question.id === form.answering?.question)?.question;
  return who?.type === 'choice' ? who.options.map(({ value }) => value) : [undefined];
};

/** Nobody is named at first; then everybody is. */
const names: Answers = { firstName: 'Rose', lastName: 'Okafor', carerFirstName: 'Ada', personAgrees: 'yes' };
const voices: Voice[] = [...applicationForms.values()].flatMap((form) =>
  typistsOf(form).flatMap((who) =>
    [{}, names].map((known) => ({
      form: pageByPage(form),
      who,
      answers: { ...known, ...(who && { filledInBy: who }) },
    })),
  ),
);
const described = voices.map((voice) => ({
  ...voice,
  name: `${voice.form.id} by ${voice.who ?? 'a professional'}, ${'firstName' in voice.answers ? 'named' : 'not named yet'}`,
}));

/** Whether a page may be put to this typist, whatever else they answer. */
const mayHold = (when: Condition | undefined, { form, who }: Voice): boolean => {
  if (when === undefined) return true;
  if ('all' in when) return when.all.every((part) => mayHold(part, { form, who, answers: {} }));
  if ('any' in when) return when.any.some((part) => mayHold(part, { form, who, answers: {} }));
  return when.question !== form.answering?.question || ('is' in when && when.is.includes(who ?? ''));
};

const visitsOf = (voice: Voice): Visit[] =>
  voice.form.sections.flatMap((section) =>
    section.pages
      .map((page) => ({ section, page, questions: page.questions.filter(({ when }) => mayHold(when, voice)) }))
      .filter(({ page, questions }) => mayHold(page.when, voice) && questions.length > 0),
  );

/** Everything wrong at once, so that errors are read too. */
const stateOf = ({ answers }: Voice, { questions }: Visit, easyRead: boolean) => ({
  values: answers,
  problems: questions.map(({ id, error }) => ({ field: id, message: error })),
  easyRead,
});

const render = (voice: Voice, visit: Visit): string => {
  const { form } = voice;
  const [question] = visit.questions;
  const shared = { council, form, visit, csrf: '', seen: '', back: '/', ...stateOf(voice, visit, false) };
  return question?.type === 'file'
    ? documentQuestionPage({ ...shared, change: false, held: [], most: 5, upload: undefined, refused: undefined })
    : questionPage(shared);
};

/** What a page says of its own, beside the form: to whoever types. */
const ofThePage =
  /There is a problem|Save and come back later|See all parts of the form|Easy read with pictures|Go back to the plain words|Exit this page|You can enter up to \d+ characters/g;

const mainOf = (html: string): string =>
  readableText(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(ofThePage, '');

/** Pages on which nobody is asked of themselves. */
const ofAnother = (voice: Voice, { questions }: Visit): boolean =>
  questions.every((question) => question.about !== 'typist' && !isAskedOfTypist(voice.form, question, voice.answers)) &&
  // The two of a joint form are “you” in what the other is asked.
  !(voice.form.answering?.carer?.name !== undefined && (voice.who === 'me' || voice.who === 'carer')) &&
  // So is a carer in what is asked of the help that they give.
  !questions.some(({ about }) => about === 'carer' && voice.who === 'me');

describe('what is written in a form', () => {
  it.each([...applicationForms.values()])('$id says “you” to whoever types, and to nobody else', (form) => {
    const wrong = questionsOf(form)
      .filter(({ question }) => question.about !== 'typist')
      .flatMap(({ page, question }) =>
        [
          question.label,
          question.hint,
          question.easyRead?.label,
          ...(page.questions[0] === question ? [page.title, ...(page.guidance ?? [])] : []),
        ]
          .filter((text) => text !== undefined)
          .filter((text) => spokenTo.test(text.replaceAll(/\{[^}]*\}/g, '')))
          .map((text) => `${question.id}: ${text}`),
      );

    expect(wrong).toEqual([]);
  });

  it.each([...applicationForms.values()])('$id has nobody in its options, errors and names of questions', (form) => {
    const wrong = questionsOf(form)
      .filter(({ question }) => question.id !== form.answering?.question)
      .flatMap(({ question }) => [
        // Whoever types is asked of themselves there, beside the same questions about another.
        question.about === 'typist' ? question.error?.replace(spokenTo, '') : question.error,
        question.name,
        ...('options' in question
          ? question.options.flatMap(({ label, hint, easyRead }) => [label, hint, easyRead?.label])
          : []),
        ...(question.type === 'table' ? question.columns.flatMap(({ label, error }) => [label, error]) : []),
      ])
      .filter((text) => text !== undefined && (spokenTo.test(text) || text.includes('{')));

    expect(wrong).toEqual([]);
  });
});

describe.each(described)('$name', (voice) => {
  const visits = visitsOf(voice);
  const both = visits.flatMap((visit) => [false, true].map((easyRead) => ({ visit, easyRead })));
  let pages: { visit: Visit; html: string }[] = [];
  beforeAll(() => {
    pages = visits.map((visit) => ({ visit, html: render(voice, visit) }));
  });

  it('leaves no word open on any page', () => {
    const open = pages.filter(({ html }) => /\{(?!\{)[A-Za-z: ]+\}/.test(readableText(html)));

    expect(open.map(({ visit }) => visit.page.id)).toEqual([]);
    expect(visits.length).toBeGreaterThan(4);
  });

  it('reads no “you” on a page that is about another', () => {
    const wrong = pages
      .filter(({ visit }) => ofAnother(voice, visit))
      .map(({ visit, html }) => ({ page: visit.page.id, text: mainOf(html) }))
      .filter(({ text }) => spokenTo.test(text));

    expect(wrong).toEqual([]);
  });

  it('reads no “you” in a question that is about another, in plain words and in easy ones', () => {
    const said = both.flatMap(({ visit, easyRead }) =>
      visit.questions.flatMap((question) => {
        const one = { ...visit, questions: [question] };
        const { fields } = questionView(voice.form, one, stateOf(voice, visit, easyRead));
        return fields.map(({ label, hint, html }) => ({
          one,
          text: `${question.id}: ${label} ${hint} ${readableText(html)}`,
        }));
      }),
    );

    expect(said.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
    expect(said.filter(({ one, text }) => ofAnother(voice, one) && spokenTo.test(text))).toEqual([]);
  });

  it('speaks of “the person” only where it is somebody else', () => {
    const own = voice.who === 'me' && voice.form.answering?.carer?.name === undefined;
    const said = pages.map(({ html }) => mainOf(html));
    const third = /the person (?:you care for|cared for)/gi;
    const wrong = said.filter((text) => /\bthe person\b/i.test(text.replaceAll(third, '')));

    expect(own ? wrong : []).toEqual([]);
  });

  it('asks whoever types to sign once, in their own name, and nobody to sign as another', () => {
    const signed = visits.flatMap(({ questions }) => questions.filter(({ type }) => type === 'sign'));

    expect(signed.map(({ about }) => about)).toEqual(voice.form.id === 'help-now' ? [] : ['typist']);
  });

  it('asks the same thing of the same one once: name, birth, address, GP, phone', () => {
    const asked = visits
      .flatMap(({ page, questions }) => questions.map((question) => ({ page, question })))
      .filter(({ question: { id } }) => /(name|dateOfBirth|addressLine1|postcode|phone|email|gpPractice)$/i.test(id))
      .map(({ page, question: { label, about } }) =>
        [spokenTitle(voice.form, voice.answers, page), spoken(voice.form, voice.answers, label, about)].join(': '),
      );

    expect(asked.filter((one, at) => asked.indexOf(one) !== at)).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
  });

  it('speaks to each of two by name or as “you”, and never of “them” where it may be either', () => {
    const two = voice.form.answering?.carer?.name !== undefined;
    const said = visits.flatMap(({ questions }) =>
      questions.map(({ label, about }) => spoken(voice.form, voice.answers, label, about)),
    );
    const unclear = said.filter((one) => /^(Carer|Person): |(do|helps|care for|Who (is|are) .* to) them\b/.test(one));

    expect(two ? unclear : []).toEqual([]);
  });

  it('asks nobody whether “the person” or “the carer” does, who is “you”', () => {
    const { subject, carer } = voice.form.answering ?? {};
    const own = [subject, carer].filter((one) => one?.is.includes(voice.who as 'me'));
    const said = visits.flatMap(({ questions }) =>
      questions.flatMap(({ label, hint, about }) => [
        spoken(voice.form, voice.answers, label, about),
        spoken(voice.form, voice.answers, hint ?? '', about),
      ]),
    );
    const third = said.filter((one) =>
      own.some(
        (party) => party !== undefined && new RegExp(`\\b${party.unnamed}\\b(?! (you care|cared) for)`, 'i').test(one),
      ),
    );

    expect(third).toEqual([]);
  });

  it('leaves no word open where the form is not the way', () => {
    const stops = voice.form.exits.map((exit) =>
      stopPage({ council, form: voice.form, answers: voice.answers, exit, change: '/', keptUntil: 'Monday' }),
    );

    expect(stops.filter((html) => /\{[A-Za-z: ]+\}/.test(readableText(html)))).toEqual([]);
    expect(stops.length).toBeGreaterThan(1);
  });
});

describe('a signature', () => {
  const said = (form: Form | undefined, answers: Answers) =>
    form && spoken(form, { firstName: 'Rose', carerFirstName: 'Ada', ...answers }, '{signing}');
  const needs = applicationForms.get('needs-assessment');
  const referral = applicationForms.get('referral');
  const joint = applicationForms.get('joint-assessment');

  it.each([
    { form: needs, answers: { filledInBy: 'me' }, says: 'as far as you know, it is true' },
    {
      form: needs,
      answers: { filledInBy: 'helper', personAgrees: 'yes' },
      says: 'you filled this in for Rose as a relative or friend, that Rose agrees, and that as far as you know, it is true',
    },
    {
      form: needs,
      answers: { filledInBy: 'carer', personAgrees: 'no', helperAuthority: 'lpa-health' },
      says: 'you filled this in for Rose as their carer, that you have the right that you told us of, and that as far as you know, it is true',
    },
    {
      form: needs,
      answers: { filledInBy: 'helper', personAgrees: 'no', helperAuthority: 'best-interests' },
      says: 'you filled this in for Rose as a relative or friend, that it is best for Rose, who cannot decide this, and that as far as you know, it is true',
    },
    {
      form: referral,
      answers: { personAgrees: 'no', helperAuthority: 'none' },
      says: 'you filled this in for Rose as part of your job, that Rose has not agreed, and that as far as you know, it is true',
    },
    {
      form: joint,
      answers: { filledInBy: 'helper', personAgrees: 'yes' },
      says: 'you filled this in for Rose and Ada as a relative or friend, that Rose and Ada agree, and that as far as you know, it is true',
    },
    {
      form: joint,
      answers: { filledInBy: 'me' },
      says: 'you filled this in for yourself and Ada, that Ada agrees, and that as far as you know, it is true',
    },
    {
      form: joint,
      answers: { filledInBy: 'carer' },
      says: 'you filled this in for yourself and Rose, that Rose agrees, and that as far as you know, it is true',
    },
  ])('is of whoever types, in their role: $says', ({ form, answers, says }) => {
    expect(said(form, answers)).toBe(says);
  });
});

describe('words in braces', () => {
  const form = applicationForms.get('needs-assessment') as Form;
  const said = (filledInBy: string, text: string) => spoken(form, { filledInBy, firstName: 'Rose' }, text);

  it.each([
    { text: 'What is {your} name?', me: 'What is your name?', helper: 'What is Rose’s name?' },
    { text: '{Do you} live here?', me: 'Do you live here?', helper: 'Does Rose live here?' },
    { text: 'Where {are you} now?', me: 'Where are you now?', helper: 'Where is Rose now?' },
    { text: 'Someone {you trust}', me: 'Someone you trust', helper: 'Someone Rose trusts' },
    { text: '{They} may do it {themselves}', me: 'You may do it yourself', helper: 'They may do it themselves' },
    { text: 'Who{else} helps?', me: 'Who helps?', helper: 'Who helps?' },
  ])('are put for whoever types: $text', ({ text, me, helper }) => {
    expect([said('me', text), said('helper', text)]).toEqual([me, helper]);
  });

  it('count a carer who types among those who help', () => {
    expect(said('carer', 'Who{else} helps {you}?')).toBe('Who else helps Rose?');
    expect(spoken(form, { filledInBy: 'carer', firstName: 'Rose' }, 'Can {they} help {subject:you}?', 'carer')).toBe(
      'Can you help Rose?',
    );
  });

  it('take no name that is too long for a question', () => {
    expect(spoken(form, { filledInBy: 'helper', firstName: 'R'.repeat(40) }, '{Your} name')).toBe('The person’s name');
  });
});
