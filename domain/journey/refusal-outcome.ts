import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { refusal } from '../../schemas/forms/refusal.ts';
import { adultRefusal, carerRefusal } from '../eligibility/refusal.ts';
import { findingOf } from './capacity-outcome.ts';
import { broken, done, type Rule, refused, type TaskSituation } from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

type RefusalAnswers = AnswersOf<typeof refusal>;

/** The stages at which there is an assessment to refuse, and nothing else that the case is for. */
const beforeDecision: readonly TaskSituation['case']['stage'][] = ['received', 'short-term-support', 'assessment'];

/** Whether it was found that somebody cannot decide to refuse. */
const foundToLack = ({ records }: TaskSituation): boolean => {
  const last = allWorkOf(records, 'assess-capacity').find(
    ({ answers }) => answers.decisionKind === 'refuse-assessment',
  );
  return last !== undefined && findingOf(last.answers) === 'lacks-capacity';
};

const rulingOf = (answers: RefusalAnswers, { case: { kind } }: TaskSituation) => {
  const since = answers.since === 'nothing' ? undefined : answers.since;
  return kind === 'carer'
    ? carerRefusal(since)
    : adultRefusal({
        capacityToRefuse: answers.capacityToRefuse,
        inBestInterests: answers.inBestInterests === undefined ? undefined : answers.inBestInterests === 'yes',
        abuseOrNeglect: answers.abuseOrNeglect !== 'no',
        since,
      });
};

/**
 * Whether a refusal stands, and closes the case. Where it is doubtful that the person can decide it, capacity is assessed first, which the
 * answers open; that it is lacking is said only where it was found so, with all that helps tried. Care Act 2014 s.11; Mental Capacity Act
 * 2005 ss.1(3) and 3(1).
 */
export const considerRefusal: Rule<typeof refusal> = (answers, situation) => {
  const { case: careCase } = situation;
  if (careCase.kind === 'needs' && answers.capacityToRefuse === 'lacks' && !foundToLack(situation)) {
    const message =
      'Select “in doubt”, and assess capacity first: an inability has to be found, and help to decide tried';
    return broken([{ field: 'capacityToRefuse', rule: 'Mental Capacity Act 2005 ss.1(3) and 3(1)', message }]);
  }
  const ruling = rulingOf(answers, situation);
  if (ruling.code === 'refused' && answers.howToComeBack === 'no') {
    return refused('howToComeBack', 'Tell the person how to ask for an assessment later');
  }
  if (ruling.may) return done('assess');
  if (ruling.code !== 'refused') return done(ruling.code);
  if (answers.refusedScope === 'part') return done('part-refused');
  const isOver = beforeDecision.includes(careCase.stage) && careCase.planInForce === undefined;
  return done('refused', isOver && !careCase.closed ? { closes: 'assessment-refused' } : {});
};
