import type { ProvedAddress } from '../../domain/journey/address-proof.ts';
import { provedAddresses } from '../../domain/journey/address-proof.ts';
import { workOfApplication } from '../../domain/journey/application-work.ts';
import type { Application } from '../../domain/journey/applications.ts';
import { howItCame } from '../../domain/journey/first-contact.ts';
import type { Items } from '../../domain/journey/joined-person.ts';
import { askedTogether, assessedTogether } from '../../domain/journey/joint-cases.ts';
import { leavesHospitalOn } from '../../domain/journey/needs-application.ts';
import {
  type Applied,
  type Applying,
  type Follower,
  helpedAgain,
  isAbout,
  newPerson,
  type PersonsCase,
  personAgain,
  slotOf,
} from '../../domain/journey/persons.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { targetDate } from '../../domain/time/deadlines.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import { type ApplicationFormId, applicationForms } from '../../schemas/forms/application-forms.ts';
import { keptAnswers } from '../../schemas/overlay.ts';
import type { Alert, Person, PersonId } from '../../schemas/person.ts';
import type { DocumentRecord } from '../../schemas/records.ts';
import type { CaseReference, IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps, HowSent } from '../deps.ts';
import { documentRecords } from '../documents/sent-documents.ts';
import { overlayOf } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { Change, PersonChange } from '../store/changes.ts';
import { personChange } from '../store/person-changes.ts';
import { newHelperId, newPersonId } from '../store/person-items.ts';

/** Where one application goes, and all that is written with it. */
export type Filing = {
  /** The case that it opens, or the open one of its person that takes it. */
  readonly careCase: CareCase;
  readonly opens: boolean;
  /** By when the council aims to have been in touch. */
  readonly targetOn: CareCase['targetOn'];
  /** Every item of the person whom it is about. */
  readonly personIds: readonly PersonId[];
  readonly change: Change;
  readonly aboutPerson?: PersonChange;
  readonly signals: readonly Signal[];
  readonly tasks: readonly Task[];
  readonly attached: readonly DocumentRecord[];
};

/** What is filed: one application of a sent form. */
export type Sending = {
  readonly council: Council;
  readonly form: ApplicationFormId;
  readonly application: Application;
  /** The reference of the case, if it opens one. */
  readonly reference: CaseReference;
  /** What tells this sending from every other: twelve characters. */
  readonly mark: string;
  readonly proved: readonly ProvedAddress[];
  readonly documents: readonly HeldDocument[];
  /** The cases that whoever sent it is signed in to, and as whom. */
  readonly known: readonly (PersonsCase & { readonly as: Follower })[];
  /** Every item of the person whom a carer looks after, where that is known. */
  readonly caresFor?: readonly PersonId[] | undefined;
} & Pick<HowSent, 'taken' | 'about' | 'together' | 'reading'>;

/** A person of whom we know: all of their items, that of the case, and as whom they are signed in who sends. */
type Known = { readonly as: Follower; readonly items: Items; readonly own: Person };

/** Who sent it: the public, or the member of staff who took it for them. */
const actorOf = ({ taken }: Pick<Sending, 'taken'>): Actor =>
  taken ? { kind: 'staff', id: taken.by, role: taken.role } : { kind: 'public' };

/** What an application says of its case: who is told of it, how soon. The rest of what it says is the person's. */
export const factsOf = (
  { clock }: Pick<Deps, 'clock'>,
  council: Council,
  { updatesTo, urgency, answers }: Application,
  receivedOn: IsoDate = londonDate(clock.now()),
): Pick<CareCase, 'updatesTo' | 'urgency' | 'targetOn'> => {
  const target = targetDate(urgency, receivedOn, council.targets);
  const leaves = leavesHospitalOn(answers, londonDate(clock.now()));
  return {
    updatesTo: updatesTo.length > 0 ? updatesTo : ['person'],
    urgency,
    targetOn: leaves !== undefined && leaves < target ? leaves : target,
  };
};

/** What whoever makes contact must know of a person who discloses harm. */
export const harmAlert = (
  { clock }: Pick<Deps, 'clock'>,
  { disclosesHarm }: Application,
  reference: CaseReference,
): Alert | undefined =>
  disclosesHarm
    ? { kind: 'harm-disclosed', source: `application ${reference}`, on: londonDate(clock.now()) }
    : undefined;

/** The work that staff have with an application beside its triage. */
export const besideTriage = (
  { clock }: Pick<Deps, 'clock'>,
  careCase: CareCase,
  application: Application,
  mark?: string,
): Task[] => {
  const now = clock.now();
  return workOfApplication(application, londonDate(now), mark).map((work) =>
    newTask(careCase, { thread: 'case', ...work }, now),
  );
};

/**
 * Decides where an application goes, and what is written with it.
 *
 * Whoever is signed in and applies for the same person again applies for the person whom we know. Who helps them changes nothing that the
 * person has said of themselves: that the application says another address stands in the application, for staff to ask about. If an open case of theirs is of that kind
 * it takes the application, since a person has one case about their needs at a time and one for each person whom they look after: it is
 * a request in that case, and work for whoever has it. Otherwise it opens a case of the same person. Whoever is not signed in is a person
 * of their own, until staff join them.
 *
 * Everything else that a person has open is checked in the transaction that opens a case, so that two sendings at one moment never open
 * two.
 */
export const createFiling = (deps: Deps) => {
  const { store, clock } = deps;

  /** Whoever calls for help is where they are, which says nothing of the home of a person whom we know. */
  const whereverTheyAre = ({ person: { whereToFind: _now, ...person }, ...application }: Application): Application => ({
    ...application,
    person: { ...person, postcode: '', address: '' },
  });

  /** What an application makes of the person, of whom nothing or this item is known. */
  const appliedTo = (
    { council, form, application, proved }: Sending,
    reference: CaseReference,
    known?: Known,
  ): Applied => {
    const applying: Applying = {
      applicant: known && form === 'help-now' ? whereverTheyAre(application) : application,
      proved: known ? [...proved, ...provedAddresses(known.own)] : proved,
      helperId: newHelperId(),
      alert: harmAlert(deps, application, reference),
      now: clock.now(),
    };
    if (known === undefined) return newPerson({ council: council.slug, id: newPersonId() }, applying);
    return known.as === 'person' ? personAgain(known.own, applying) : helpedAgain(known.own, applying);
  };

  /** The answers as they are kept, and the records of the documents that came with them. */
  const recordsOf = (reference: CaseReference, sending: Sending) => {
    const { council, form, documents } = sending;
    const { answers } = sending.application;
    const asked = applicationForms.get(form);
    if (asked === undefined) throw problems.unknownForm();
    const of = { council: council.slug, reference };
    return {
      kept: keptAnswers(asked, overlayOf(council, asked.id), answers),
      attached: documentRecords(deps, of, { form: asked, answers, held: documents, by: actorOf(sending) }),
    };
  };

  /** A case of its own, of a new person or of one who is known. */
  const opening = (sending: Sending, known?: Known): Filing => {
    const { council, form, application, reference, caresFor } = sending;
    const now = clock.now();
    const actor = actorOf(sending);
    const { taken } = sending;
    const made = { council: council.slug, reference };
    const applied = appliedTo(sending, reference, known);
    const { authority, kind } = application;
    const careCase: CareCase = {
      ...made,
      version: 1,
      kind,
      personId: applied.person.id,
      ...(caresFor?.[0] && { caresFor: caresFor[0] }),
      ...(applied.helperId && { helperId: applied.helperId }),
      ...(sending.reading && { reading: { by: applied.helperId ? 'helper' : 'person', ...sending.reading } }),
      stage: 'received',
      openedAt: now,
      ...factsOf(deps, council, application, sending.taken?.receivedOn),
      journey: 1,
      reviewGeneration: 0,
    };
    const tasks = besideTriage(deps, careCase, application);
    const input = { ...made, thread: 'assessment-1', leg: 1 };
    const signals: Signal[] = [
      { ...made, id: 'start-assessment-1', at: now, kind: 'start-execution', machine: 'assessment-journey', input },
    ];
    const { kept, attached } = recordsOf(reference, sending);
    const aboutPerson = known && personChange(deps, known.own, applied.person, { actor, reference, authority });
    return {
      careCase,
      opens: true,
      targetOn: careCase.targetOn,
      personIds: known ? known.items.map(({ id }) => id) : [applied.person.id],
      change: {
        case: careCase,
        ...(known === undefined && { newPerson: applied.person }),
        // An item that this writes is not checked twice.
        besides: known?.items.filter(({ id }) => aboutPerson === undefined || id !== known.own.id) ?? [],
        records: [
          {
            ...made,
            id: 'application',
            version: 1,
            at: now,
            by: actor,
            kind: 'application',
            ...kept,
            ...(taken && { taken }),
            ...(sending.reading?.language && { filledInIn: sending.reading.language.name }),
            ...(sending.together && { together: true }),
          },
          ...attached,
        ],
        tasks,
        signals,
        events: [eventOf(deps, careCase, { actor, action: 'application-received', about: form, authority })],
      },
      ...(aboutPerson && { aboutPerson }),
      signals,
      tasks,
      attached,
    };
  };

  /** An open case takes it. */
  const joining = (sending: Sending, careCase: CareCase, known: Known): Filing => {
    const { form, application, mark } = sending;
    const { council, reference, personId } = careCase;
    const now = clock.now();
    const actor = actorOf(sending);
    const { taken } = sending;
    const { authority, urgency } = application;
    const applied = appliedTo(sending, reference, known);
    const kind = careCase.planInForce === undefined ? 'look-at-change' : 'decide-review-request';
    const dueOn = urgency === 'urgent' ? { dueOn: addWorkingDays(londonDate(now), 0) } : {};
    const reason =
      howItCame(form, application.answers) ?? 'The person has asked for an assessment again while this case is open.';
    const work = newTask(careCase, { thread: 'case', step: `${kind}-${mark}`, kind, reason, ...dueOn }, now);
    const tasks = [work, ...besideTriage(deps, careCase, application, mark)];
    const { kept, attached } = recordsOf(reference, sending);
    const id = `case.request-${mark}`;
    const aboutPerson = personChange(deps, known.own, applied.person, { actor, reference, authority });
    return {
      careCase,
      opens: false,
      targetOn: work.dueOn,
      personIds: known.items.map(({ id }) => id),
      change: {
        asRead: careCase,
        records: [
          {
            council,
            reference,
            id,
            version: 1,
            at: now,
            by: actor,
            kind: 'request',
            personId,
            ...kept,
            ...(taken && { taken }),
            ...(sending.reading?.language && { filledInIn: sending.reading.language.name }),
          },
          ...attached,
        ],
        tasks,
        events: [eventOf(deps, careCase, { actor, action: 'request-received', about: `${form} ${id}`, authority })],
      },
      ...(aboutPerson && { aboutPerson }),
      signals: [],
      tasks,
      attached,
    };
  };

  /** The open case that has for itself what this application would take. */
  const holding = async (
    { council, application: { kind }, caresFor }: Sending,
    personIds: readonly PersonId[],
  ): Promise<CareCase | undefined> => {
    const slots = kind === 'needs' ? [slotOf({ kind })] : (caresFor ?? []).map((id) => slotOf({ kind, caresFor: id }));
    for (const slot of slots) {
      const reference = slot && (await store.persons.holding(council.slug, personIds, slot));
      if (reference) return store.knownCase(council.slug, reference);
    }
    return undefined;
  };

  return async (sending: Sending): Promise<Filing> => {
    const { application, known } = sending;
    const theirs = known.filter(
      ({ person }) => (sending.about && person.items.includes(sending.about)) || isAbout(person, application),
    );
    const followed = theirs.find(({ as }) => as === 'person') ?? theirs[0];
    if (followed === undefined) return opening(sending);
    const { as, careCase } = followed;
    const { items } = await store.personOf(careCase);
    const open = await holding(
      sending,
      items.map(({ id }) => id),
    );
    const own = items.find(({ id }) => id === (open ?? careCase).personId) ?? items[0];
    return open ? joining(sending, open, { as, items, own }) : opening(sending, { as, items, own });
  };
};

/** A filing whose case is changed with it. */
const withCase = (filing: Filing, becomes: (careCase: CareCase) => CareCase): Filing => {
  const { careCase, change, opens } = filing;
  if (careCase.jointWith ?? careCase.jointAsked) return filing;
  const joint: CareCase = { ...becomes(careCase), ...(!opens && { version: careCase.version + 1 }) };
  const { asRead: _replaced, ...rest } = change;
  return { ...filing, careCase: joint, change: { ...rest, case: joint } };
};

/** A filing whose other part has come with the same code. */
export const besideAsked = (filing: Filing, reference: CaseReference): Filing =>
  withCase(filing, (careCase) => askedTogether(careCase, reference));

/** Two filings of one form, each with the other's case beside it, with which it is assessed together. Care Act 2014 s.12(5). */
export const jointly = (one: Filing, other: Filing): readonly [Filing, Filing] => [
  withCase(one, (careCase) => assessedTogether(careCase, other.careCase.reference)),
  withCase(other, (careCase) => assessedTogether(careCase, one.careCase.reference)),
];
