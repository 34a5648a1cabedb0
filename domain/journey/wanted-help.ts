import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { assessment } from '../../schemas/forms/assessment.ts';
import type { carerAssessment } from '../../schemas/forms/carer-assessment.ts';
import type { emergencyPlan } from '../../schemas/forms/emergency-plan.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import type { triage } from '../../schemas/forms/triage.ts';
import type { wantedHelp } from '../../schemas/forms/wanted-help.ts';
import type { Task } from '../../schemas/task.ts';
import { listOf, textOf } from '../forms/answered.ts';
import { unknownSupport } from '../plan/support.ts';
import type { BrokenRule } from '../ruling.ts';
import { again, openedBy } from './follow-up.ts';
import { broken, done, type FollowUp, type Rule, type TaskSituation } from './work-outcome.ts';

type CarerAnswers = AnswersOf<typeof carerAssessment>;
type HelpRow = AnswersOf<typeof wantedHelp>['help'][number];

const wishes: Readonly<Record<string, string>> = {
  information: 'information and advice',
  training: 'training',
  counselling: 'counselling',
  groups: 'a group of carers',
};

const helpFor = (task: Task, wanted: readonly string[]): FollowUp[] => {
  const named = wanted.flatMap((one) => wishes[one] ?? []);
  return named.length === 0 ? [] : [openedBy(task, 'arrange-wanted-help', `The carer would like ${named.join(', ')}`)];
};

const planFor = (task: Task, emergency: string | undefined): FollowUp[] => {
  const reasons: Readonly<Record<string, string>> = {
    want: 'The carer has no plan for an emergency, and wants one',
    'out-of-date': 'The carer’s plan for an emergency is out of date',
  };
  const reason = emergency === undefined ? undefined : reasons[emergency];
  return reason === undefined ? [] : [openedBy(task, 'make-emergency-plan', reason)];
};

/** What an assessment of a carer found to be wanted now, whatever is decided on eligibility. Care Act 2014 ss.2, 4 and 10. */
export const wantedByCarer = (
  { supportWanted, emergencyPlan: emergency }: Pick<CarerAnswers, 'supportWanted' | 'emergencyPlan'>,
  task: Task,
): FollowUp[] => [...helpFor(task, supportWanted), ...planFor(task, emergency)];

/** An alarm that the assessment found to be of use, and that is wanted, needs no plan: whoever arranges help already arranges it too. */
export const wantedAtAssessment = (
  telecare: AnswersOf<typeof assessment>['telecare'],
  task: Task,
  tasks: readonly Task[],
): FollowUp[] =>
  telecare !== 'wanted' || tasks.some(({ kind, status }) => kind === 'arrange-wanted-help' && status === 'open')
    ? []
    : [openedBy(task, 'arrange-wanted-help', 'The assessment found that an alarm or sensors are of use, and wanted')];

/** What a carer asked for in their form, where no assessment follows that would take it up. */
const wantedInForm = ({ task, records, case: { kind } }: TaskSituation): FollowUp[] => {
  if (kind !== 'carer') return [];
  const sent = records.findLast(
    (record) => record.kind === 'application' && ['carers-assessment', 'joint-assessment'].includes(record.list),
  );
  if (sent?.kind !== 'application') return [];
  const named = sent.list === 'joint-assessment' ? inJointForm : (id: string) => id;
  const answers = sent.answers as Answers;
  return [
    ...helpFor(task, listOf(answers, named('supportWanted'))),
    ...planFor(task, textOf(answers, named('emergencyPlan'))),
  ];
};

/** What a first look at a request leaves to arrange: help that was offered and is wanted, and a carer's own wishes where no assessment follows. */
export const wantedAtTriage = (
  { helpOffered = [], outcome }: Pick<AnswersOf<typeof triage>, 'helpOffered' | 'outcome'>,
  situation: TaskSituation,
): FollowUp[] => {
  const wanted = helpOffered.filter(({ answer }) => answer === 'wanted').length;
  const asked = outcome === 'advice-only' ? wantedInForm(situation) : [];
  // One piece of work arranges all of it.
  if (wanted === 0 || asked.some(({ kind }) => kind === 'arrange-wanted-help')) return asked;
  const reason = `Help that was offered is wanted: ${wanted} of ${helpOffered.length}`;
  return [...asked, openedBy(situation.task, 'arrange-wanted-help', reason)];
};

/** The entries that rows name are in the catalogue of the council. */
export const offeredProblems = (
  { helpOffered = [] }: Pick<AnswersOf<typeof triage>, 'helpOffered'>,
  { catalogue }: TaskSituation,
): readonly BrokenRule[] => unknownSupport('helpOffered', helpOffered, catalogue);

/** Help that was arranged says whom to ask; telecare says who is called. */
const rowProblems = ({ done: what, who, support, callers }: HelpRow, row: number): BrokenRule[] => [
  ...(who === undefined && (what === 'referred' || what === 'ordered' || what === 'told')
    ? [{ field: `help[${row}].who`, rule: 's.4', message: 'Enter who gives it, and how they are reached' }]
    : []),
  ...(support === 'telecare' && callers === undefined && (what === 'referred' || what === 'ordered')
    ? [{ field: `help[${row}].callers`, rule: 's.2', message: 'Enter who is called when the alarm goes off' }]
    : []),
];

/** What became of help that is wanted; the person has it to read. Care Act 2014 ss.2 and 4. */
export const arrangeWantedHelp: Rule<typeof wantedHelp> = ({ help }, { catalogue }) => {
  const problems = [...help.flatMap(rowProblems), ...unknownSupport('help', help, catalogue)];
  if (problems.length > 0) return broken(problems);
  return done(help.every((row) => row.done === 'not-wanted') ? 'not-wanted' : 'arranged', { tells: ['answer-ready'] });
};

/** An emergency plan: the carer has it to read, and it is looked at again on its day. */
export const makeEmergencyPlan: Rule<typeof emergencyPlan> = ({ planMade, stepIn = [], lookAgainOn }, { task }) => {
  if (planMade === 'not-wanted' || lookAgainOn === undefined) return done('not-wanted');
  const problems = stepIn.flatMap(({ agrees }, row): BrokenRule[] =>
    agrees === 'no'
      ? [
          {
            field: `stepIn[${row}].agrees`,
            rule: 'guidance 10.44',
            message: 'Ask them first, or leave them out: they do not agree',
          },
        ]
      : [],
  );
  if (problems.length > 0) return broken(problems);
  return done('made', {
    opens: [{ ...again(task, lookAgainOn, 'The emergency plan is to be looked at again'), opensOn: lookAgainOn }],
    tells: ['answer-ready'],
  });
};
