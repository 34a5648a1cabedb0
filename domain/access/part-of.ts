import type { CasePart } from '../../schemas/access.ts';
import type { AuditEvent, PersonEvent } from '../../schemas/case.ts';
import type { StoredNote } from '../../schemas/case-note.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';

/** The part of a case to which each kind of work belongs, and with it the record that it leaves. */
const partsOfWork: Readonly<Record<TaskKind, CasePart>> = {
  'triage-request': 'application',
  'decide-contact': 'application',
  'give-short-term-support': 'assessment',
  'review-short-term-support': 'assessment',
  'ask-short-term': 'assessment',
  'take-in-care': 'plan',
  'assess-needs': 'assessment',
  'assess-carer': 'assessment',
  'decide-eligibility': 'decision',
  'decide-carer-eligibility': 'decision',
  'estimate-budget': 'charge',
  'assess-finances': 'money',
  'draft-plan': 'plan',
  'check-plan': 'plan',
  'agree-plan-for-council': 'plan',
  'agree-plan': 'plan',
  'set-up-support': 'plan',
  'check-support': 'plan',
  'review-direct-payment': 'plan',
  'review-top-up': 'charge',
  'review-plan': 'reviews',
  'look-into-safety': 'safeguarding',
  'consider-refusal': 'assessment',
  'assess-capacity': 'assessment',
  'arrange-advocacy': 'assessment',
  'find-planner': 'plan',
  'refer-continuing-healthcare': 'assessment',
  'offer-carers-assessment': 'application',
  'refer-child': 'safeguarding',
  'check-authority': 'people',
  'review-restriction': 'identity',
  'review-wait': 'application',
  'assess-after-discharge': 'assessment',
  'tell-of-cost': 'charge',
  'collect-contribution': 'charge',
  'arrange-benefits-check': 'application',
  'arrange-wanted-help': 'application',
  'make-emergency-plan': 'application',
  'arrange-urgent-support': 'plan',
  'contact-another-way': 'messages',
  'explain-delay': 'messages',
  'send-copy': 'messages',
  'restart-workflow': 'history',
  'arrange-visit': 'identity',
  'settle-disagreement': 'reviews',
  'change-plan': 'plan',
  'decide-review-request': 'requests',
  'answer-query': 'requests',
  'acknowledge-complaint': 'complaint',
  'answer-complaint': 'complaint',
  'put-complaint-right': 'complaint',
  'look-at-change': 'requests',
  'look-at-money': 'money',
  'find-person': 'requests',
  'arrange-deferred-payment': 'money',
  'review-deferred-payment': 'money',
  'consider-ending': 'requests',
  'give-notice-of-end': 'plan',
  'end-support': 'plan',
  'confirm-death': 'identity',
  'adult-whose-carer-died': 'plan',
  'final-accounts': 'money',
  'write-condolence': 'messages',
  'send-plan-to-council': 'plan',
  'confirm-arrival': 'plan',
  'keep-until-assessed': 'plan',
  'establish-residence': 'assessment',
};

/** The part of a case to which a kind of work belongs. */
export const partOfWork = (kind: TaskKind): CasePart => partsOfWork[kind];

/** Kinds of work whose names begin alike: the longer goes first. */
const longestFirst = taskKind.options.toSorted((a, b) => b.length - a.length);

/** The part of a step, such as `assessment-1.decide-eligibility` or a task's id, by the kind of work in its name. */
const partOfStep = (step: string): CasePart | undefined => {
  const name = step.split('.').find((word) => longestFirst.some((kind) => word.startsWith(kind)));
  const kind = longestFirst.find((one) => name?.startsWith(one));
  return kind && partsOfWork[kind];
};

/** What a person sends while their case runs, by the id of its list. */
const partsOfRequests: Readonly<Record<string, CasePart>> = {
  complaint: 'complaint',
  'financial-assessment': 'money',
  'review-request': 'reviews',
  'review-disagreement': 'reviews',
};

/** Documents by the question that they answer. */
const partsOfDocuments: Readonly<Record<string, CasePart>> = {
  evidence: 'money',
  helperProof: 'people',
  representativeProof: 'people',
};

/** The part of a document, by the question that it answers. */
export const partOfDocument = ({ question }: { readonly question: string }): CasePart =>
  partsOfDocuments[question] ?? 'documents';

/** The part of a case to which a record belongs. */
export const partOfRecord = (record: CaseRecord): CasePart => {
  switch (record.kind) {
    case 'work':
      return partsOfWork[record.work];
    case 'application':
      return 'application';
    case 'plan':
      return 'plan';
    case 'document':
      return partOfDocument(record);
    case 'request':
      return partsOfRequests[record.list] ?? 'requests';
    case 'signature':
      return partOfStep(record.of) ?? 'plan';
    case 'note':
      return partOfStep(record.id) ?? 'notes';
  }
};

/** Notes that are about one part, by their kind. */
const partsOfNotes: Readonly<Record<string, CasePart>> = { safeguarding: 'safeguarding', money: 'money' };

/** The part of a note on a case, by the work from which it was kept, or by what kind of note it says it is. */
export const partOfNote = ({ answers, kept }: Pick<StoredNote, 'answers' | 'kept'>): CasePart =>
  kept ? partsOfWork[kept.kind] : (partsOfNotes[String(answers['kind'])] ?? 'notes');

/** The part of a message in the ledger, by its key; all of them are messages besides. */
export const partOfMessage = (key: string): CasePart => partOfStep(key) ?? 'messages';

/** The part of a case that an event tells of. */
export const partOfEvent = ({ action, about = '' }: AuditEvent | PersonEvent): CasePart => {
  const ofStep = partOfStep(about);
  if (ofStep) return ofStep;
  if (action.startsWith('email-')) return 'messages';
  const ofRequest = Object.entries(partsOfRequests).find(([list]) => about.includes(list))?.[1];
  return ofRequest ?? (action.startsWith('document-') ? 'documents' : 'history');
};

/** What a person may complain about, and the parts that whoever answers must read. */
const partsComplainedOf: Readonly<Record<string, readonly CasePart[]>> = {
  decision: ['assessment', 'decision'],
  delay: ['application', 'assessment', 'messages'],
  quality: ['plan', 'reviews'],
  staff: ['notes', 'messages', 'requests'],
  charge: ['charge', 'money'],
  information: ['application', 'messages', 'requests'],
};

/** What the complaints of a case are about, for whoever answers complaints. */
export const partsOfComplaints = (records: readonly CaseRecord[]): CasePart[] =>
  records.flatMap((record) => {
    if (record.kind !== 'request' || record.list !== 'complaint') return [];
    const about = record.answers['complaintAbout'];
    return Array.isArray(about) ? about.flatMap((one) => partsComplainedOf[String(one)] ?? []) : [];
  });
