import type { Charge } from '../../domain/charging/charge.ts';
import { chargeSoFar, type LineContext } from '../../domain/charging/finance-lines.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { type Block, day, heading, list, pounds, table, text } from '../../templates/documents/document.ts';
import type { TaskPanel } from './task-panel.ts';

const steps: Readonly<Record<Charge['working'][number]['step'], string>> = {
  add: 'Add',
  'take-away': 'Take away',
  result: 'Result',
  'left-out': 'Not counted',
};

const outcomes: Readonly<Record<Charge['outcome'], string>> = {
  assessed: 'Worked out from income and savings.',
  'full-cost': 'The full cost.',
  agreed: 'As agreed.',
  free: 'The service is free.',
  deferred: 'The rest is put off.',
};

const lines = (caption: string, working: Charge['working']): Block[] =>
  table(
    caption,
    ['Line', 'What we do with it', 'Amount', 'Rule'],
    working.map(({ label, step, pence, basis }) => [label, steps[step], pounds(pence), basis]),
    [2],
  );

const whole = (charge: Charge): Block[] => {
  const { personPays, councilPays, deferred, topUp } = charge;
  const shares = [
    ['The person pays', pounds(personPays)],
    ['The council pays', pounds(councilPays)],
    ...(deferred > 0 ? [['Put off until later', pounds(deferred)]] : []),
    ...(topUp > 0 ? [['Top-up, paid by somebody else', pounds(topUp)]] : []),
  ];
  return [
    ...text(`${outcomes[charge.outcome]} Rates of ${charge.rateYear}.`),
    ...table('Each week', ['Who', 'Amount'], shares, [1]),
    ...(charge.wholeWeek
      ? text(
          `This week is not a whole one. In a whole week the person pays ${pounds(charge.wholeWeek.personPays)} and the council ${pounds(charge.wholeWeek.councilPays)}.`,
        )
      : []),
    ...table(
      'Known to change later',
      ['From', 'The person pays', 'Why'],
      (charge.later ?? []).map(({ from, personPays: then, why }) => [day(from), pounds(then), why]),
      [1],
    ),
  ];
};

const workingOf = ({ parts, working, capitalWorking }: Charge): Block[] =>
  parts
    ? parts.flatMap((part) => [
        heading(`${day(part.from)} to ${day(part.to)}`, 3),
        ...lines('Savings and property', part.capitalWorking),
        ...lines('A whole week of such days', part.working),
      ])
    : [...lines('Savings and property', capitalWorking), ...lines('Income and charge', working)];

/** The financial assessment as the figures stand: what each pays, and the working line by line, each with its rule and source. */
export const financesPanel = (asked: Form, answers: Readonly<Answers>, context: LineContext): TaskPanel => {
  const found = chargeSoFar(answers, context);
  const panel = { id: 'charge', title: 'How the charge is worked out' };
  if (found.kind === 'unanswered') {
    const names = questionsOf(asked).flatMap(({ question }) =>
      found.toAsk.includes(question.id) ? [question.name] : [],
    );
    return { ...panel, blocks: [...text('It is worked out when these are answered:'), ...list(names)] };
  }
  if (found.kind === 'broken') {
    return {
      ...panel,
      blocks: [...text('It cannot be worked out yet:'), ...list(found.problems.map(({ message }) => message))],
    };
  }
  const { charge, answers: given } = found;
  const open = charge.toConfirm.filter(({ field }) => !given.confirmed?.some((one) => one.field === field));
  return {
    ...panel,
    blocks: [
      ...whole(charge),
      ...table(
        'To look up before it is final',
        ['Figure', 'We have it from', 'Its name in “Figures found right”'],
        open.map(({ what, source, field }) => [what, source, field]),
      ),
      ...workingOf(charge),
    ],
  };
};
