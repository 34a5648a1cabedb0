import type { CouncilAgreement } from '../../schemas/forms/council-agreement.ts';
import { questionSentBack } from '../../schemas/forms/fragments/sent-back.ts';
import type { PlanChecks } from '../../schemas/forms/plan-checks.ts';
import { challenge, type DecisionWords } from './decision.ts';
import { type Copy, type CopyHead, capital, day, heading, list, section, text } from './document.ts';

type Challenge = Pick<DecisionWords, 'worker' | 'complaintsRole'>;

const nextWords: Readonly<Record<string, string>> = {
  change: 'Your plan is changed first, and checked again. We ask you about it.',
  'not-agreed': 'We do not agree to this plan. The plan before it stands.',
  'assess-again': 'It is not clear to us how this plan meets your needs. We look at your assessment again with you.',
};

/** What follows, and what should change, where a plan does not pass. */
const notPassed = ({
  leadsTo = 'change',
  whatToChange,
  sentBack = [],
}: Pick<PlanChecks, 'leadsTo' | 'whatToChange' | 'sentBack'>) => [
  ...text(nextWords[leadsTo] ?? ''),
  ...section('What should change, and why', [
    ...list(
      sentBack.map(({ part, row, why }) => {
        const asked = questionSentBack(part);
        const name = asked?.copy ?? asked?.name ?? part;
        return `${name}${row === undefined ? '' : `, number ${row}`}: ${why}`;
      }),
    ),
    ...text(whatToChange),
  ]),
];

/** The letter after the checks of a plan: the outcome, the reasons, and how to question it. Care Act 2014 s.25; statutory guidance 10.85. */
export const planCheckCopy = (checks: PlanChecks, { madeOn, ...head }: CopyHead, words: Challenge): Copy => {
  const passed = [checks.affordable, checks.lawful, checks.effective, checks.involved, checks.risksCovered].every(
    (answer) => answer === 'yes',
  );
  return {
    ...head,
    title: 'What we found when we checked your plan',
    facts: [{ label: 'Checked on', value: day(madeOn) }],
    blocks: [
      heading('What we found'),
      ...(passed ? text('Your plan passes our checks.') : notPassed(checks)),
      ...section(
        'Why',
        list([
          ...(['affordable', 'lawful', 'effective'] as const).map(
            (name) => `${capital(name)}: ${checks[name]}. ${checks[`${name}Why`]}`,
          ),
          `You were involved as you wished: ${checks.involved}`,
          `Risks and sudden changes are covered: ${checks.risksCovered}`,
        ]),
      ),
      ...challenge(words),
    ],
  };
};

/** The letter that says whether the council agrees to a plan that was checked. */
export const councilAgreementCopy = (
  answers: CouncilAgreement,
  { madeOn, ...head }: CopyHead,
  words: Challenge,
): Copy => ({
  ...head,
  title: 'What we decided about your plan',
  facts: [{ label: 'Decided on', value: day(madeOn) }],
  blocks: [
    heading('What we decided'),
    ...(answers.agreed === 'yes' ? text('We agree to your plan.') : notPassed(answers)),
    ...section('Why', text(answers.why)),
    ...challenge(words),
  ],
});
