import type {
  Email,
  LinkMail,
  LinkMailTemplate,
  MailTemplate,
  PersonMail,
  SentForm,
  StaffMail,
  StaffMailTemplate,
} from '../../schemas/mail.ts';
import {
  inEnglish,
  isEasyNow,
  marked,
  msg,
  pageLanguage,
  said,
  say,
  spokenNow,
  unmarked,
  writtenIn,
} from '../../schemas/say.ts';
import { inEasyLines, textInEasyLines } from '../easy-lines.ts';
import { render } from '../environment.ts';
import { wordsIn } from '../glossary.ts';

/**
 * Subjects may be read over a shoulder or on a locked screen, so none says what the request is about or how it went. The council's name
 * stands before each, by which a reader knows who writes.
 */
const subjects: Readonly<Record<MailTemplate, string>> = {
  'application-received': msg`we have your request`,
  'short-term-arranged': msg`something was arranged`,
  'decision-made': msg`something to read`,
  'advice-given': msg`information for you`,
  'estimate-ready': msg`something to read`,
  'money-wanted': msg`we need to hear from you`,
  'charge-ready': msg`something to read`,
  'plan-to-write': msg`something for you to answer`,
  'plan-to-agree': msg`something for you to answer`,
  'plan-changes-wanted': msg`what happens next`,
  'plan-agreed': msg`what happens next`,
  'plan-revised': msg`what happens next`,
  'plan-changed': msg`something to read`,
  'plan-not-agreed': msg`what happens next`,
  'support-set-up': msg`something was arranged`,
  'review-coming': msg`a date to keep in mind`,
  'review-to-sign': msg`something for you to sign`,
  'reassessment-begun': msg`what happens next`,
  'answer-ready': msg`we have answered you`,
  'complaint-received': msg`we have what you sent`,
  'complaint-acknowledged': msg`we have read what you sent`,
  'complaint-answered': msg`we have answered you`,
  'key-worker-changed': msg`who to talk to`,
  'case-closed': msg`your request is closed`,
  'news-waiting': msg`what we had to tell you`,
  'support-ending': msg`something to read now`,
  'advocate-arranged': msg`someone to help you`,
  'wait-looked-at': msg`about the wait`,
  'pass-on-to-carer': msg`a message to pass on`,
  'plan-news': msg`there is news to read`,
  'budget-fixed': msg`a letter is ready to read`,
  'delay-explained': msg`a new day`,
  'running-late': msg`later than we said`,
  'visit-arranged': msg`a day is arranged`,
  'visit-changed': msg`a day has changed`,
  'visit-cancelled': msg`a day is called off`,
  'visit-missed': msg`we arrange another day`,
  'visit-coming': msg`a day that is coming`,
  'case-reopened': msg`your request is open again`,
  'case-duplicate': msg`we go on with one request`,
};

/** A form as its reader knows it: by the title that they filled it in under. */
const named = (form: SentForm | undefined): SentForm | undefined => {
  const words = spokenNow();
  if (form === undefined || words === undefined) return form;
  const title = words.forms[form.list]?.['title'];
  return { ...form, title: typeof title === 'string' ? title : inEnglish(form.title) };
};

const tasksOf = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`;

const staffSubjects: Readonly<
  Record<StaffMailTemplate, (tasks: StaffMail['tasks'], all: number, counts: StaffMail['counts']) => string>
> = {
  'task-opened': ([task]) =>
    task === undefined ? 'A new task' : `${task.title} (${task.reference}), due ${task.dueOn}`,
  'work-taken-back': ([task]) =>
    task === undefined ? 'A task is taken back' : `Taken back: ${task.title} (${task.reference})`,
  'overdue-digest': (_, all, { late, today } = { late: all, today: 0 }) => {
    if (late > 0)
      return `You have ${late} late ${late === 1 ? 'task' : 'tasks'}${today > 0 ? `, and ${today} due today` : ''}`;
    return today > 0 ? `You have ${tasksOf(today)} due today` : `You have ${tasksOf(all)}`;
  },
  'visit-in-calendar': ([task]) =>
    task === undefined ? 'A visit' : `${task.title} (${task.reference}), ${task.dueOn}`,
  'task-reminder': (_, all) => `${tasksOf(all)} due soon`,
  'work-handed-on': (_, all) => `${tasksOf(all)} from a colleague`,
  'back-at-work': (_, all) => `While you were away: ${tasksOf(all)}`,
  'record-opened': () => 'Someone has opened a record that few may see',
  'task-escalated': (_, all) => `${all} late ${all === 1 ? 'task is' : 'tasks are'} with you`,
};

const linkSubjects: Readonly<Record<LinkMailTemplate, string>> = {
  'sign-in-link': msg`your link to come back to us`,
  'draft-lapsing': msg`what you started will be deleted`,
  'fill-in-together': msg`someone has asked you to do something together`,
  'confirm-address': msg`please confirm your email address`,
  'plan-invitation': msg`someone asks for your help`,
  'details-changed': msg`your contact details were changed`,
  'review-request-received': msg`we have what you sent us`,
};

/**
 * A name that may be printed in a mail, or undefined.
 *
 * Anyone can send the public form with someone else's address. A "first name" that carries a link or a message would make the
 * council's mail the carrier of it, so whatever is not plainly a name is left out.
 */
const printableName = (name: string | undefined): string | undefined => {
  const tidy = name?.trim() ?? '';
  return /^\p{L}[\p{L}\p{M}'’ -]{0,39}$/u.test(tidy) ? tidy : undefined;
};

const plainText = (text: string): string => `${text.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;

/** The council's own words in a mail to a person, with what they mean: in English, whatever language the mail is in. */
const explainedIn = (text: string, glossary: LinkMail['council']['glossary']): Email['text'][] => {
  const words = wordsIn(text, glossary && [...glossary]);
  if (words.length === 0) return ['', ''];
  const entity: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  const escaped = (said: string) => said.replaceAll(/[&<>]/g, (character) => entity[character] ?? '');
  const spoken = spokenNow() ? ' lang="en-GB" dir="ltr"' : '';
  const rows = words.map(({ term, meaning }) => `<p><strong>${escaped(term)}:</strong> ${escaped(meaning)}</p>`);
  return [
    `\n\nWhat the words mean\n\n${words.map(({ term, meaning }) => `${term}: ${meaning}`).join('\n')}\n`,
    `<div${spoken}><h2>What the words mean</h2>\n${rows.join('\n')}</div>\n`,
  ];
};

const finished = (
  template: string,
  subject: string,
  data: { readonly council?: Pick<LinkMail['council'], 'glossary'>; readonly [more: string]: unknown },
): Email => {
  const isEasy = isEasyNow();
  const all = { ...data, ...pageLanguage(), subject: unmarked(subject) };
  const written = plainText(unmarked(render(`emails/${template}.txt.njk`, all)));
  const [wordsText = '', wordsHtml = ''] = explainedIn(written, data.council?.glossary);
  const text = wordsText === '' ? written : plainText(`${written}${wordsText}`);
  const html = marked(render(`emails/${template}.html.njk`, all)).replace('</main>', () => `${wordsHtml}</main>`);
  return {
    subject: all.subject,
    text: isEasy ? textInEasyLines(text) : text,
    html: isEasy ? inEasyLines(html) : html,
  };
};

/**
 * An email to the person or to who helps them, in HTML and in plain text. It carries nothing of the case but its reference, a
 * first name and what to do next.
 *
 * @throws Error if `review-coming` is asked for without `review`
 */
export const personEmail = (template: MailTemplate, data: PersonMail): Email => {
  const firstName = printableName(data.firstName);
  const about = data.about === undefined ? undefined : (printableName(data.about) ?? say`the person you help`);
  return finished(template, `${data.council.name}: ${said(subjects[template])} (${data.reference})`, {
    greeting: firstName === undefined ? say`Hello` : say`Hello ${firstName}`,
    about,
    whose: about === undefined ? say`your` : say`${about}’s`,
    whoseCapital: about === undefined ? say`Your` : say`${about.charAt(0).toUpperCase() + about.slice(1)}’s`,
    reference: data.reference,
    council: data.council,
    asked: data.asked,
    statusUrl: data.statusUrl,
    caseUrl: data.caseUrl,
    reviewRequestUrl: data.reviewRequestUrl,
    supportUrl: data.supportUrl,
    carerFormUrl: data.carerFormUrl,
    form: named(data.form),
    targetOn: data.targetOn,
    hearBy: data.hearBy,
    support: data.support,
    keyWorker: data.keyWorker,
    copyComes: data.copyComes,
    hadPlan: data.hadPlan ?? false,
    review: data.review,
    visits: data.visits ?? [],
    goesOnWith: data.goesOnWith,
    waiting: data.waiting ?? [],
    confirmed: data.confirmed ?? false,
  });
};

/** An email to a member of staff or a team's mailbox. Its links lead to pages behind sign-in, and nothing acts when they are opened. */
export const staffEmail = (template: StaffMailTemplate, data: StaffMail): Email =>
  writtenIn(undefined, () => staffMailOf(template, data));

const staffSubject = (template: StaffMailTemplate, { tasks, more = 0, counts, feedback }: StaffMail): string =>
  tasks.length === 0 && feedback
    ? `${feedback.said} told us about our pages`
    : staffSubjects[template](tasks, tasks.length + more, counts);

const staffMailOf = (template: StaffMailTemplate, data: StaffMail): Email =>
  finished(template, staffSubject(template, data), {
    greeting: `Hello ${data.to}`,
    more: data.more ?? 0,
    restUrl: data.restUrl,
    about: data.about,
    feedback: data.feedback,
    counts: data.counts ?? { late: data.tasks.length, today: 0 },
    councilName: data.councilName,
    tasks: data.tasks.map(({ person, ...task }) => ({ ...task, person: printableName(person) })),
  });

/** An email with a link and nothing personal: whoever reads over a shoulder learns only that someone wrote to the council. */
export const linkEmail = (template: LinkMailTemplate, data: LinkMail): Email =>
  finished(template, `${data.council.name}: ${said(linkSubjects[template])}`, { ...data, form: named(data.form) });
