import type { JWTVerifyGetKey } from 'jose';
import type { ProvedAddress } from '../domain/journey/address-proof.ts';
import type { Follower, PersonsCase } from '../domain/journey/persons.ts';
import type { CareCase } from '../schemas/case.ts';
import type { Council } from '../schemas/council.ts';
import type { HeldDocument } from '../schemas/documents.ts';
import type { Draft } from '../schemas/draft.ts';
import type { EligibilityIndication } from '../schemas/eligibility.ts';
import type { Answers } from '../schemas/form-conditions.ts';
import type { Form } from '../schemas/form-language.ts';
import type { Email } from '../schemas/mail.ts';
import type { PersonId } from '../schemas/person.ts';
import type { CaseReference, CouncilSlug, IsoInstant } from '../schemas/scalars.ts';
import type { Signal } from '../schemas/signal.ts';
import type { Taken } from '../schemas/taken.ts';
import type { Task } from '../schemas/task.ts';
import type { Together } from '../schemas/together.ts';
import type { Clock } from './runtime/clock.ts';
import type { Councils } from './runtime/councils.ts';
import type { CaseStore } from './store/case-store.ts';
import type { DocumentStore } from './store/document-store.ts';

/** A message with its reader and the marks by which a bounce finds its case again. */
export type Message = {
  readonly to: string;
  /** Who writes: the name of the council, which stands before the address of the platform. */
  readonly from: string;
  readonly replyTo?: string;
  readonly email: Email;
  /** No personal data. Values are letters, digits, `_` and `-`, at most 256. @see SES API, MessageTag */
  readonly tags: Readonly<Record<'council' | 'reference' | 'message', string>>;
};

/** What SES said: sent, or refused for good because of this message or this address. */
export type Sent = { readonly ok: true; readonly messageId: string } | { readonly ok: false };

/** @throws MailNotAccepted where SES may accept the same message later: throttled, paused, out of reach */
export type Mailer = { send(message: Message): Promise<Sent> };

/** Sends what is owed: to Step Functions, and to people. Every call may be repeated without harm. */
export type Workflows = {
  /**
   * Tells the execution that waits for a closed task how it ended. Where nobody waits (the leg has ended meanwhile), the
   * next leg asks for the task again and finds the answer in it.
   */
  answer(task: Task): Promise<void>;
  send(signal: Signal): Promise<void>;
  /**
   * Sends signals right after the change that made them due. One that fails is left for the sweeper, so that what a
   * person did is never undone by a fault of ours; it answers how many failed. What is planned for later waits for its moment.
   */
  trySend(signals: readonly Signal[]): Promise<number>;
};

/** A state machine, by its name in the manifest. */
export type Machine = Extract<Signal, { kind: 'start-execution' }>['machine'];

/** An execution as it was found: how it goes or went, and when it ended. */
export type FoundExecution = { readonly status: string; readonly startedAt: IsoInstant; readonly endedAt?: IsoInstant };

/** What looks at executions: by their names, which are never reused, or by the tokens that they wait for. */
export type Executions = {
  /** Undefined where there is none, or it has ended so long ago that it is forgotten. */
  find(machine: Machine, name: string): Promise<FoundExecution | undefined>;
  /** The newest event in its history: its type, in the words of AWS, and when it was. */
  lastEvent(machine: Machine, name: string): Promise<{ readonly type: string; readonly at: IsoInstant }>;
  /** Whether an execution waits for this token now. Nothing is changed. */
  isAwaited(token: string): Promise<boolean>;
  /** Stopping what has ended does no harm. */
  stop(machine: Machine, name: string, why: string): Promise<void>;
  /** Some of those that run, and where to read on, for a day. */
  running(
    machine: Machine,
    from?: string,
  ): Promise<{ found: { readonly name: string; readonly startedAt: IsoInstant }[]; next?: string }>;
};

/** What the answers may mean for one person, and in which kind of case. */
export type Indicated = {
  readonly kind: 'needs' | 'carer';
  /** What the answers may mean; absent where the form asks too little to say. */
  readonly indication?: EligibilityIndication | undefined;
  /** Email addresses that news goes to, once they are proved. */
  readonly mailTo?: readonly string[];
};

/** What is known of whoever sends a form. */
export type HowSent = {
  /** Addresses that have been proved before the form was sent. */
  readonly proved?: readonly ProvedAddress[];
  /** The network address from which it comes, where it counts to a limit: not what staff take. */
  readonly sender?: string;
  /** What was uploaded for these answers. */
  readonly documents?: readonly HeldDocument[];
  /** The cases that they are signed in to, and as whom. */
  readonly known?: readonly (PersonsCase & { readonly as: Follower })[];
  /** The member of staff who took it for who made it, and how it came. */
  readonly taken?: Taken | undefined;
  /** In which language it was filled in, and whether in Easy Read. */
  readonly reading?: Omit<NonNullable<CareCase['reading']>, 'by'> | undefined;
  /** The part that it is of two that two people fill in by themselves, who want to be assessed together. */
  readonly together?: Pick<Together, 'code' | 'half'> | undefined;
  /** The person whom whoever took it says that it is about, however they are called in it. */
  readonly about?: PersonId | undefined;
};

/** A form that anybody may begin, page by page, and what becomes of it when it is sent. */
export type PublicForm = {
  readonly form: Form;
  /**
   * Stores the checked answers for good, and answers what the person is told. The same key never makes a second one.
   */
  readonly receive: (
    deps: Deps,
    council: Council,
    answers: Answers,
    key: string,
    how?: HowSent,
  ) => Promise<NonNullable<Draft['sent']>>;
  /** What the answers may mean, for the confirmation: for each person whose case it opens. */
  readonly indications: (answers: Answers) => Promise<readonly [Indicated, ...Indicated[]]>;
};

/** Everything outside itself that a function uses. Each is made when it is first asked for, once a container. */
export type Deps = {
  readonly clock: Clock;
  readonly councils: Councils;
  readonly store: CaseStore;
  readonly workflows: Workflows;
  readonly executions: Executions;
  readonly mailer: Mailer;
  /** What people have uploaded. */
  readonly documents: DocumentStore;
  readonly newReference: () => CaseReference;
  /** A short name that no other audit event has. */
  readonly newId: () => string;
  readonly siteUrl: string;
  /** From which network address a request came, by who brought it and what `X-Forwarded-For` says. */
  readonly clientAddress: (peer: string, forwarded: string | undefined) => string;
  /** Forms that are served beside the project's own, by their names in URLs. There are none on AWS. */
  readonly otherForms: ReadonlyMap<string, PublicForm>;
  readonly staffSignIn: {
    readonly issuer: string;
    readonly clientId: string;
    readonly keys: () => Promise<JWTVerifyGetKey>;
    /** The provider's own pages and calls: Cognito's on AWS. @see Amazon Cognito Developer Guide, managed login and OIDC endpoints */
    readonly endpoints: { readonly authorize: string; readonly token: string; readonly logout: string };
    /** The councils whose staff sign in by a directory of their own, which the provider knows under the council's name. */
    readonly directories: readonly CouncilSlug[];
  };
};
