import type { MailEntry } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { PlanInvitation } from '../../schemas/plan-invitation.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { invitedWords, mayWords } from '../plan/plan-invitations.ts';
import { londonDate } from '../time/clock-time.ts';
import { isThePerson } from './consent.ts';
import { recordId } from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

/** On what ground somebody was given something of a case. */
export type SharingBasis = 'own' | 'consent' | 'professional' | 'best-interests' | 'law' | 'justified' | 'helper';

/** Something of a case that somebody was given: what, to whom, when, how and on what ground. */
export type SharedLine = {
  readonly on: IsoDate;
  readonly what: string;
  readonly to: string;
  readonly how: string;
  readonly basis?: SharingBasis | undefined;
  /** Why, where the person had not agreed. */
  readonly why?: string | undefined;
};

type Of = {
  readonly person: Pick<KnownPerson, 'firstName' | 'lastName'>;
  readonly records: readonly CaseRecord[];
  readonly tasks: readonly Task[];
  readonly mail: readonly MailEntry[];
  /** Who was ever invited to the plan. */
  readonly invitations?: readonly PlanInvitation[] | undefined;
};

const paperWords = { assessment: 'Assessment', decision: 'Decision', advice: 'Advice' } as const;
const sentBy: Readonly<Record<string, string>> = {
  post: 'By post',
  'by-hand': 'By hand',
  'read-aloud': 'Read or signed to them',
  email: 'By email',
  helper: 'Through whoever helps',
};

const withPlan = ({ records }: Of): SharedLine[] =>
  allWorkOf(records, 'set-up-support').flatMap(({ answers }) =>
    (answers.copiesGiven ?? []).map(({ to, how, on, basis }) => ({
      on: isoDate.parse(on),
      what: 'Care and support plan',
      to,
      how,
      basis,
    })),
  );

const withDecision = ({ records }: Of): SharedLine[] =>
  [...allWorkOf(records, 'decide-eligibility'), ...allWorkOf(records, 'decide-carer-eligibility')].flatMap(
    ({ answers }) =>
      (answers.copies ?? []).map(({ what, to, how, on }) => ({
        on: isoDate.parse(on),
        what: paperWords[what],
        to,
        how,
      })),
  );

/** @param titleOf what a copy is called, by its name */
const sentCopies = ({ records, tasks }: Of, titleOf: (copy: string) => string): SharedLine[] =>
  allWorkOf(records, 'send-copy').flatMap(({ id, answers }) => {
    if (answers.sent !== 'yes' || answers.on === undefined) return [];
    const copies = tasks.find((task) => recordId(task) === id)?.copies ?? [];
    return [
      {
        on: isoDate.parse(answers.on),
        what: copies.map(titleOf).join('; ') || 'Copies',
        to: answers.to ?? 'The person',
        how: sentBy[answers.by ?? ''] ?? '',
        basis: answers.basis,
      },
    ];
  });

/** What was told against the person’s word, or without it, in an assessment. */
const sharedAnyway = ({ records }: Of): SharedLine[] =>
  [...allWorkOf(records, 'assess-needs'), ...allWorkOf(records, 'assess-carer')].flatMap(({ answers }) =>
    answers.sharedAnyway === undefined || answers.sharedAnyway === 'no'
      ? []
      : [
          {
            on: isoDate.parse(answers.completedOn),
            what: 'Something of the assessment',
            to: answers.sharedAnyway === 'family' ? 'Family or friends' : 'A professional or an authority',
            how: 'In the assessment',
            basis: 'justified' as const,
            why: answers.sharedAnywayWhy,
          },
        ],
  );

const toOtherCouncil = ({ records }: Of): SharedLine[] =>
  allWorkOf(records, 'send-plan-to-council').flatMap(({ answers }) =>
    answers.sentOn === undefined
      ? []
      : [
          {
            on: isoDate.parse(answers.sentOn),
            what: 'Plan and assessment, for a move',
            to: answers.newCouncil,
            how: '',
            basis: 'law' as const,
          },
        ],
  );

/** Mails that went to whoever helps: each says that there is something to read. */
const toHelper = ({ mail }: Of): SharedLine[] =>
  mail.flatMap(({ key, status, template, at }) =>
    key.endsWith('.helper') && status === 'sent'
      ? [
          {
            on: londonDate(at),
            what: `News: ${mailWords[template]}`,
            to: 'Whoever helps with this case',
            how: 'By email',
            basis: 'helper' as const,
          },
        ]
      : [],
  );

/** Who was invited to the plan while it was written: they saw it on the website. */
const withGuests = ({ invitations = [] }: Of): SharedLine[] =>
  invitations.map(({ at, name, as, may, seesMoney, until, removed }) => ({
    on: londonDate(at),
    what: `The plan while it is written${seesMoney ? ', with its money' : ''}: ${mayWords[may]}`,
    to: `${name} (${invitedWords[as]})`,
    how: `On the website, until ${removed ? londonDate(removed.at) : until}`,
    basis: 'consent' as const,
  }));

/**
 * What of a case was given to whom, when, how and on what ground, the newest first: from the records in which staff say so, and from the ledger of
 * mails. UK GDPR Article 5(2) and 15(1)(c).
 *
 * @param titleOf what a copy is called, by its name in addresses
 */
export const sharingLog = (of: Of, titleOf: (copy: string) => string): SharedLine[] =>
  [
    ...withPlan(of),
    ...withDecision(of),
    ...sentCopies(of, titleOf),
    ...sharedAnyway(of),
    ...toOtherCouncil(of),
    ...toHelper(of),
    ...withGuests(of),
  ]
    .map((line) => (isThePerson(line.to, of.person) ? { ...line, basis: 'own' as const } : line))
    .toSorted((a, b) => b.on.localeCompare(a.on));
