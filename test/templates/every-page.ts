import { timeForForm, timeInWords } from '../../domain/forms/time-needed.ts';
import { type Council, estimateName } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { linkMailTemplate, mailTemplate, type PersonMail, staffMailTemplate } from '../../schemas/mail.ts';
import { journeyDrawn } from '../../services/apply/journey-drawn.ts';
import { supportDirectory } from '../../services/apply/support-directory.ts';
import { printable } from '../../services/mail/links.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { linkEmail, personEmail, staffEmail } from '../../templates/emails/emails.ts';
import { formStartPage } from '../../templates/pages/draft-pages.ts';
import { feedbackPage, feedbackSentPage } from '../../templates/pages/feedback-pages.ts';
import { accessibilityPage, cookiesPage, helpPage, privacyPage } from '../../templates/pages/information-pages.ts';
import { confirmationPage, councilsPage, problemPage, startPage, statusPage } from '../../templates/pages/pages.ts';
import { questionView } from '../../templates/pages/question-view.ts';
import { noDraftPage } from '../../templates/pages/return-pages.ts';
import { casePages, returnPages } from './case-page-examples.ts';
import { anIndication, personMail, staffMail, startWords } from './fixtures.ts';

const councils = createCouncils(everyCouncil());

const catalogues = new Map(
  await Promise.all(councils.slugs.map(async (slug) => [slug, await supportOf(slug)] as const)),
);

/** All councils whose data the project holds. */
export const everyCouncilHere: readonly Council[] = councils.slugs.map((slug) => councils.known(slug));

const support = (council: Council, asked: Readonly<Record<string, string>>): string =>
  supportDirectory(catalogues.get(council.slug) ?? [], council, asked);

/** The information pages of a council, by their name. */
export const informationPages = (council: Council): Readonly<Record<string, string>> => ({
  start: startPage({ council, ...startWords }),
  help: helpPage({ council }),
  'help found': helpPage({ council, search: 'review' }),
  'help not found': helpPage({ council, search: 'zebra' }),
  'what help there is': support(council, {}),
  'what help there is, found': support(council, { outcome: 'home-safely', for: 'adult' }),
  'what help there is, not found': support(council, { words: 'zebra' }),
  feedback: feedbackPage({ council, typed: { about: '/help', useful: '', words: '', key: 'a-key' }, problems: [] }),
  'feedback sent': feedbackSentPage({ council }),
  journey: journeyDrawn(council),
  'journey of a carer': journeyDrawn(council, 'carer'),
  'journey of two': journeyDrawn(council, 'together'),
  'journey after hospital': journeyDrawn(council, 'hospital'),
  'journey of a short time': journeyDrawn(council, 'short-term'),
  'journey of a worry': journeyDrawn(council, 'safety'),
  privacy: privacyPage({ council }),
  accessibility: accessibilityPage({ council }),
  cookies: cookiesPage({ council }),
});

const sentPage = (council: Council, rest: Partial<Parameters<typeof confirmationPage>[0]>): string =>
  confirmationPage({
    council,
    reference: 'K7M-29QX-T4F',
    outsideArea: false,
    targetOn: 'Monday 16 February 2026',
    ...rest,
  });

/** Every form that opens a case, its start page and all its questions as one page, for oneself and for Rose. */
const formWords = (council: Council): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...applicationForms.values()].flatMap((form) =>
      ['me', 'helper'].map((filledInBy) => [
        `form: ${form.id}, by ${filledInBy}`,
        formStartPage({ council, form, time: timeInWords(timeForForm(form)), parts: { least: 7, most: 8 } }) +
          wordsOf(form, { filledInBy, firstName: 'Rose', carerFirstName: 'Ada' }),
      ]),
    ),
  );

const wordsOf = (form: Form, values: Record<string, string>): string =>
  form.sections
    .flatMap((section) => section.pages.map((page) => ({ section, page, questions: page.questions })))
    .map((visit) => questionView(form, visit, { values, problems: [] }))
    .flatMap(({ heading, guidance, fields }) => [
      heading,
      ...guidance,
      ...fields.flatMap((field) => [
        field.label,
        field.hint,
        ...('items' in field ? field.items.flatMap(({ text, hint }) => [text, hint?.text ?? '']) : []),
      ]),
    ])
    .map((line) => `<p>${line}</p>`)
    .join('');

/** The pages that come after a form, of coming back to one, of a case, and those that say that something is not there. */
export const otherPages = (council: Council): Readonly<Record<string, string>> => ({
  confirmation: confirmationPage({
    council,
    reference: 'K7M-29QX-T4F',
    indication: anIndication('may-be-eligible'),
    outsideArea: true,
    toConfirm: true,
    targetOn: 'Monday 16 February 2026',
  }),
  'confirmation of a referral': sentPage(council, { way: 'referral' }),
  'confirmation of a referral without agreement': sentPage(council, { way: 'referral-not-agreed' }),
  'confirmation of a call for help': sentPage(council, { way: 'help-now', readOn: 'Monday 5 January 2026' }),
  'form of a newer version': noDraftPage({ council, newerUntil: 'Monday 16 February 2026' }),
  ...formWords(council),
  status: statusPage({
    council,
    reference: 'K7M-29QX-T4F',
    stage: 'plan',
    now: 'We have your request.',
    next: 'We will be in touch.',
    facts: [{ label: 'We got it on', value: 'Monday 5 January 2026' }],
  }),
  councils: councilsPage({ councils: everyCouncilHere }),
  problem: problemPage({ title: 'Page not found', detail: 'Check the address.', council }),
  ...returnPages(council),
  ...casePages(council),
});

/** What an email to a person holds of a council, from the council's data alone. */
export const mailOf = (council: Council): PersonMail => ({
  ...personMail,
  ...(personMail.keyWorker && { keyWorker: { ...personMail.keyWorker, word: council.terms.keyWorker } }),
  council: {
    ...printable(council),
    worker: council.terms.worker,
    keyWorker: council.terms.keyWorker,
    assessment: council.terms.assessment,
    firstBudget: estimateName(council.terms),
    complaintsRole: council.complaints.role,
  },
});

/** The text of every email, in the words of one council. */
export const everyEmail = (council: Council): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(mailTemplate.options.map((name) => [name, personEmail(name, mailOf(council)).text])),
  ...Object.fromEntries(
    linkMailTemplate.options.map((name) => [
      name,
      linkEmail(name, {
        council: printable(council),
        url: 'https://careway.example/leicestershire/return',
        until: 'Monday 16 February 2026',
        ...(name === 'confirm-address' && personMail.form && { form: personMail.form }),
      }).text,
    ]),
  ),
  ...Object.fromEntries(
    staffMailTemplate.options.map((name) => [name, staffEmail(name, { ...staffMail, councilName: council.name }).text]),
  ),
});
