import type { ReviewAnswers, review } from '../../schemas/forms/review.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { carersToAskAgain } from '../journey/carer-offers.ts';
import { openedBy } from '../journey/follow-up.ts';
import { advocatesToArrange, otherTakingPartProblems, takingPartProblems } from '../journey/taking-part.ts';
import { broken, done, type FollowUp, type Rule, recordId, type TaskSituation } from '../journey/work-outcome.ts';
import { allWorkOf } from '../journey/work-records.ts';
import type { BrokenRule } from '../ruling.ts';
import { addMonths } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { guidanceReviewWindow } from './review-dates.ts';
import { isLeftToSign, signedAtReview } from './review-signing.ts';

/** The longest time between two reviews of a plan, as guidance expects. Care and support statutory guidance, paragraph 13.32. */
const mostMonths = guidanceReviewWindow.later.months;

/** What would leave a plan as it is although the review found that it cannot stay so. Care Act 2014 s.27(4) and (5). */
const staysAgainstWhatWasFound = (answers: ReviewAnswers): readonly BrokenRule[] => {
  if (answers.outcome !== 'no-change') return [];
  const found = [
    {
      is: answers.needsChanged === 'yes',
      rule: 's.27(4)',
      message:
        'Needs or circumstances changed, so the plan cannot stay as it is. Assess them again, or revise the plan',
    },
    {
      is: answers.supportAppropriate === 'no',
      rule: 's.27(1)',
      message:
        'The support is not right or not safe, so the plan cannot stay as it is. Revise it, or assess needs again',
    },
    {
      is: answers.directPayment === 'change-needed',
      rule: 'SI 2014/2871 reg 7',
      message: 'Something about the direct payment must change, so the plan cannot stay as it is. Revise it',
    },
  ];
  return found.flatMap(({ is, ...problem }) => (is ? [{ field: 'outcome', ...problem }] : []));
};

/** The person signs for themselves, at the review or later, or it is recorded that they do not agree, or that nobody may sign. CB39. */
const signingProblems = (answers: ReviewAnswers): readonly BrokenRule[] => {
  const { personSigning, personSigns, personSignedOn, workerSigns } = answers;
  const rule = 's.27(5)';
  if (!signedAtReview(answers)) {
    if (personSigning === undefined) {
      return [{ field: 'personSigning', rule, message: 'Select how the person signs, or that they do not' }];
    }
    return personSigns === undefined
      ? []
      : [{ field: 'personSigns', rule, message: 'Leave the signature of the person out: they have not signed' }];
  }
  const missing = [
    ...(personSigns === undefined
      ? [{ field: 'personSigns', message: 'Type the full name of the person who signed' }]
      : []),
    ...(personSignedOn === undefined
      ? [{ field: 'personSignedOn', message: 'Enter the day on which the person signed' }]
      : []),
  ];
  const isSame = personSigns?.trim().toLowerCase() === workerSigns.trim().toLowerCase();
  return [
    ...missing,
    ...(isSame ? [{ field: 'personSigns', message: 'Whoever signs for the council cannot sign for the person' }] : []),
  ].map((problem) => ({ rule, ...problem }));
};

/** A plan that is revised because circumstances changed follows what was assessed again. Care Act 2014 s.27(4). */
const revisedUnassessed = ({ outcome, needsChanged, assessedAgain }: ReviewAnswers): readonly BrokenRule[] =>
  outcome === 'revise' && needsChanged === 'yes' && assessedAgain === undefined
    ? [
        {
          field: 'assessedAgain',
          rule: 's.27(4)',
          message: 'Enter what was assessed again, as far as appropriate, and what it showed. Then revise the plan',
        },
      ]
    : [];

/** Providers and family are asked, or it is said why nobody was. Care Act 2014 s.27(2) and (3). */
const othersUnasked = ({ askedOthers = [], nobodyAskedWhy, people }: ReviewAnswers): readonly BrokenRule[] =>
  askedOthers.length > 0 ||
  nobodyAskedWhy !== undefined ||
  people.filter(({ attended }) => attended === 'yes').length > 1
    ? []
    : [
        {
          field: 'askedOthers',
          rule: 's.27(2) and (3)',
          message: 'Add which providers, family or friends were asked, or say why nobody was',
        },
      ];

/** The day from which there was something to review: when support started, or the review before. */
const reviewedBefore = ({ case: careCase, records, task }: TaskSituation): IsoDate | undefined => {
  const held = allWorkOf(records, 'review-plan')
    .filter(({ id }) => id !== recordId(task))
    .map(({ answers }) => answers.heldOn);
  return [careCase.supportStartedOn, ...held]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
};

const reviewProblems = (answers: ReviewAnswers, situation: TaskSituation): readonly BrokenRule[] => {
  const { heldOn, people, nextReviewOn } = answers;
  const problems: BrokenRule[] = [];
  const before = reviewedBefore(situation);
  if (before !== undefined && heldOn < before) {
    problems.push({
      field: 'heldOn',
      rule: 's.27(1)',
      message: `Date of the review must be on or after ${readableDate(before)}, when support started or was reviewed last. Check the year`,
    });
  }
  if (!people.some(({ attended }) => attended === 'yes')) {
    problems.push({ field: 'people', rule: 's.27(2) and (3)', message: 'Add who took part' });
  }
  if (nextReviewOn !== undefined && (nextReviewOn <= heldOn || nextReviewOn > addMonths(heldOn, mostMonths))) {
    problems.push({
      field: 'nextReviewOn',
      rule: 'statutory guidance 13.32',
      message: `The next review must be after this one, and no more than ${mostMonths} months after it`,
    });
  }
  return [
    ...problems,
    ...othersUnasked(answers),
    ...staysAgainstWhatWasFound(answers),
    ...revisedUnassessed(answers),
    ...signingProblems(answers),
  ];
};

/** A carer whose needs or circumstances changed is offered an assessment of their own. Care Act 2014 ss.10(1) and 11(7). */
const carerOffer = ({ carerNow }: ReviewAnswers, { task, case: { kind } }: TaskSituation): FollowUp[] => {
  if (kind === 'carer' || (carerNow !== 'can-do-less' && carerNow !== 'may-need-support')) return [];
  const found = carerNow === 'can-do-less' ? 'can or will do less' : 'may need support';
  return [
    openedBy(
      task,
      'offer-carers-assessment',
      `A review found that the carer ${found}. Ask if they agree to be contacted.`,
    ),
  ];
};

/** What is not agreed is looked at by somebody: all reasonable steps are taken to agree. Care Act 2014 s.27(5). */
const disagreement = (answers: ReviewAnswers, { task }: TaskSituation): FollowUp[] => {
  if (answers.personSigning === 'disagrees') {
    return [openedBy(task, 'settle-disagreement', 'The person does not agree with the record of their review')];
  }
  if (answers.outcome !== 'no-change') return [];
  const { personSatisfied, carerSatisfied, advocateSatisfied } = answers;
  const unhappy = [
    ...(personSatisfied === 'no' ? ['The person'] : []),
    ...(carerSatisfied === 'no' ? ['The carer'] : []),
    ...(advocateSatisfied === 'no' ? ['The advocate'] : []),
  ];
  if (unhappy.length === 0) return [];
  const reason = `Not satisfied with the plan, which stays as it is: ${unhappy.join(', ').toLowerCase()}`;
  return [openedBy(task, 'settle-disagreement', reason)];
};

/** The support is changed or ended by nobody who takes no part in it. Care Act 2014 s.67(3)(e) and (f). */
const takingPartInReview = (answers: ReviewAnswers, situation: TaskSituation): readonly BrokenRule[] =>
  answers.outcome === 'revise' || answers.outcome === 'end'
    ? [...takingPartProblems(answers, situation), ...otherTakingPartProblems(answers, situation)]
    : [];

/** A review leads to the plan as it is, a revised plan, a new assessment, or the end of support. Care Act 2014 s.27. */
export const reviewPlan: Rule<typeof review> = (answers, situation) => {
  const problems = [...reviewProblems(answers, situation), ...takingPartInReview(answers, situation)];
  if (problems.length > 0) return broken(problems);
  return done(answers.outcome, {
    output: { outcome: answers.outcome, heldOn: answers.heldOn },
    // Where support ends, its notice tells of it.
    tells: answers.outcome === 'end' ? [] : [isLeftToSign(answers) ? 'review-to-sign' : 'plan-news'],
    opens: [
      ...disagreement(answers, situation),
      ...advocatesToArrange(situation.task, answers, situation),
      ...(answers.needsChanged === 'yes' ? carersToAskAgain(situation) : []),
      ...carerOffer(answers, situation),
    ],
  });
};
