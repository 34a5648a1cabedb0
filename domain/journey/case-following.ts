import type { Form, Page, Question } from '../../schemas/form-language.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { sameAddress } from './address-proof.ts';
import { type ActsFor, mayActFor, powerReaches, type Signed } from './consent.ts';
import { type Follower, helperOf, type PersonsCase } from './persons.ts';
import { asWorkOf } from './work-records.ts';

/**
 * As whom the holder of an address may follow a case, if at all: the person; or who helps them with it, where the person wants them to get
 * updates and they may act for them. Nobody follows the case of someone who has died: a person of the council speaks with the family.
 */
export const followerOf = ({ careCase, person }: PersonsCase, address: string): Follower | undefined => {
  if (careCase.closed?.reason === 'died' || person.died) return undefined;
  if (sameAddress(person.email, address)) return 'person';
  const helper = helperOf(careCase, person);
  const helps = sameAddress(helper?.email, address) && careCase.updatesTo.includes('helper');
  return helper && helper.diedAt === undefined && helps && mayActFor(helper).may ? 'helper' : undefined;
};

/**
 * Whether someone may sign: the person; for them whoever has lawful authority over what is signed, over their care for a plan or a review,
 * over their money for what is about money, once staff have seen that they have it. Care Act 2014 s.25(5); Mental Capacity Act 2005.
 */
export const maySign = (as: Follower, helper: ActsFor | undefined, what: Signed = 'plan'): boolean =>
  as === 'person' || (helper !== undefined && helper.proof === 'seen' && powerReaches(helper, what));

/**
 * What someone else said about the person, such as a provider's request for a review, and what came of it. It is theirs too, so it is
 * given out by a member of staff who weighs both, never by a page. Data Protection Act 2018, schedule 2, paragraph 16.
 */
export const isFromAnother = (record: CaseRecord): boolean =>
  (record.kind === 'request' && record.list === reviewForAnother.id) || isAboutAnothersRequest(record.id);

/**
 * An advocate for somebody else, whose matter that is; and one for an enquiry into harm, of which nothing is said but by the safe way.
 * Care Act 2014 ss.42 and 67(3).
 */
export const isAdvocateWithheld = (record: CaseRecord): boolean => {
  const arranged = asWorkOf(record, 'arrange-advocacy')?.answers;
  return arranged !== undefined && (arranged.forWhom !== 'person' || arranged.occasion.startsWith('safeguarding'));
};

/** Whether the name of a task, a message or a change says that it belongs to such a request. */
export const isAboutAnothersRequest = (name: string): boolean =>
  name.includes('-by-other-') || name.includes(reviewForAnother.id);

/**
 * Answers that only the person and staff may read, of either person in a form about two: whoever opens the page may be the one who does harm, or
 * whom somebody does not want to be there. Care Act 2014 s.42.
 */
export const isAboutSafety = (question: string): boolean =>
  /^(carer)?(treatedBadly|safeContact|safeTo|reportAbuse|talkAlone|tellPersonCaredFor|shareLimits)/i.test(question);

/** Lists without a copy of their own whose findings the person is given in a letter. */
const inLetters: readonly string[] = ['decision', 'carer-decision', 'estimate', 'finances', 'plan'];

/**
 * Whether somebody may read an answer of a list of staff by themselves, in the file of all that is held. Nobody is given what asks about harm or
 * what others said; whoever helps has no more than a copy would give them, and nothing that is for staff alone.
 */
export const mayReadAnswer = (
  as: Follower,
  { id, copyTitle }: Pick<Form, 'id' | 'copyTitle'>,
  page: Pick<Page, 'sensitive'>,
  question: Pick<Question, 'id' | 'notInCopy'>,
): boolean => {
  if (page.sensitive || isSaidByOthers(question.id)) return false;
  return as === 'person' || ((copyTitle !== undefined || inLetters.includes(id)) && !question.notInCopy);
};

/** Answers of staff's lists that hold what others told us of the person: given out by a member of staff who weighs both. */
export const isSaidByOthers = (question: string): boolean =>
  ['carerViews', 'professionalsConsulted', 'askedOthers'].includes(question);
