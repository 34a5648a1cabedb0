import { toldNumber } from '../../domain/eligibility/screening-found.ts';
import { timeInWords, timeTold } from '../../domain/forms/time-needed.ts';
import { minutesTaken } from '../../domain/forms/time-spent.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { formMinutes } from '../../schemas/work-figures.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { figuresPartition } from '../store/keys.ts';
import type { StaffRequest } from '../web/site.ts';
import { type FigureDeps, monthInWords, monthsChosen, type TeamFigures } from './team-figures.ts';

/** How many minutes people took over each form, beside what the form says of itself, over the months that are chosen. */
export const formFigures = async ({ store }: FigureDeps, { council, query }: StaffRequest): Promise<TeamFigures> => {
  const found = await store.items.list(formMinutes, figuresPartition(council.slug), 'FORMS#');
  const { chosen, period, from, to } = monthsChosen(found, query);
  const months = chosen.map(({ forms }) => forms);
  const lines = [...applicationForms.values()].map((form) => {
    const said = timeTold(council, askedBy(council, form));
    return { title: form.title, said: timeInWords(said), ...minutesTaken(months, form.id, said) };
  });
  return {
    title: 'Team: how long forms take',
    intro: [
      'How many minutes people took over the forms that they sent, beside what the form’s first page says. It is counted from page to page in steps of 5 minutes; a pause of more than 15 minutes is not. What staff fill in with a caller is not counted.',
      'What the form says is reckoned from what it asks. Where people take longer, tell whoever keeps the council’s settings: “formMinutes” puts the measured time in its place.',
      'Numbers of people are rounded to the nearest 5, and below 5 they are not told, so that nobody can be worked out from them.',
      ...(chosen.length > 0 ? [`From ${monthInWords(from)} to ${monthInWords(to)}.`] : []),
    ],
    ...(period && { period }),
    tables: [
      {
        id: 'forms',
        caption: 'Minutes that a form takes',
        columns: ['Form', 'It says', 'Half took, at most', 'Sent', 'Took less', 'As it says', 'Took longer'],
        rows: lines
          .filter(({ sent }) => sent > 0)
          .map(({ title, said, middle, sent, less, within, more }) => [
            title,
            said,
            toldNumber(sent) === 'Fewer than 5' ? 'Too few to tell' : `${middle} minutes`,
            toldNumber(sent),
            toldNumber(less),
            toldNumber(within),
            toldNumber(more),
          ]),
        empty: 'No form was sent in these months.',
      },
    ],
  };
};
