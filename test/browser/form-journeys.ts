import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { type Answers, askedQuestions } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { type OpenedPage, type Site, startSite } from './browser.ts';
import { controls } from './in-page.ts';
import { axeViolations, pageFaults } from './page-checks.ts';
import { newAnswers, required } from './varied-answers.ts';
import { type WalkOptions, walkForm } from './walk-form.ts';

/** Who may answer: the person, and those who answer for somebody else; or the only one for whom the form is. */
const peopleOf = (form: Form): string[] => {
  const who = questionsOf(form).find(({ question }) => question.id === form.answering?.question)?.question;
  return who?.type === 'choice' ? who.options.map(({ value }) => value) : ['professional'];
};

/** Questions that another form asks in the very same way, and whose pages are looked at there. */
const askedElsewhere = (form: Form, others: readonly Form[]): Set<string> => {
  const known = new Set(others.flatMap(questionsOf).map(({ question }) => JSON.stringify(question)));
  return new Set(
    questionsOf(form).flatMap(({ question }) => (known.has(JSON.stringify(question)) ? [question.id] : [])),
  );
};

/** One set of answers for each who answers, together asking everything, in turn without and with JavaScript. */
const walksOf = (form: Form, elsewhere: ReadonlySet<string>) => {
  const asked = new Set(elsewhere);
  return peopleOf(form).map((who, at) => {
    const answers = newAnswers(form, form.answering?.question ? { filledInBy: who } : {}, asked);
    for (const { id } of askedQuestions(form, answers)) asked.add(id);
    const javaScript = at % 2 === 1;
    return { who, answers, javaScript, how: javaScript ? 'with JavaScript' : 'without JavaScript' };
  });
};

/**
 * The tests of one form, start to end in a browser: every question asked, every sentence about an empty answer seen, every page
 * without fault.
 *
 * @param others forms whose own tests look at the pages that they share with this one
 */
export const formJourneys = (form: Form, others: readonly Form[] = []): void => {
  const found = inject('browser');
  const elsewhere = askedElsewhere(form, others);
  describe.skipIf(!found)(`The form ${form.id}, one question a page`, () => {
    let site: Site;
    /** Looks at pages for those who walk without JavaScript: axe needs it. */
    let onlooker: OpenedPage;
    /** Questions whose own sentence no page has said yet, and what was wrong with what has been looked at. */
    const unsaid = new Set(required(form).filter((id) => !elsewhere.has(id)));
    const looked = new Map<string, string[]>();

    beforeAll(async () => {
      if (!found) return;
      site = await startSite(found);
      onlooker = await site.newPage();
    });
    afterAll(() => site?.stop());

    /** What was found is kept, so that a walk that is tried once more does not pass over it. */
    const once = async (what: string, find: () => Promise<string[]>): Promise<string[]> => {
      const faults = looked.get(what) ?? (await find());
      looked.set(what, faults);
      return faults;
    };

    /** What is wrong with the page that somebody has open. Pages whose questions another form asks are looked at there. */
    const look = async ({ page, context }: OpenedPage): Promise<string[]> => {
      const names = (await page.evaluate(controls)).map(({ name }) => name.replace(/[[.].*$/, ''));
      if (names.length > 0 && names.every((name) => elsewhere.has(name))) return [];
      const path = new URL(page.url()).pathname;
      return once(`${path} ${await page.title()}`, async () => {
        await onlooker.context.clearCookies();
        await onlooker.context.addCookies(await context.cookies());
        onlooker.faults.length = 0;
        const response = await onlooker.page.goto(path);
        const found = [...(await pageFaults(onlooker.page, response)), ...onlooker.faults];
        return found.map((fault) => `${path} ${fault}`);
      });
    };

    /** Pages with the same kinds of fields show what is wrong in the same way. */
    const lookAtErrors = async ({ page }: OpenedPage): Promise<string[]> => {
      const kinds = [...new Set((await page.evaluate(controls)).map(({ type }) => type))].join();
      return once(kinds, async () => (await axeViolations(page)).map((fault) => `${page.url()} ${fault}`));
    };

    const walk = async (opened: OpenedPage, javaScript: boolean, answers: Answers, options: WalkOptions) => {
      const faults: string[] = [];
      const headings = await walkForm(opened.page, form, answers, {
        beforeSending: () => site.platform.clock.forward('PT20M'),
        onPage: async () => void faults.push(...(await look(opened))),
        ...(javaScript && { onErrors: async () => void faults.push(...(await lookAtErrors(opened))) }),
        ...options,
      });
      return { headings, faults: [...faults, ...opened.faults] };
    };

    it.each(walksOf(form, elsewhere))('is sent by $who $how', async ({ answers, javaScript }) => {
      const opened = await site.openPage(`/leicestershire/forms/${form.id}`, { javaScript });

      const { headings, faults } = await walk(opened, javaScript, answers, { emptyFirst: unsaid });
      for (const { id } of askedQuestions(form, answers)) unsaid.delete(id);

      expect(headings.at(-1)).toMatch(/^We have your/);
      expect(faults).toEqual([]);
      await opened.context.close();
    });

    it('has said the sentence of every question that was left empty', () => {
      expect([...unsaid]).toEqual([]);
    });

    // The pages of all forms are made alike, and each is tried with Tab when it is looked at.
    it.skipIf(others.length > 0)('is filled in and sent with the keyboard alone', async () => {
      const opened = await site.openPage(`/leicestershire/forms/${form.id}`);

      const { headings, faults } = await walk(opened, true, completeAnswers(form), { keyboard: true });

      expect(headings.at(-1)).toMatch(/^We have your/);
      expect(faults).toEqual([]);
      await opened.context.close();
    });
  });
};
