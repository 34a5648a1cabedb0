import * as z from 'zod';
import { datesOutOfOrder, kindSchema, type Today, tidied } from './answer-kinds.ts';
import type { Council } from './council.ts';
import { type Answers, askedQuestions, exitsReached, unmetPages } from './form-conditions.ts';
import { type Condition, type Exit, type Form, type Page, questionsOf, type Section } from './form-language.ts';
import { fieldName } from './posted-fields.ts';
import { plainly } from './voices.ts';

/** One thing to put right: the field as named in HTML (`carers[0].name`, empty for the whole) and how to fix it. */
export type Problem = { field: string; message: string };

/** What became of the answers that somebody sent. */
export type ReadAnswers =
  | { outcome: 'complete'; answers: Answers; notAsked: string[] }
  | { outcome: 'exit'; exits: Exit[]; given: unknown }
  | { outcome: 'problems'; problems: Problem[]; given: unknown };

/**
 * The zod schema of the answers to a form, for the API's body, its OpenAPI document and the sites.
 *
 * - What is always asked and not optional is required by the schema itself; what a condition opens is required by a check
 *   that runs beside it, so that every problem comes back at once, each with the path of its field and a sentence.
 * - Answers to known questions that the conditions do not ask are dropped before anything is checked: what is not asked is
 *   neither stored nor complained about. Fields that the form has no question for are refused, as they are most likely a
 *   misspelt one whose answer would otherwise be lost.
 * - Answers that reach an exit are never a submission: the only issue is then the exit's own, with its id in
 *   `params.exit`. Callers that want to tell the outcomes apart use `readAnswers`.
 *
 * `z.toJSONSchema(schema, { io: 'input' })` describes it.
 *
 * @param today the present calendar date in Europe/London, asked anew at every parse
 * @param council who asks the form in its own way, where somebody does
 */
export const answersSchema = (
  form: Form,
  today: Today,
  council?: Pick<Council, 'slug' | 'name'>,
): z.ZodType<Answers, unknown> =>
  schemaFor(form, today, () => ({})).meta({
    id: `${titled(form.id)}Answers${council ? `Of${titled(council.slug)}` : ''}`,
    description: `Answers to “${form.title}”, version ${form.version}${council ? `, as ${council.name} asks it` : ''}.`,
  });

/** @param saved answers given before to questions outside `form`, on which its conditions may depend; asked anew at every parse */
const schemaFor = (form: Form, today: Today, saved: () => Answers): z.ZodType<Answers, unknown> => {
  const shape = Object.fromEntries(
    questionsOf(form).map(({ page, question }) => {
      const when = [page.when, question.when].filter((condition) => condition !== undefined);
      const one = page.oneNeeded?.of.includes(question.id) ? page.oneNeeded.of.join(', ') : undefined;
      const description = [
        plainly(form, question.label, question.about),
        question.hint && plainly(form, question.hint, question.about),
        ...when.map((condition) => `Asked when ${inWords(condition)}.`),
        one && `One of these is needed: ${one}.`,
      ];
      const answer = kindSchema(question, today).meta({
        title: question.name,
        description: description.filter((part) => part !== undefined).join(' '),
      });
      return [question.id, when.length > 0 || question.optional ? answer.optional() : answer];
    }),
  );

  const whole = z.check<Record<string, unknown>>((payload) => {
    const given = payload.value;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return;
    const exits = exitsReached(form, given);
    if (exits.length > 0) {
      payload.issues = exits.map((exit) => ({
        code: 'custom',
        input: given,
        path: partPath(exit.when),
        message: [exit.title, ...exit.body].join(' '),
        params: { exit: exit.id },
      }));
      return;
    }
    const asked = askedQuestions(form, given, saved());
    for (const { question } of unmetPages(form, asked, given)) {
      payload.issues.push({ code: 'custom', input: undefined, path: [question.id], message: question.error });
    }
    for (const question of asked) {
      const conditional = shape[question.id] instanceof z.ZodOptional && !question.optional;
      if (conditional && given[question.id] === undefined) {
        payload.issues.push({ code: 'custom', input: undefined, path: [question.id], message: question.error });
      }
    }
    for (const { id, message } of datesOutOfOrder(asked, { ...saved(), ...given })) {
      payload.issues.push({ code: 'custom', input: given[id], path: [id], message });
    }
    const order = Object.keys(shape);
    const place = (path: PropertyKey[] | undefined) => {
      const at = order.indexOf(String(path?.[0]));
      return at < 0 ? order.length : at;
    };
    payload.issues.sort((a, b) => place(a.path) - place(b.path));
  });
  // Zod skips an object's checks when one of its fields is wrong; people are told of everything at once.
  whole._zod.def.when = () => true;

  const object = z
    .strictObject(shape, {
      error: ({ code }) => (code === 'invalid_type' ? 'Send the answers as a JSON object' : undefined),
    })
    .check(whole);
  const asked = z.preprocess((raw) => onlyAsked(form, raw, saved()).answers, object);
  // The shape is built from data, so TypeScript cannot infer it; every kind of answer is one of `Answer`.
  return asked as unknown as z.ZodType<Answers, unknown>;
};

/** Reads answers that somebody sent and says which of the three outcomes it is. Nothing that was sent is lost by any. */
export const readAnswers = (form: Form, today: Today, given: unknown): ReadAnswers => {
  const parsed = schemaOnce(form, today).safeParse(given);
  const { answers, notAsked } = onlyAsked(form, given, {});
  if (parsed.success) return { outcome: 'complete', answers: parsed.data, notAsked };
  const exits = isRecord(answers) ? exitsReached(form, answers) : [];
  if (exits.length > 0) return { outcome: 'exit', exits, given };
  return { outcome: 'problems', problems: problemsOf(parsed.error), given };
};

/**
 * A long form's schema takes milliseconds to build, and a Lambda reads the same form again and again. The clock is put in before
 * each reading, which never waits for anything.
 */
const built = new WeakMap<Form, { clock: { today: Today }; schema: z.ZodType<Answers, unknown> }>();
const schemaOnce = (form: Form, today: Today): z.ZodType<Answers, unknown> => {
  const known = built.get(form);
  if (known !== undefined) {
    known.clock.today = today;
    return known.schema;
  }
  const clock = { today };
  const schema = schemaFor(
    form,
    () => clock.today(),
    () => ({}),
  );
  built.set(form, { clock, schema });
  return schema;
};

/**
 * Reads one page's answers against what was saved before.
 *
 * @throws RangeError when the form has no such page
 */
export const readPage = (
  form: Form,
  pageId: string,
  today: Today,
  saved: Answers,
  given: unknown,
): { ok: true; answers: Answers } | { ok: false; problems: Problem[] } => {
  const section = form.sections.find(({ pages }) => pages.some(({ id }) => id === pageId));
  const page = section?.pages.find(({ id }) => id === pageId);
  if (section === undefined || page === undefined) throw new RangeError(`No page "${pageId}" in form "${form.id}"`);
  const parsed = pageSchemaOnce(form, section, page, today, saved).safeParse(given);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const others = Object.entries(saved).filter(([id]) => !page.questions.some((question) => question.id === id));
  return { ok: true, answers: { ...Object.fromEntries(others), ...parsed.data } };
};

/** A page is read each time that somebody goes on from it; its schema is built once, and what it reads beside it is put in before. */
const builtPages = new WeakMap<
  Page,
  { beside: { today: Today; saved: Answers }; schema: z.ZodType<Answers, unknown> }
>();
const pageSchemaOnce = (form: Form, section: Section, page: Page, today: Today, saved: Answers) => {
  const known = builtPages.get(page);
  if (known !== undefined) {
    Object.assign(known.beside, { today, saved });
    return known.schema;
  }
  const beside = { today, saved };
  const onePage: Form = { ...form, exits: [], sections: [{ ...section, pages: [page] }] };
  const schema = schemaFor(
    onePage,
    () => beside.today(),
    () => beside.saved,
  );
  builtPages.set(page, { beside, schema });
  return schema;
};

/** The issues of answers as problems: one a field and sentence, in the order of the form, unknown fields each by name. */
export const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.flatMap((issue) => {
    const field = fieldName(issue.path);
    if (issue.code !== 'unrecognized_keys') return [{ field, message: issue.message }];
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, key]),
      message: `There is no question called “${key}” here. Check its spelling, or leave it out`,
    }));
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was sent, tidied, without answers to questions that are not asked; anything unknown stays to be complained about. */
const onlyAsked = (form: Form, raw: unknown, saved: Answers): { answers: unknown; notAsked: string[] } => {
  if (!isRecord(raw)) return { answers: raw, notAsked: [] };
  const answers: Record<string, unknown> = { ...raw };
  const known = questionsOf(form).map(({ question }) => question);
  for (const question of known) {
    const answer = tidied(question, answers[question.id]);
    if (answer === undefined) delete answers[question.id];
    else answers[question.id] = answer;
  }
  const asked = new Set(askedQuestions(form, answers, saved).map(({ id }) => id));
  const notAsked = known.map(({ id }) => id).filter((id) => !asked.has(id) && id in answers);
  for (const id of notAsked) delete answers[id];
  return { answers, notAsked };
};

const partPath = (condition: Condition): string[] => {
  if ('question' in condition) return [condition.question];
  const [first] = 'all' in condition ? condition.all : condition.any;
  return first === undefined ? [] : partPath(first);
};

const inWords = (condition: Condition): string => {
  if ('all' in condition) return condition.all.map(inWords).join(' and ');
  if ('any' in condition) return condition.any.map(inWords).join(', or ');
  if ('atLeast' in condition) return `${condition.question} is ${condition.atLeast} or more`;
  return `${condition.question} is ${condition.is.join(' or ')}`;
};

/** A name in the OpenAPI document: `needs-assessment` is `NeedsAssessment`. */
const titled = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
