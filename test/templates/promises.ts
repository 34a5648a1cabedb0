import type { LinkMailTemplate, MailTemplate, StaffMailTemplate } from '../../schemas/mail.ts';
import type { Route } from '../../schemas/routes.ts';
import type { TaskKind } from '../../schemas/task.ts';

/** What does that which a sentence promises. */
export type Mechanism =
  /** Work that opens for staff. */
  | { readonly work: TaskKind }
  /** A mail that comes. */
  | { readonly mail: MailTemplate | LinkMailTemplate | StaffMailTemplate }
  /** A page or call that answers: by its file, as the list of routes has it. */
  | { readonly call: Route['call'] }
  /** The council's own contacts, which stand below every mail. */
  | 'contact'
  /** Nothing of ours: another body, or the reader's own doing. */
  | 'reader';

/** What a mail says, and what keeps it. `says` is a part of the sentence. */
export type Promised = { readonly says: RegExp; readonly kept: Mechanism };

const promised = (says: RegExp, ...kept: readonly [Mechanism, ...Mechanism[]]): Promised[] =>
  kept.map((one) => ({ says, kept: one }));

const signIn = promised(/sign in with this email address/i, { call: 'ask-case-link' }, { mail: 'sign-in-link' });
const contact = promised(/contact us|ask us|tell us|talk to us|do not wait/i, 'contact');
const copy = promised(/copy .*(on paper|in another format|on its way)/, { work: 'send-copy' });
const read = [...signIn, ...contact, ...copy, ...promised(/ready to read|you can read/i, { call: 'show-copy' })];
const steps = [
  ...promised(/^(Contact us|Talk to|Ask (why|how we)|Say what you want)/, 'contact'),
  ...promised(/complain to/, { call: 'send-case-form' }, { work: 'acknowledge-complaint' }),
  ...promised(/Ombudsman/, 'reader'),
];
const advocate = promised(/tell us\. We can find an advocate|We can find an advocate/, { work: 'arrange-advocacy' });
const review = [{ mail: 'review-coming' }, { work: 'review-plan' }] as const;
const newAssessment = promised(/ask (for a .* again|us again)/, { call: 'begin-form' });

const visit = [
  ...promised(/ask us to move it|You can do it when you sign in|if you cannot be there, tell us/i, {
    call: 'send-case-form',
  }),
  ...promised(/Sign in to see (where it is|why)/, { call: 'show-my-case' }),
  ...promised(/your calendar/, { call: 'download-visit' }),
  ...promised(/We arrange another day with you/, { work: 'arrange-visit' }, { mail: 'visit-arranged' }),
  ...promised(/We close nothing because of it|It is now/, 'reader'),
  ...read,
];

/**
 * What every mail promises, and which mechanism does it. `promises.test.ts` walks it: no template without its rows, no sentence that
 * promises without one, and no mechanism that is not there.
 */
export const promises: Readonly<Record<MailTemplate | LinkMailTemplate | StaffMailTemplate, readonly Promised[]>> = {
  'application-received': [
    ...promised(/We read what you told us|We aim to get in touch|This is a target|most first/, {
      work: 'triage-request',
    }),
    ...promised(/Keep the reference safe/, { call: 'show-status' }),
    ...promised(/You can think about/, 'reader'),
    ...contact,
  ],
  'short-term-arranged': [
    ...promised(/Before it ends we look|Then we say what comes next/, { work: 'review-short-term-support' }),
    // Nothing that may cost something is recorded without the day on which the person was told.
    ...promised(/we say how much before it starts/, { work: 'give-short-term-support' }),
    ...read,
  ],
  'decision-made': [...read, ...steps],
  'advice-given': [
    ...read,
    ...promised(/See what other help/, { call: 'show-support' }),
    ...newAssessment,
    ...promised(/complain to/, { call: 'send-case-form' }),
  ],
  'estimate-ready': [...promised(/We write the plan with|in the end is in the plan/, { work: 'draft-plan' }), ...read],
  'money-wanted': [
    ...promised(/We have to work out/, { work: 'assess-finances' }),
    ...promised(/answer the questions about money/, { call: 'show-case-form' }),
    ...promised(/may have to pay the full cost/, 'reader'),
    ...read,
  ],
  'charge-ready': [
    ...promised(/If money changes, tell us: we work it out again/, { work: 'look-at-money' }),
    ...read,
    ...steps,
  ],
  'plan-to-write': [
    ...promised(/say how you want it written|choose who writes it|change your mind/i, { call: 'choose-plan-writing' }),
    ...promised(/go on with the plan there|You can write it/, { call: 'show-plan-draft' }),
    ...promised(/It is time to write|We (can also )?write it with you/i, { work: 'draft-plan' }),
    ...promised(/independent advocate/, { work: 'arrange-advocacy' }),
    ...read,
  ],
  'plan-invitation': [
    ...promised(/Open the link and type the code|Without the code|works once|ask for a new one/, {
      call: 'use-plan-link',
    }),
    ...promised(/You see the plan alone/, { call: 'show-shared-plan' }),
    ...promised(/do not need to do anything|would like you to help/, 'reader'),
    ...promised(/look again: parts of the plan/, { call: 'show-shared-plan' }),
  ],
  'plan-to-agree': [
    ...promised(
      /read the plan, and say if you agree|ask for changes|answers, or someone who has the right/,
      { call: 'save-case-step' },
      { work: 'agree-plan' },
    ),
    ...advocate,
    ...read,
  ],
  'plan-changes-wanted': [
    ...promised(
      /We write the plan again, and tell you when it is ready/,
      { work: 'draft-plan' },
      { mail: 'plan-to-agree' },
    ),
    ...contact,
  ],
  'plan-agreed': [
    ...promised(/We set up the support/, { work: 'set-up-support' }),
    ...promised(/tell you when it starts/, { mail: 'support-set-up' }),
    ...promised(/Later we meet again/, ...review),
    ...read,
  ],
  'plan-revised': [...promised(/In a few weeks we look at it/, ...review), ...read],
  'plan-changed': [...promised(/day of the next review stays/, ...review), ...read],
  'plan-not-agreed': [...promised(/We look at the plan .* again later/, ...review), ...read, ...steps],
  'support-set-up': [
    ...promised(/We ask soon how it is going/, { work: 'check-support' }),
    ...promised(/In a few weeks we look at the plan/, ...review),
    ...read,
  ],
  'review-coming': [
    ...promised(
      /We would like to see|We look at every plan again|We aim to do it by|We will agree a day|We check that the plan/,
      { work: 'review-plan' },
    ),
    ...promised(/Tell (your|the) Key Worker who is coming|You can tell us who comes/, { call: 'send-case-form' }),
    ...promised(/can ask for a review too/, { call: 'send-review-request' }),
    ...promised(/can be there|talk about what goes well|Think about what you want/, 'reader'),
    ...advocate,
    ...read,
  ],
  'review-to-sign': [...promised(/sign it if it is right|do not sign it/, { call: 'sign-review' }), ...read],
  'reassessment-begun': [
    ...promised(/we do a new|We get in touch to agree a day/, { work: 'assess-needs' }),
    ...promised(/go on as they are|Think about what has changed/, 'reader'),
    ...advocate,
    ...contact,
  ],
  'answer-ready': [...read, ...promised(/complain to/, { call: 'send-case-form' })],
  'complaint-received': [
    ...promised(
      /We write to you within 3 working days|Then you can talk with us/,
      { work: 'acknowledge-complaint' },
      { mail: 'complaint-acknowledged' },
    ),
    ...read,
  ],
  'complaint-acknowledged': [
    ...promised(/We look into it and send an answer/, { work: 'answer-complaint' }, { mail: 'complaint-answered' }),
    ...read,
  ],
  'complaint-answered': [...read, ...steps],
  'key-worker-changed': [...promised(/It is so from|How to reach them/, { call: 'show-my-case' }), ...contact],
  'case-closed': [...newAssessment, ...steps],
  'news-waiting': [
    ...promised(/see where things are/, { call: 'show-my-case' }),
    ...promised(/We write to you here from now on/, { mail: 'decision-made' }),
    ...promised(/may have phoned or written/, { work: 'contact-another-way' }),
    ...promised(/It is time to look at|We aim to do it by/, { work: 'review-plan' }),
    ...read,
  ],
  'advocate-arranged': [
    ...promised(/read who it is and how to reach them/, { call: 'show-copy' }),
    ...promised(/They help with|independent advocate/, { work: 'arrange-advocacy' }),
    ...read,
  ],
  'wait-looked-at': [
    ...promised(/We now aim to be in touch|We look again before then/, { work: 'review-wait' }),
    ...promised(/call us at once|Do not wait for that day/, 'contact'),
    ...read,
  ],
  'pass-on-to-carer': [
    ...promised(/They can ask for it here|They can have an assessment/, { call: 'begin-form' }),
    ...promised(/Please tell them|They do not have to/, 'reader'),
    ...promised(/They can also call us/, 'contact'),
  ],
  'plan-news': [
    ...promised(/It says what happens next/, { work: 'draft-plan' }),
    ...read,
    ...promised(/complain to/, { call: 'send-case-form' }),
  ],
  'budget-fixed': [
    ...promised(/If money changes, tell us|We then work it out again/, { work: 'look-at-money' }),
    ...read,
    ...promised(/complain to/, { call: 'send-case-form' }),
  ],
  'delay-explained': [
    ...promised(/We now aim to do it by/, { work: 'explain-delay' }),
    ...read,
    ...promised(/complain to/, { call: 'send-case-form' }),
  ],
  'running-late': [
    ...promised(/Our managers know/, { mail: 'overdue-digest' }),
    ...promised(/You hear from us again by/, { work: 'explain-delay' }, { mail: 'delay-explained' }),
    ...contact,
    ...promised(/complain to/, { call: 'send-case-form' }),
  ],
  'case-reopened': [...promised(/We work on it now|Someone will contact you/, { work: 'assess-needs' }), ...contact],
  'case-duplicate': [
    ...promised(/We go on with the reference|Give us the reference/, { call: 'show-status' }),
    ...contact,
  ],
  'visit-arranged': visit,
  'visit-changed': visit,
  'visit-cancelled': visit,
  'visit-missed': visit,
  'visit-coming': visit,
  'support-ending': [...read, ...promised(/We will send it to you or read it/, 'contact'), ...steps],

  'sign-in-link': [
    ...promised(/choose the button on the page|Nothing happens until/, { call: 'use-case-link' }),
    ...promised(/It works once/, { call: 'show-case-link' }),
    ...promised(/Do not pass the link on|Anyone who has it/, 'reader'),
  ],
  'draft-lapsing': [
    ...promised(/Ask for a new link/, { call: 'ask-return-link' }),
    ...promised(/Then we delete it|We keep it until/, { call: 'show-return' }),
  ],
  'fill-in-together': [
    ...promised(/Open this link|You can start until/, { call: 'begin-own-part' }, { call: 'show-own-part' }),
    ...promised(/Someone has asked .* to send you this/, { call: 'invite-other' }),
    ...promised(/They want to be assessed together/, { call: 'send-draft' }),
    ...promised(/a part of your own|do not see what|We do not say who it is/, { call: 'begin-own-part' }),
    ...promised(/If you do not know/, 'reader'),
  ],
  'confirm-address': [
    ...promised(/Open this link|You can do it until/, { call: 'confirm-address' }, { call: 'show-address-to-confirm' }),
    ...promised(/We have something to tell/, { mail: 'application-received' }),
    ...promised(/We do not send you anything about other people/, { call: 'confirm-address' }),
  ],
  'details-changed': [
    ...promised(/open this link|It works once/, { call: 'show-undo-change' }, { call: 'undo-change' }),
    ...promised(/was changed|you do not need to do anything/, { call: 'confirm-new-address' }),
    ...promised(/find out what happened/, { work: 'contact-another-way' }),
  ],
  'review-request-received': promised(/A member of staff reads it|If we can answer you, we do|We may not be able to/, {
    work: 'find-person',
  }),

  'task-opened': promised(/You sign in first|new task/, { call: 'read-task' }),
  'overdue-digest': [
    ...promised(/You sign in first/, { call: 'read-task' }),
    ...promised(/Finish each one/, { call: 'complete-task' }),
    ...promised(/give it to someone else/, { call: 'assign-task' }),
    ...promised(/told us about our pages/, { call: 'list-feedback' }),
  ],
  'task-escalated': [
    ...promised(/You sign in first/, { call: 'read-task' }),
    ...promised(/Decide who does each one/, { call: 'assign-task' }),
    ...promised(/for as long as they are late/, { mail: 'task-escalated' }),
  ],
  'task-reminder': [
    ...promised(/You sign in first/, { call: 'read-task' }),
    ...promised(/tell your manager now|This is due soon/, 'reader'),
  ],
  'work-handed-on': promised(/You sign in first|This work is with you now|A colleague is not there/, {
    call: 'read-task',
  }),
  'visit-in-calendar': promised(/You sign in first|A visit is arranged|The link gives a file/, { call: 'read-visit' }),
  'back-at-work': [
    ...promised(/You sign in first|It stays with who has it now|Welcome back/, { call: 'read-task' }),
    ...promised(/Ask them, or your manager/, { call: 'assign-task' }),
  ],
  'record-opened': promised(/You sign in first|Someone has opened a record|written beside who looked/, {
    call: 'show-looks',
  }),
  'work-taken-back': promised(/You sign in first|no longer needed/, { call: 'read-task' }),
};
