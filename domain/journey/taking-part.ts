import type { Answers } from '../../schemas/form-conditions.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import {
  type AdvocacyQuestion,
  advocateRequired,
  appropriatePerson,
  type Difficulties,
  type PossibleSupporter,
} from '../eligibility/advocacy.ts';
import { listOf, textOf } from '../forms/answered.ts';
import type { BrokenRule, Ruling } from '../ruling.ts';
import { openedBy } from './follow-up.ts';
import type { FollowUp, TaskSituation } from './work-outcome.ts';
import { asWorkOf } from './work-records.ts';

/** Whether somebody agrees to a supporter, or whether it is in their best interests. Care Act 2014 s.67(6). */
type Agreement = 'agrees' | 'does-not-agree' | 'best-interests' | 'not-best-interests';

/** What the lists of staff ask of how a person takes part. */
export type TakingPart = {
  readonly substantialDifficulty: readonly ('understanding' | 'retaining' | 'weighing' | 'communicating' | 'none')[];
  readonly supportToTakePart?: 'appropriate-person' | 'advocate' | 'nobody';
  readonly supporterName?: string;
  readonly supporterPaid?: 'yes' | 'no';
  readonly supporterAgreed?: Agreement;
  readonly advocateFrom?: IsoDate;
};

/** What they ask of the other individual who must be involved. */
export type OtherTakingPart = {
  readonly otherNeedsAdvocate?: 'nobody' | 'no' | 'supported' | 'yes' | 'arranged';
  readonly otherSupporterPaid?: 'yes' | 'no';
  readonly otherSupporterAgreed?: Agreement;
  readonly otherAdvocateName?: string;
  readonly otherAdvocateFrom?: IsoDate;
};

/** The four difficulties as the rules read them. Care Act 2014 s.67(4). */
export const difficultiesIn = (ticked: TakingPart['substantialDifficulty']): Difficulties => ({
  understanding: ticked.includes('understanding'),
  retaining: ticked.includes('retaining'),
  usingOrWeighing: ticked.includes('weighing'),
  communicating: ticked.includes('communicating'),
});

/** The reasons for an advocate in spite of somebody appropriate. SI 2014/2889 reg 4. */
export const triggersIn = (
  ticked: readonly ('hospital-28-days' | 'care-home-8-weeks' | 'disagreement' | 'none')[] = [],
): Pick<AdvocacyQuestion, 'nhsLongStayAndBestInterests' | 'materialDisagreementAndBothAgree'> => ({
  nhsLongStayAndBestInterests: ticked.includes('hospital-28-days') || ticked.includes('care-home-8-weeks'),
  materialDisagreementAndBothAgree: ticked.includes('disagreement'),
});

/** Whether somebody who is offered as supporter is appropriate. Care Act 2014 s.67(5) and (6). */
export const supporterRuling = (
  paid: 'yes' | 'no' | undefined,
  agreed: Agreement | undefined,
  rest: Pick<PossibleSupporter, 'ableToSupport' | 'implicatedInAbuse'> = {
    ableToSupport: true,
    implicatedInAbuse: false,
  },
) =>
  appropriatePerson({
    paidOrProfessional: paid === 'yes',
    personHasCapacityToAgree: agreed === 'agrees' || agreed === 'does-not-agree',
    personAgrees: agreed === 'agrees',
    inBestInterests: agreed === 'best-interests',
    ...rest,
  });

/** Whether an advocate is due to the person by what staff answered, and why. Care Act 2014 s.67; SI 2014/2889 reg 4. */
const dueBy = (answers: TakingPart, triggers: ReturnType<typeof triggersIn> = triggersIn()): Ruling =>
  advocateRequired({
    difficulties: difficultiesIn(answers.substantialDifficulty),
    appropriatePerson:
      answers.supportToTakePart === 'appropriate-person' &&
      supporterRuling(answers.supporterPaid, answers.supporterAgreed).may,
    ...triggers,
  });

const isNamed = ({ supportToTakePart, supporterName }: TakingPart): boolean =>
  supportToTakePart === 'advocate' && supporterName !== undefined;

const hasNone = ({ substantialDifficulty }: TakingPart): boolean => substantialDifficulty.includes('none');

/** Who can need an advocate in a case. */
type Individual = 'person' | 'carer' | 'cared-for';

const otherOf = ({ case: { kind } }: TaskSituation): Individual => (kind === 'carer' ? 'cared-for' : 'carer');

/** The difficulties that a person may tell of on the public forms. */
const toldDifficulties = ['understand', 'remember', 'decide', 'say'];

/** Whether the person has told of a difficulty, and has nobody to support them or wants an advocate. Care Act 2014 s.67(4) and (5). */
const isToldOf = (list: string, given: Answers, kind: 'needs' | 'carer'): boolean => {
  const named = kind === 'carer' && list === 'joint-assessment' ? inJointForm : (id: string) => id;
  const isHard = listOf(given, named('takingPart')).some((one) => toldDifficulties.includes(one));
  if (!isHard) return false;
  return textOf(given, named('someoneToSupport')) !== 'yes' || textOf(given, named('wantsAdvocate')) === 'yes';
};

const toldOf = ({ records, case: { kind } }: TaskSituation): boolean =>
  records.some((record) => record.kind === 'application' && isToldOf(record.list, record.answers as Answers, kind));

/** Whether a record says that an advocate is due to somebody, or that this was answered; undefined where it says neither. */
const saysOf = (
  record: CaseRecord,
  individual: Individual,
  kind: 'needs' | 'carer',
): 'due' | 'answered' | undefined => {
  if (record.kind === 'application') {
    return individual === 'person' && isToldOf(record.list, record.answers as Answers, kind) ? 'due' : undefined;
  }
  const arranged = asWorkOf(record, 'arrange-advocacy')?.answers;
  if (arranged) {
    if (arranged.forWhom !== individual) return undefined;
    return arranged.arrangement === 'referred' ? 'due' : 'answered';
  }
  // Section 68 asks for an advocate in an enquiry, which stops nothing else.
  if (record.kind !== 'work' || record.work === 'look-into-safety') return undefined;
  const answers = record.answers as unknown as TakingPart & OtherTakingPart & { carerNeedsAdvocate?: string };
  if (individual !== 'person') {
    const other = answers.otherNeedsAdvocate ?? answers.carerNeedsAdvocate;
    return other === 'yes' ? 'due' : other === 'arranged' ? 'answered' : undefined;
  }
  // That staff found no difficulty does not answer what the person has told of: the task to arrange an advocate does.
  if (answers.substantialDifficulty === undefined || hasNone(answers)) return undefined;
  return isNamed(answers) || !dueBy(answers).may ? 'answered' : 'due';
};

/** Whether an advocate is due to somebody by what is recorded, and nobody has said yet who it is. */
const isPending = ({ records, case: { kind } }: TaskSituation, individual: Individual): boolean =>
  records
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .reduce<'due' | 'answered' | undefined>(
      (before, record) => saysOf(record, individual, kind) ?? before,
      undefined,
    ) === 'due';

const answerFirst =
  'An independent advocate is due, and nobody has named one. Finish the task to arrange an advocate first';

/**
 * Why a stage cannot be closed as far as taking part goes: an advocate is due to somebody and none is named with a day. Care Act 2014
 * s.67(2); High Court 2015, Haringey.
 */
export const takingPartProblems = (
  answers: TakingPart,
  situation: TaskSituation,
  triggers?: ReturnType<typeof triggersIn>,
): BrokenRule[] => {
  const due = dueBy(answers, triggers);
  if (isNamed(answers) && answers.advocateFrom !== undefined) return [];
  if (due.may) {
    const supporter = supporterRuling(answers.supporterPaid, answers.supporterAgreed);
    const why = answers.supportToTakePart === 'appropriate-person' && !supporter.may ? `${supporter.reason} ` : '';
    return [
      {
        field: 'supportToTakePart',
        rule: due.source,
        message: `${why}${due.reason} ${due.next} Open the task to arrange one if there is none, and name the advocate and the day`,
      },
    ];
  }
  return hasNone(answers) && isPending(situation, 'person')
    ? [{ field: 'substantialDifficulty', rule: 's.67(2)', message: answerFirst }]
    : [];
};

/** The same of the other individual who must be involved. @param field the question that asks it. Care Act 2014 s.67(3) */
export const otherTakingPartProblems = (
  answers: OtherTakingPart,
  situation: TaskSituation,
  field: 'otherNeedsAdvocate' | 'carerNeedsAdvocate' = 'otherNeedsAdvocate',
): BrokenRule[] => {
  const problem = (message: string): BrokenRule[] => [{ field, rule: 's.67(2) and (3)', message }];
  switch (answers.otherNeedsAdvocate) {
    case 'arranged':
      return [];
    case 'supported': {
      const ruling = supporterRuling(answers.otherSupporterPaid, answers.otherSupporterAgreed);
      return ruling.may ? [] : problem(`${ruling.reason} ${ruling.next}`);
    }
    case 'yes':
      return problem(answerFirst);
    default:
      return isPending(situation, otherOf(situation)) ? problem(answerFirst) : [];
  }
};

/** Why a plan cannot be agreed: an advocate is due to the person or to the other individual, and nobody has named one. s.67(3). */
export const advocateMissing = (situation: TaskSituation): BrokenRule[] =>
  isPending(situation, 'person') || isPending(situation, otherOf(situation))
    ? [
        {
          field: 'answer',
          rule: 's.67(2)',
          message: 'An independent advocate has to be arranged before the plan is agreed',
        },
      ]
    : [];

/**
 * The tasks to arrange an advocate that a piece of work opens: for the person, by what staff found or by what the person had told us; and for
 * the other individual who must be involved. Care Act 2014 s.67(2) and (3).
 *
 * @param first whether it is the first look at what the person told us
 */
export const advocatesToArrange = (
  task: Task,
  answers: TakingPart & OtherTakingPart,
  situation: TaskSituation,
  { first = false } = {},
): FollowUp[] => {
  const isDue = dueBy(answers).may || (first && toldOf(situation));
  const hasSomebody = !hasNone(answers) && (isNamed(answers) || !dueBy(answers).may);
  const own = openedBy(
    task,
    'arrange-advocacy',
    dueBy(answers).may
      ? 'Substantial difficulty in taking part, and nobody suitable to give support'
      : 'The person has told us of a difficulty in taking part, and of nobody to support them',
  );
  const other = openedBy(
    task,
    'arrange-advocacy',
    'Somebody else who must be involved may need an advocate of their own',
  );
  return [
    ...(isDue && !hasSomebody ? [own] : []),
    ...(answers.otherNeedsAdvocate === 'yes' ? [{ ...other, step: `${other.step}-other` }] : []),
  ];
};

/** Whether the person has told us of a difficulty, or staff have found one: then a reason is needed for no advocate. */
export const difficultyIsKnown = (situation: TaskSituation): boolean => isPending(situation, 'person');
