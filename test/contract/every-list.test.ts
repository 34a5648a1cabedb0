import { describe, expect, it } from 'vitest';
import { asOne } from '../../domain/journey/joined-person.ts';
import { lineRules } from '../../domain/journey/line-rules.ts';
import { personAnswers } from '../../domain/journey/person-answers.ts';
import { type Form, form, type KnownFrom, questionsOf } from '../../schemas/form-language.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import { isAdded, overlayFaults, withOverlay } from '../../schemas/overlay.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { taskKind } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { overlayOf, overlaysOf } from '../../services/runtime/council-lists.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { aPerson } from '../support/a-person.ts';

const staffLists: readonly Form[] = [...new Set<Form>(Object.values(workLists))];
const lists = new Map<string, Form>(
  [...everyForm, ...requestForms.values(), ...staffLists].map((one) => [one.id, one] as const),
);
const councils = createCouncils(everyCouncil());
const ruled = lineRules({ charging: undefined, today: isoDate.parse('2026-11-28') });

/** What the person's item answers, under the names of the questions that asked it. */
const ofPerson = new Set(
  Object.keys(
    personAnswers(
      asOne([
        aPerson({
          preferredName: 'Rosie',
          nhsNumber: '9434765919',
          phone: '01632 960 001',
          safeContact: 'In the morning',
          contactBy: 'phone',
          formats: ['braille'],
          language: 'Welsh',
          safeToLeaveMessage: true,
          interpreter: true,
          whereToFind: 'The day centre',
        }),
      ]),
    ),
  ),
);

/** What the rule of a list works out of its answers, and is known under a name as an answer is. */
const worksOut: Readonly<Record<string, readonly string[]>> = {
  estimate: ['weeklyTotal'],
  finances: ['personPays'],
  plan: ['moneyDiffers', 'needsDiffer'],
  decision: ['needsFound'],
  'carer-decision': ['needsFound'],
};

/** A form of the public is asked whole, and in a shorter way of those who are signed in. */
const asking = (id: string): Form[] =>
  [...everyForm, ...requestForms.values(), ...staffLists].filter((one) => one.id === id);
const asksIn = (list: Form, question: string) =>
  questionsOf(list).find((one) => one.question.id === question)?.question;

describe.each(staffLists.map((list) => [list.id, list] as const))('the list %s', (_, list) => {
  it('is a right list, whose conditions, sums and copies hold together', () => {
    expect(form.safeParse(list).error?.issues).toBeUndefined();
  });

  it('has no question under a name that is kept for a council’s own', () => {
    expect(questionsOf(list).filter(({ question }) => isAdded(question.id))).toEqual([]);
  });

  it('opens only kinds of work that there are', () => {
    const opened = list.sections.flatMap(({ pages }) =>
      pages.flatMap(({ opens = [] }) => opens.map(({ work }) => work)),
    );

    expect(opened.filter((work) => !taskKind.safeParse(work).success)).toEqual([]);
  });

  it('shows only lines whose rule there is', () => {
    const named = list.sections.flatMap(({ pages }) =>
      pages.flatMap(({ computed = [] }) => computed.flatMap((line) => ('rule' in line ? [line.rule] : []))),
    );

    expect(named.filter((rule) => ruled[rule] === undefined)).toEqual([]);
  });

  it('knows answers only from questions that are asked', () => {
    const named = questionsOf(list).flatMap(({ question }) =>
      (question.known ?? []).map((known) => ({ question, known })),
    );
    const nowhere = ({ list: from, question }: KnownFrom): boolean => {
      if (from === 'person') return !ofPerson.has(question);
      if (worksOut[from]?.includes(question)) return false;
      return asking(from === 'last' ? list.id : from).every((source) => asksIn(source, question) === undefined);
    };

    expect(
      named
        .filter(({ known }) => nowhere(known))
        .map(({ question, known }) => `${question.id}: ${known.list}.${known.question}`),
    ).toEqual([]);
  });

  it('asks nobody to type the name or the birth of whom the case is about, which the person’s item knows', () => {
    const typed = questionsOf(list).filter(
      ({ question: { id, known = [] } }) =>
        /^(first|last|full|person)Name$|^dateOfBirth$/.test(id) && !known.some((from) => from.list === 'person'),
    );

    expect(typed.map(({ question }) => question.id)).toEqual([]);
  });

  it('says by which law a question is statutory: there, on its page, or in what it meets', () => {
    const isLaw = (source: string) => /^(s\.|reg |SI |MCA|Care Act)/.test(source);
    const hasLaw = ({ page, question }: ReturnType<typeof questionsOf>[number]) =>
      page.law !== undefined || page.questions.some(({ law }) => law) || (question.meets ?? []).some(isLaw);
    const without = questionsOf(list).filter((one) => one.question.statutory && !hasLaw(one));

    expect(without.map(({ question }) => question.id)).toEqual([]);
  });
});

describe('councils’ own lists', () => {
  it('change lists that there are, in ways that are allowed', () => {
    const faults = councils.slugs.flatMap((slug) => {
      const council = councils.known(slug);
      return Object.keys(council.lists ?? {}).flatMap((id) => {
        const base = lists.get(id);
        const overlay = overlayOf(council, id);
        if (base === undefined || overlay === undefined) return [`${slug}: there is no list “${id}”`];
        const own = overlayFaults(base, overlay).map((fault) => `${slug}: ${id}: ${fault}`);
        return own.length > 0
          ? own
          : form.safeParse(withOverlay(base, overlay)).success
            ? []
            : [`${slug}: ${id} does not hold together`];
      });
    });

    expect(faults).toEqual([]);
  });

  it('say where their changes come from', () => {
    const silent = councils.slugs.flatMap((slug) =>
      Object.entries(overlaysOf(councils.known(slug))).flatMap(([id, { provenance }]) =>
        provenance === undefined ? [`${slug}: ${id}`] : [],
      ),
    );

    expect(silent).toEqual([]);
  });

  it('use each of the three changes in one council at least', () => {
    const used = councils.slugs.flatMap((slug) => Object.values(overlaysOf(councils.known(slug)))).flatMap(Object.keys);

    expect(used).toEqual(expect.arrayContaining(['reword', 'hide', 'add']));
  });
});
