import type { Column, Form, Page, Question } from './form-language.ts';
import { inEnglish, type Spoken } from './say.ts';

/**
 * A question list in another language: the same list, with its words looked up by ids that stay (`question.dateOfBirth.label`,
 * `question.formats.option.braille`, `page.safety.guidance.1`). There is no second list, so pages, conditions and checks are the same.
 */
export type FormText = {
  readonly id: string;
  readonly english: string;
  /** Of whom braces without a name speak. */
  readonly about?: Question['about'];
};

type Put = (text: FormText) => string;

/** A question or column with its words put anew. Its kind stays as it is. */
const putAsked = <T extends Question | Column>(asked: T, at: string, put: Put): T => {
  const about = 'about' in asked && asked.about ? { about: asked.about } : {};
  const of = (id: string, english: string) => put({ id: `${at}.${id}`, english, ...about });
  const easy = 'easyRead' in asked ? asked.easyRead : undefined;
  return {
    ...asked,
    label: of('label', asked.label),
    name: of('name', asked.name),
    error: of('error', asked.error),
    ...(asked.hint && { hint: of('hint', asked.hint) }),
    ...(easy && { easyRead: { ...easy, label: of('easy', easy.label) } }),
    ...('options' in asked && {
      options: asked.options.map((option) => ({
        ...option,
        label: of(`option.${option.value}`, option.label),
        ...(option.hint && { hint: of(`option.${option.value}.hint`, option.hint) }),
        ...(option.easyRead && {
          easyRead: { ...option.easyRead, label: of(`option.${option.value}.easy`, option.easyRead.label) },
        }),
      })),
    }),
    ...(asked.type === 'date' &&
      asked.minimumAge && {
        minimumAge: { ...asked.minimumAge, error: of('too-young', asked.minimumAge.error) },
      }),
    ...(asked.type === 'table' && {
      row: of('row', asked.row),
      columns: asked.columns.map((column) => putAsked(column, `${at}.column.${column.id}`, put)),
    }),
  };
};

const putLinks = (links: Page['links'], at: string, put: Put) =>
  links && {
    links: links.map((link) => ({ ...link, text: put({ id: `${at}.link.${link.path}`, english: link.text }) })),
  };

const putPage = (page: Page, put: Put): Page => {
  const at = `page.${page.id}`;
  const about = page.questions[0]?.about;
  return {
    ...page,
    ...(page.title && { title: put({ id: `${at}.title`, english: page.title, ...(about && { about }) }) }),
    ...(page.guidance && {
      guidance: page.guidance.map((english, line) => put({ id: `${at}.guidance.${line + 1}`, english })),
    }),
    ...putLinks(page.links, at, put),
    ...(page.oneNeeded && {
      oneNeeded: { ...page.oneNeeded, error: put({ id: `${at}.one-needed`, english: page.oneNeeded.error }) },
    }),
    questions: page.questions.map((question) => putAsked(question, `question.${question.id}`, put)),
  };
};

const parties = ['subject', 'carer', 'cared'] as const;

const putForm = (form: Form, put: Put): Form => {
  const { answering } = form;
  return {
    ...form,
    title: put({ id: 'title', english: form.title }),
    send: put({ id: 'send', english: form.send }),
    intro: form.intro.map((english, line) => put({ id: `intro.${line + 1}`, english })),
    ...(form.ready && { ready: form.ready.map((english, line) => put({ id: `ready.${line + 1}`, english })) }),
    ...(answering && {
      answering: {
        ...answering,
        ...Object.fromEntries(
          parties.flatMap((name) => {
            const party = answering[name];
            return party ? [[name, { ...party, unnamed: put({ id: `who.${name}`, english: party.unnamed }) }]] : [];
          }),
        ),
      },
    }),
    exits: form.exits.map((exit) => ({
      ...exit,
      title: put({ id: `exit.${exit.id}.title`, english: exit.title }),
      body: exit.body.map((english, line) => put({ id: `exit.${exit.id}.body.${line + 1}`, english })),
      ...putLinks(exit.links, `exit.${exit.id}`, put),
    })),
    sections: form.sections.map((section) => {
      const about = section.pages[0]?.questions[0]?.about;
      return {
        ...section,
        title: put({ id: `part.${section.id}.title`, english: section.title, ...(about && { about }) }),
        ...(section.hint && { hint: put({ id: `part.${section.id}.hint`, english: section.hint }) }),
        pages: section.pages.map((page) => putPage(page, put)),
      };
    }),
  };
};

/** Every text of a list that people read, by its id, in the order in which it is read. */
export const textsOf = (form: Form): FormText[] => {
  const found: FormText[] = [];
  putForm(form, (text) => {
    found.push(text);
    return text.english;
  });
  return found;
};

/** Stands between the two voices of one text; nobody can type it, since control characters are taken out of what is typed. */
const turn = '\u{1E}';

/** The parts of a text that has two voices: to oneself, of whom it speaks, and of somebody else. */
export const voicesOf = (text: string): { self: string; party: string; other: string } | undefined => {
  if (!text.includes(turn)) return undefined;
  const [self = '', party = '', other = ''] = text.split(turn);
  return { self, party, other };
};

/** Braces that speak of somebody, so that a translation has two voices. */
export const speaksOf = /\{(?:(subject|carer|cared):)?(?!signing\}|else\}|\d)[A-Za-z]+(?: [a-z]+)?\}/;

const made = new WeakMap<Form, WeakMap<Spoken, Form>>();

/** The list in a language, put together once. What has no translation stays English, and is marked so. */
export const translatedForm = (form: Form, words: Spoken | undefined): Form => {
  if (words === undefined) return form;
  const known = made.get(form)?.get(words);
  if (known) return known;
  const put: Put = ({ id, english }) => {
    const found = words.forms[form.id]?.[id];
    if (found === undefined) return inEnglish(english);
    if (typeof found === 'string') return found;
    return [found.self, speaksOf.exec(english)?.[1] ?? '', found.other].join(turn);
  };
  const whole = putForm(form, put);
  const of = made.get(form) ?? new WeakMap<Spoken, Form>();
  made.set(form, of.set(words, whole));
  return whole;
};
