import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { reconcile } from '../../domain/forms/forms.ts';
import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { isoDate, isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { CaseReader } from './case-access.ts';

/** A form that somebody who follows a case has begun and not sent. Its answers are kept as one text, as those of a draft. */
export const keptCaseForm = z.strictObject({
  version: z.int().nonnegative(),
  form: z.string().max(60),
  formVersion: z.int(),
  /** What it answers, such as the task and the version of a plan: an answer to one never counts for another. */
  about: z.string().max(200).optional(),
  answers: z.string().transform((text): Answers => JSON.parse(text)),
  unfinished: z
    .string()
    .transform((text): Draft['unfinished'] => JSON.parse(text))
    .optional(),
  /** Marks one sending, however often the button is pressed. */
  key: z.string().max(100),
  startedAt: isoInstant,
  /** The last day on which it is kept, if nothing is added. */
  keptUntil: isoDate,
});
export type KeptCaseForm = z.output<typeof keptCaseForm>;

type Of = Pick<CaseReader, 'careCase' | 'as' | 'helper'>;

/** As long as an unfinished form. */
const keptDays = 30;

/** The person has their own, and so has each helper: who helps from later on reads nothing of it. */
const keyOf = ({ careCase: { council, reference }, as, helper }: Of, form: string) => ({
  pk: `ASKING#${council}#${reference}`,
  sk: `ASKING#${as === 'person' ? as : (helper?.id ?? as)}#${form}`,
});

/** Forms of a case that are begun and not sent: each page is kept when it is posted, right or wrong. */
export const createKeptCaseForms = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const { items } = store;
  const isKept = ({ keptUntil }: KeptCaseForm): boolean => keptUntil >= londonDate(clock.now());

  const fresh = (form: Form, about: string | undefined, version: number): KeptCaseForm => ({
    version,
    form: form.id,
    formVersion: form.version,
    ...(about !== undefined && { about }),
    answers: {},
    unfinished: undefined,
    key: randomUUID(),
    startedAt: clock.now(),
    keptUntil: addDays(londonDate(clock.now()), keptDays),
  });

  return {
    /** What was begun of a form, as the form is now; or an empty one. */
    async of(reader: Of, form: Form, about?: string): Promise<KeptCaseForm> {
      const { pk, sk } = keyOf(reader, form.id);
      const found = await items.get(keptCaseForm, pk, sk);
      if (found === undefined || !isKept(found) || found.about !== about) {
        return fresh(form, about, found?.version ?? 0);
      }
      if (found.formVersion === form.version) return found;
      const { answers } = reconcile(form, found.answers, () => londonDate(clock.now()));
      return { ...found, formVersion: form.version, answers };
    },

    /** Writes over what was read; undefined where somebody else was first. */
    async save(reader: Of, before: KeptCaseForm): Promise<KeptCaseForm | undefined> {
      const keptUntil = addDays(londonDate(clock.now()), keptDays);
      const after = { ...before, version: before.version + 1, keptUntil };
      const { unfinished: typed, ...rest } = after;
      const data = {
        ...rest,
        answers: JSON.stringify(after.answers),
        ...(typed && { unfinished: JSON.stringify(typed) }),
      };
      const expiresAt = Date.parse(londonInstant(addDays(keptUntil, 1), '00:00')) / 1000;
      const written = await items.put({ ...keyOf(reader, before.form), data, expiresAt }, after.version);
      return written ? after : undefined;
    },

    /** Forgets a form that was sent, or that somebody wants to begin anew. */
    async drop(reader: Of, form: string): Promise<void> {
      const { pk, sk } = keyOf(reader, form);
      await items.remove(pk, sk);
    },

    /** All that this reader has begun and not sent. */
    async all(reader: Of): Promise<KeptCaseForm[]> {
      const { pk, sk } = keyOf(reader, '');
      return (await items.list(keptCaseForm, pk, sk)).filter(isKept);
    },
  };
};

/**
 * Keeps a page as it was typed, right or wrong, whoever else was first: for a form that is one page and has a place of its own.
 *
 * @param how.page under which it is kept; the values are read there again
 */
export const keepTyped = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  reader: Of,
  form: Form,
  { about, page, typed }: { about?: string; page: string; typed: Record<string, unknown> },
): Promise<void> => {
  const kept = createKeptCaseForms(deps);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const found = await kept.of(reader, form, about);
    if (await kept.save(reader, { ...found, unfinished: { [page]: typed } })) return;
  }
  throw problems.busy();
};
