import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Answers, Row } from '../../schemas/form-conditions.ts';
import type { assessment } from '../../schemas/forms/assessment.ts';
import type { carerOffer } from '../../schemas/forms/carer-offer.ts';
import type { Task } from '../../schemas/task.ts';
import { ageOn } from '../eligibility/assessment-duties.ts';
import { textOf } from '../forms/answered.ts';
import { londonDate } from '../time/clock-time.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type FollowUp, type Rule, refused, type TaskSituation } from './work-outcome.ts';
import { workOf } from './work-records.ts';

const contactWords: Readonly<Record<string, string>> = {
  yes: 'They agree to be contacted.',
  no: 'They do not agree to be contacted: the person is asked to pass it on.',
};

/** One offer for each carer, in words that name nobody. */
const offers = (task: Task, carers: readonly { readonly contact?: string | undefined }[], said: string): FollowUp[] =>
  carers.map(({ contact }, index) => {
    const offer = openedBy(task, 'offer-carers-assessment');
    const which = carers.length > 1 ? `Carer ${index + 1} of ${carers.length} who are named. ` : 'A carer is named. ';
    const agrees = contactWords[contact ?? ''] ?? 'Ask whether they agree to be contacted.';
    return { ...offer, step: `${offer.step}-${index + 1}`, reason: `${which}${agrees}${said}` };
  });

const rowsOf = (answers: Answers, id: string): Row[] => {
  const rows = answers[id];
  return Array.isArray(rows) ? (rows as (string | Row)[]).filter((row) => typeof row !== 'string') : [];
};

const wishes: Readonly<Record<string, string>> = {
  yes: ' An assessment is wanted.',
  'ask-them': ' It is not known whether they want one: please ask.',
};
const ways: Readonly<Record<string, string>> = {
  joint: ' Together with the person was asked for: only if both agree.',
  separate: ' Separately was asked for.',
  'no-carer': ' The carer does not want to take part in the person’s own.',
};

/**
 * The offers to the carers whom a person’s application names, at the first look at it: each may need support, whatever the level. A carer who
 * filled it in and said no for themselves is not asked again. Care Act 2014 s.10(1) and (4).
 */
export const carersNamedFirst = ({ records, task, case: { kind } }: TaskSituation): FollowUp[] => {
  if (kind === 'carer') return [];
  return records.flatMap((record) => {
    // A form about two opens the carer's case by itself.
    if (record.kind !== 'application' || record.list === 'joint-assessment') return [];
    const answers = record.answers as Answers;
    const fills = textOf(answers, 'filledInBy') === 'carer';
    const wants = textOf(answers, 'carerWantsAssessment');
    const named = rowsOf(answers, 'carers').map(({ agreesToContact }) => ({ contact: String(agreesToContact ?? '') }));
    const referred = textOf(answers, 'carerContact') === undefined ? [] : [{}];
    const own = fills && wants !== 'no' ? [{ contact: 'yes' }] : [];
    return offers(
      task,
      [...own, ...named, ...referred],
      `${wishes[wants ?? ''] ?? ''}${ways[textOf(answers, 'jointOrSeparate') ?? ''] ?? ''}`,
    );
  });
};

/** The offers to the carers whom an assessment of an adult found, where it was not offered yet, or is wanted. Care Act 2014 s.10(1). */
export const carersFound = (
  { hasCarer, carers = [], carerOffered }: AnswersOf<typeof assessment>,
  { task, tasks }: TaskSituation,
): FollowUp[] => {
  if (hasCarer === 'no' || (carerOffered !== 'not-offered' && carerOffered !== 'accepted')) return [];
  // What triage asked for is still to be done, and is not asked for twice.
  if (tasks.some(({ kind, status }) => kind === 'offer-carers-assessment' && status === 'open')) return [];
  const said = carerOffered === 'accepted' ? ' An assessment was offered and is wanted.' : ' None was offered yet.';
  return offers(
    task,
    carers.map(({ agreesToContact }) => ({ contact: agreesToContact })),
    said,
  );
};

/**
 * The offer once more to a carer who had said no, when the adult’s needs or circumstances have changed: the duty comes back. Care Act 2014
 * s.11(7).
 */
export const carersToAskAgain = ({ task, records, case: { kind } }: TaskSituation): FollowUp[] => {
  const refused =
    workOf(records, 'offer-carers-assessment')?.answers.answer === 'declined' ||
    workOf(records, 'assess-needs')?.answers.carerOffered === 'declined';
  const reason = 'A carer had said no. The adult’s needs or circumstances have changed since: the offer is due again';
  return kind === 'needs' && refused ? [openedBy(task, 'offer-carers-assessment', reason)] : [];
};

/**
 * What comes of an offer: a case of the carer’s own where they accept, a message to pass on where they may not be contacted, and the question
 * once more where they have not answered. Care Act 2014 ss.10 and 11(5) and (6).
 */
export const offerCarersAssessment: Rule<typeof carerOffer> = (answers, { task, now }) => {
  if (answers.agreesToContact !== 'yes') return done('passed-on', { tells: ['pass-on-to-carer'] });
  if (answers.answer === 'declined' && answers.toldHowToAsk === 'no') {
    return refused('toldHowToAsk', 'Tell the carer how to ask for an assessment later');
  }
  if (answers.answer === 'waiting' && answers.askAgainOn !== undefined) {
    const { askAgainOn } = answers;
    return done('waiting', {
      opens: [{ ...again(task, askAgainOn, 'The carer had not answered yet'), opensOn: askAgainOn }],
    });
  }
  const { carerFirstName, carerLastName, carerDateOfBirth, carerPhone, carerEmail } = answers;
  if (answers.answer !== 'accepted' || !carerFirstName || !carerLastName || !carerDateOfBirth) {
    return done(answers.answer ?? 'offered');
  }
  if (ageOn(carerDateOfBirth, londonDate(now)) < 18) {
    return refused('carerDateOfBirth', 'This is a child. Open the task to tell children’s services instead');
  }
  return done('accepted', {
    begins: {
      firstName: carerFirstName,
      lastName: carerLastName,
      dateOfBirth: carerDateOfBirth,
      ...(carerPhone && { phone: carerPhone }),
      ...(carerEmail && { email: carerEmail }),
      linked: answers.carerAgreesLink === 'yes' && answers.personAgreesLink === 'yes',
    },
  });
};
