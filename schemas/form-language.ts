import * as z from 'zod';

/**
 * The language in which every question list is written as data: sections of pages of questions, with conditions.
 *
 * A form is read by four readers that never disagree: the pages (one question page at a time, task list, check answers),
 * the API (`schemas/answers.ts` builds its body schema), the rules (`domain/forms/forms.ts`) and the documents given to people.
 * Names are flat and lower camel (`dateOfBirth`, `nutritionUnable`), so an answer has the same name in JSON and in HTML. Longer than most files because the whole language is
 * read in one place.
 */

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(60);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const words = z.string().trim().min(2).max(600);
export const sentence = words.regex(/[.?!’”)]$|[a-z0-9)]$/i);
/** What a question is called on the check page and in what is wrong. */
export const questionName = z
  .string()
  .regex(/^[A-Z]/)
  .max(90);

/**
 * When a page or question is asked. `is` holds when the answer is, or includes, one of the listed values.
 *
 * A question that was itself not asked counts as not answered, so conditions never depend on hidden answers.
 */
export type Condition =
  | { question: string; is: string[] }
  | { question: string; atLeast: number }
  | { all: Condition[] }
  | { any: Condition[] };

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: id, is: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ question: id, atLeast: z.number() }),
    z.strictObject({ all: z.array(condition).min(2) }),
    z.strictObject({ any: z.array(condition).min(2) }),
  ]),
);

/** Plainer words and a picture (the name of a drawing in `templates/pictures.ts`) for people who choose Easy Read. */
const easyRead = z.strictObject({ label: words, picture: slug });

/**
 * What a browser may fill in by itself, in HTML's own words. Only for what a person says of themselves, so the pages leave it out where
 * somebody else answers for the person. WCAG 2.2, 1.3.5.
 *
 * @see HTML standard, autofill detail tokens
 */
const autocomplete = z.enum([
  'name',
  'honorific-prefix',
  'given-name',
  'family-name',
  'nickname',
  'organization',
  'bday',
  'tel',
  'email',
  'street-address',
  'address-line1',
  'address-line2',
  'address-level2',
  'postal-code',
]);

/**
 * What the law or guidance says, for staff who answer: one short sentence of our own, where it stands, and how sure we are of it.
 * `confirmed` was read at its source, `secondary` elsewhere, `from-memory` must be checked by a person, `design` is our own choice.
 */
const lawNote = z.strictObject({
  says: words,
  source: z.string().min(2).max(200),
  status: z.enum(['confirmed', 'secondary', 'from-memory', 'design']),
});
export type LawNote = z.infer<typeof lawNote>;

/**
 * Where the answer may be known from: `list` is another list's id, `person` (the person's item) or `last` (this list when it was last
 * answered). The first that has one may be accepted as it is; every one that is `beside` only stands beside the question.
 */
const knownFrom = z.strictObject({
  list: slug,
  question: id,
  beside: z.literal(true).optional(),
  /** Each answer since this list was last answered stands beside the question, and not the newest alone. */
  each: z.literal(true).optional(),
});
export type KnownFrom = z.infer<typeof knownFrom>;

/** One answer that may be picked: `value` is stored and stable, `label` is shown. */
const option = z.strictObject({
  value: slug,
  label: words,
  hint: words.optional(),
  easyRead: easyRead.optional(),
});
export type Option = z.infer<typeof option>;

/** How somebody is asked about themselves what staff are asked about them. */
const ownWords = z.strictObject({ label: words, hint: words.optional() });
export type OwnWords = z.infer<typeof ownWords>;

const asked = {
  id,
  /** The question, with what speaks of somebody in braces: "What is {your} date of birth?" */
  label: words,
  /** A short noun phrase for check answers and error sentences: "Date of birth". */
  name: questionName,
  hint: words.optional(),
  /** How to put it right when nothing, or something that cannot be an answer, was given: "Enter your date of birth". */
  error: sentence,
  /** Left out means that it must be answered whenever it is asked. */
  optional: z.literal(true).optional(),
  /** The heading in the copy that the person is given, where that is not the name; a question for staff alone is left out of it. */
  copy: words.optional(),
  notInCopy: z.literal(true).optional(),
  /** In a list of staff: how the person is asked it who writes that part themselves. A question and a column without it are for staff. */
  own: ownWords.optional(),
};

const kinds = {
  text: { type: z.literal('text'), maxLength: z.int().min(1).max(200).optional() },
  long: { type: z.literal('long'), maxLength: z.int().min(1).max(10_000).optional() },
  date: {
    type: z.literal('date'),
    range: z.enum(['past', 'past-or-today', 'today-or-future']).optional(),
    /**
     * How far from the work in hand the day may lie, in what staff record: near the work itself where it is left out, in the time of the case, in
     * the person's life, or anywhere, as another person's date of birth. See `domain/journey/dates-hold-together.ts`.
     */
    reach: z.enum(['case', 'life', 'any']).optional(),
    /** The date question of the same list, or the column of the same row, that this day may not come before. */
    notBefore: id.optional(),
    minimumAge: z.strictObject({ years: z.int().min(1), error: sentence }).optional(),
  },
  yesno: { type: z.literal('yesno') },
  choice: { type: z.literal('choice'), options: z.array(option).min(2) },
  num: { type: z.literal('num'), min: z.int(), max: z.int(), unit: z.string().optional() },
  money: { type: z.literal('money'), per: z.enum(['week', 'month', 'year']).optional() },
  email: { type: z.literal('email') },
  phone: { type: z.literal('phone') },
  postcode: { type: z.literal('postcode') },
};

const several = {
  type: z.literal('multi'),
  options: z.array(option).min(2),
  /** The option that cannot be picked with others: "none of these". */
  alone: slug.optional(),
};

/** A column of a table: the same kinds as a question, always asked of every row. */
const column = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, ...kinds.text }),
  z.strictObject({ ...asked, ...kinds.long }),
  z.strictObject({ ...asked, ...kinds.date }),
  z.strictObject({ ...asked, ...kinds.yesno }),
  z.strictObject({ ...asked, ...kinds.choice }),
  z.strictObject({ ...asked, ...kinds.num }),
  z.strictObject({ ...asked, ...kinds.money }),
  z.strictObject({ ...asked, ...kinds.email }),
  z.strictObject({ ...asked, ...kinds.phone }),
  z.strictObject({ ...asked, ...kinds.postcode }),
  z.strictObject({ ...asked, ...several }),
]);
export type Column = z.infer<typeof column>;

const question = {
  ...asked,
  when: condition.optional(),
  /**
   * Whom it asks about: whoever types, the carer in a form about two people, or else the person whom the form is for. The words in braces in
   * its label and hint are put accordingly, see `schemas/voices.ts`.
   */
  about: z.enum(['typist', 'carer']).optional(),
  easyRead: easyRead.optional(),
  autocomplete: autocomplete.optional(),
  /** Asked because the law wants it: a council may put it into other words, and never leave it out. */
  statutory: z.literal(true).optional(),
  law: z.array(lawNote).min(1).optional(),
  known: z.array(knownFrom).min(1).optional(),
  /** What the question answers: acceptance ids (`L4`) and the law's own source. */
  meets: z.array(z.string().min(2)).optional(),
};

/** One question. Tables repeat a group of columns; files hold ids of uploaded documents; sign is a typed full name. */
export const formQuestion = z.discriminatedUnion('type', [
  z.strictObject({ ...question, ...kinds.text }),
  z.strictObject({ ...question, ...kinds.long }),
  z.strictObject({ ...question, ...kinds.date }),
  z.strictObject({ ...question, ...kinds.yesno }),
  z.strictObject({ ...question, ...kinds.choice }),
  z.strictObject({ ...question, ...kinds.num }),
  z.strictObject({ ...question, ...kinds.money }),
  z.strictObject({ ...question, ...kinds.email }),
  z.strictObject({ ...question, ...kinds.phone }),
  z.strictObject({ ...question, ...kinds.postcode }),
  z.strictObject({ ...question, ...several }),
  z.strictObject({ ...question, type: z.literal('nhsno') }),
  z.strictObject({ ...question, type: z.literal('nino') }),
  z.strictObject({
    ...question,
    type: z.literal('table'),
    /** What one row is, for "Add another person". */
    row: z.string().min(2).max(40),
    columns: z.array(column).min(1),
    maxRows: z.int().min(1).max(60).optional(),
  }),
  z.strictObject({ ...question, type: z.literal('file'), maxFiles: z.int().min(1).max(20).optional() }),
  z.strictObject({ ...question, type: z.literal('sign') }),
]);
export type Question = z.infer<typeof formQuestion>;

/**
 * A line that a page shows and the server works out: the sum of money or number questions and of columns of tables
 * (`needs.weeklyCost`), or what a rule of `domain/forms/computed-lines.ts` says of the answers.
 */
const computedLine = z.union([
  z.strictObject({ id, label: words, sum: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ id, label: words, rule: slug }),
]);
export type ComputedLine = z.infer<typeof computedLine>;

/** Where it can be done instead, or beside this: a path below the council's. */
const link = z.strictObject({
  path: z.string().regex(/^[a-z][a-z0-9/-]*(#[a-z0-9-]+)?$/),
  text: words,
  when: condition.optional(),
});

/** Questions of a page of which one must be answered, whichever: a phone number or an email address. */
const oneNeeded = z.strictObject({ of: z.array(id).min(2), error: sentence });

/** Another piece of work, by its kind in `schemas/task.ts`, that answers open; `reason` is in words without personal data. */
const opensWork = z.strictObject({ work: slug, when: condition, reason: words.max(300).optional() });
export type OpensWork = z.infer<typeof opensWork>;

/**
 * One page. `when` applies to all its questions; a page of several questions has a title of its own. A `sensitive` one asks about harm,
 * abuse or safety, and can be left at once for another site.
 */
const page = z.strictObject({
  id: slug,
  title: words.optional(),
  guidance: z.array(words).optional(),
  when: condition.optional(),
  sensitive: z.literal(true).optional(),
  links: z.array(link).min(1).optional(),
  /** The page shows how to reach the council, for whoever should not wait for an answer to a form. */
  phone: z.literal(true).optional(),
  oneNeeded: oneNeeded.optional(),
  law: z.array(lawNote).min(1).optional(),
  computed: z.array(computedLine).min(1).optional(),
  opens: z.array(opensWork).min(1).optional(),
  questions: z.array(formQuestion).min(1),
});
export type Page = z.infer<typeof page>;

/** A task of the task list. `after` names sections that must be complete before this one can be started. */
const section = z.strictObject({
  id: slug,
  title: words,
  hint: words.optional(),
  after: z.array(slug).optional(),
  pages: z.array(page).min(1),
});
export type Section = z.infer<typeof section>;

/**
 * A place where the form is the wrong thing to go on with: it shows what to do now instead. It is not a submission, and
 * nothing typed is thrown away. `action` names the council's contact that the page shows.
 */
const exit = z.strictObject({
  id: slug,
  when: condition,
  title: words,
  body: z.array(words).min(1),
  action: z.enum(['call-999', 'report-abuse', 'contact-us']),
  links: z.array(link).min(1).optional(),
});
export type Exit = z.infer<typeof exit>;

/** Who may type: the person with whom the form begins, a carer of theirs, a relative or friend, or somebody at work. */
const typist = z.enum(['me', 'carer', 'helper', 'professional']);
export type Typist = z.infer<typeof typist>;

/** Somebody of whom a form speaks: whoever types where that is among `is`, else by the answer to `name`, until which they are `unnamed`. */
const party = z.strictObject({ is: z.array(typist), unnamed: words, name: id.optional() });

/** Who may fill a form in, and of whom it speaks: the question that says who types, or the only one who does. See `schemas/voices.ts`. */
const answering = z.strictObject({
  question: id.optional(),
  always: typist.optional(),
  subject: party,
  carer: party.optional(),
  cared: party.optional(),
});

/** A whole question list. `version` is stored with the answers and goes up whenever a question changes its meaning. */
export const form = z
  .strictObject({
    id: slug,
    version: z.int().min(1),
    title: words,
    audience: z.enum(['public', 'staff']),
    /** Shown before the first question. */
    intro: z.array(words),
    /** What it helps to have at hand: "the name of the GP practice". */
    ready: z.array(words).min(1).optional(),
    /** What the person's copy of the answers is called: "Your assessment". Without it no copy is given. */
    copyTitle: words.optional(),
    /** What every copy says at its end: what the person can do next. */
    copyEnd: z.array(words).min(1).optional(),
    /** Calling is quicker than this form, so that the council's number stands before it. */
    callFirst: z.literal(true).optional(),
    /** The button that sends it, naming the act: "Send your application". */
    send: words,
    answering: answering.optional(),
    exits: z.array(exit),
    sections: z.array(section).min(1),
  })
  .superRefine((value, context) => {
    for (const message of formFaults(value)) context.addIssue({ code: 'custom', message });
  });
export type Form = z.infer<typeof form>;

type Placed = { section: Section; page: Page; question: Question };
const placed = new WeakMap<Form, readonly Placed[]>();

/** Every question of the form in the order in which it is asked, with the page and section that hold it. Found once a form. */
export const questionsOf = (of: Form): readonly Placed[] => {
  const known = placed.get(of);
  if (known !== undefined) return known;
  const found = of.sections.flatMap((section) =>
    section.pages.flatMap((page) => page.questions.map((question) => ({ section, page, question }))),
  );
  placed.set(of, found);
  return found;
};

/** The single conditions inside a condition, whatever its nesting. */
export const partsOf = (of: Condition | undefined): Extract<Condition, { question: string }>[] => {
  if (of === undefined) return [];
  if ('all' in of) return of.all.flatMap(partsOf);
  if ('any' in of) return of.any.flatMap(partsOf);
  return [of];
};

const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

/** What makes a question list unusable: a repeated id, a condition on a later question or on an answer nobody can give. */
const formFaults = (of: Form): string[] => {
  const faults: string[] = [];
  const say = (kind: string, values: string[]) => {
    for (const value of repeated(values)) faults.push(`${kind} "${value}" is used twice`);
  };
  say(
    'Section',
    of.sections.map((section) => section.id),
  );
  say(
    'Page',
    of.sections.flatMap((section) => section.pages.map((page) => page.id)),
  );
  say(
    'Question',
    questionsOf(of).map(({ question }) => question.id),
  );

  const earlier = new Map<string, Question>();
  const check = (where: string, when: Condition | undefined) => {
    for (const part of partsOf(when)) {
      const on = earlier.get(part.question);
      if (on === undefined) faults.push(`${where} depends on "${part.question}", which is not asked before it`);
      else if ('is' in part) faults.push(...unanswerable(on, part.is).map((value) => `${where}: no answer "${value}"`));
      else if (on.type !== 'num' && on.type !== 'money') faults.push(`${where}: "${part.question}" is not a number`);
    }
  };
  for (const section of of.sections) {
    for (const page of section.pages) {
      check(`Page "${page.id}"`, page.when);
      if (page.questions.length > 1 && page.title === undefined) faults.push(`Page "${page.id}" needs a title`);
      const optional = page.questions.filter((question) => question.optional).map((question) => question.id);
      for (const one of page.oneNeeded?.of ?? []) {
        if (!optional.includes(one)) faults.push(`Page "${page.id}": "${one}" is no question that may be left out`);
      }
      for (const question of page.questions) {
        check(`Question "${question.id}"`, question.when);
        if (question.type === 'table')
          say(
            `Column of ${question.id}`,
            question.columns.map((column) => column.id),
          );
        earlier.set(question.id, question);
      }
      for (const opened of page.opens ?? []) check(`Work "${opened.work}" of page "${page.id}"`, opened.when);
      for (const { path, when } of page.links ?? []) check(`Link "${path}" of page "${page.id}"`, when);
      for (const line of page.computed ?? []) faults.push(...unsummable(line, earlier));
    }
  }
  for (const exit of of.exits) check(`Exit "${exit.id}"`, exit.when);
  const known = of.sections.map((section) => section.id);
  for (const section of of.sections) {
    for (const before of section.after ?? []) if (!known.includes(before)) faults.push(`No section "${before}"`);
  }
  return faults;
};

/** The parts of a sum that are no number: an unknown question or column, or one of another kind. */
const unsummable = (line: ComputedLine, known: ReadonlyMap<string, Question>): string[] =>
  ('sum' in line ? line.sum : []).flatMap((part) => {
    const [id = '', column] = part.split('.');
    const question = known.get(id);
    const of = column && question?.type === 'table' ? question.columns.find((one) => one.id === column) : question;
    return of?.type === 'money' || of?.type === 'num' ? [] : [`Line "${line.id}": "${part}" is not a number`];
  });

const unanswerable = (on: Question, values: string[]): string[] => {
  if (on.type === 'yesno') return values.filter((value) => value !== 'yes' && value !== 'no');
  if (on.type !== 'choice' && on.type !== 'multi') return values;
  return values.filter((value) => !on.options.some((option) => option.value === value));
};
