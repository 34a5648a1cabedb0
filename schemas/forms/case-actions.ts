import type { Form } from '../form-language.ts';
import type { TaskKind } from '../task.ts';
import { kindsOfWork } from '../work.ts';
import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** A short list that staff answer to change something about a case or person by hand: one page, sent at once. */
const action = <Asked extends Form['sections'][number]['pages'][number]['questions'][number]>(
  id: string,
  title: string,
  intro: string[],
  send: string,
  questions: Asked[],
) =>
  list({
    id,
    version: 1,
    title,
    audience: 'staff',
    intro,
    send,
    exits: [],
    sections: [section(id, title, [page(id, title, questions)])],
  });

/** Why a case ends before its journey does. A death is recorded with the person. */
export const caseClosing = action(
  'case-closing',
  'Close the case',
  [
    'Open work is taken back, and the person is told. You are told here if something must be done first.',
    'If the person has died, do not close the case here. Record the death: it counts for all of their cases.',
  ],
  'Close the case',
  [
    ask.choice(
      'reason',
      'Why the case ends',
      'Why does the case end?',
      [
        ['withdrawn', 'The person no longer wants it'],
        ['moved-away', 'They have moved, or will move, to another council’s area'],
        ['support-ended', 'Their support has ended'],
        ['lives-elsewhere', 'They live in another council’s area, and have not moved'],
        ['duplicate', 'It is the second of two open cases of this person'],
      ],
      { error: 'Select why the case ends. A death is recorded with the person, not here' },
    ),
    ask.date('movedOn', 'The day they arrive', 'On which day do they arrive in the other area?', {
      when: when('reason', 'moved-away'),
      optional: true,
      hint: 'Support here runs until that day.',
      law: [
        law.confirmed(
          'Where the other council has not assessed by then, it meets the needs that were met here.',
          'Care Act 2014 sections 37 and 38',
        ),
      ],
    }),
    ask.long('reasons', 'The reasons', 'Why are eligible needs not met any more? The person gets this', {
      optional: true,
      hint: 'Needed where there are eligible needs.',
      law: [
        law.confirmed('Whoever has needs that are not met gets the reasons in writing.', 'Care Act 2014 section 24(2)'),
      ],
    }),
    ask.long('advice', 'The advice', 'Advice and information for the person', {
      optional: true,
      hint: 'What can be done to meet or lessen needs, or to stop more from coming. The person gets this.',
    }),
  ],
);

/** Why a closed case is opened again. */
export const caseReopening = action(
  'case-reopening',
  'Open the case again',
  ['The person is told. Work begins again where the case stands.'],
  'Open the case again',
  [ask.long('reason', 'Why the case is opened again', 'Why is the case opened again?')],
);

/** How a death is known, and the day. */
export const deathRecord = action(
  'death-record',
  'Record that the person has died',
  [
    'Nobody is written to about this person from now on. What was about to be sent is held.',
    'A manager confirms it. Until then you can take it back.',
  ],
  'Record the death',
  [
    ask.long('howKnown', 'How the death is known', 'How do you know?', {
      maxLength: 500,
      hint: 'For example, the daughter rang this morning.',
    }),
    ask.date('diedOn', 'The day of death', 'On which day did they die?', { range: 'past-or-today', optional: true }),
  ],
);

/** Why the record of a death was wrong. */
export const deathUndoing = action(
  'death-undoing',
  'Take back the record of a death',
  ['Messages that were held stay held. You choose which are sent then.'],
  'Take it back',
  [ask.long('reason', 'Why the record was wrong', 'Why was the record wrong?')],
);

/** A review is brought forward, for a reason that is kept. */
export const earlyReview = action(
  'early-review',
  'Bring the review forward',
  ['The review that was planned is replaced by one now.'],
  'Bring the review forward',
  [
    ask.choice('askedBy', 'Who asked', 'Who asked for it?', [
      ['person', 'The person'],
      ['carer', 'A carer'],
      ['council', 'We did'],
      ['provider', 'A provider of support'],
    ]),
    ask.long('reason', 'The reason for the review', 'Why is it looked at now?', {
      law: [law.confirmed('A review is made on a reasonable request.', 'Care Act 2014 section 27(1)(b)')],
    }),
  ],
);

/** A visit is to be set, moved or called off. */
export const visitWanted = action(
  'visit-wanted',
  'Set, move or call off a visit',
  ['This opens the task in which you say when, where and with whom.'],
  'Go on',
  [
    ask.choice('purpose', 'What the visit is for', 'What is the visit for?', [
      ['assessment', 'The assessment'],
      ['review', 'The review'],
    ]),
  ],
);

/** The work that staff may open by hand on a case, where somebody found that it is wanted. */
const openable = [
  'look-into-safety',
  'arrange-urgent-support',
  'consider-refusal',
  'assess-capacity',
  'arrange-advocacy',
  'find-planner',
  'refer-continuing-healthcare',
  'offer-carers-assessment',
  'refer-child',
  'check-authority',
  'tell-of-cost',
  'arrange-benefits-check',
  'arrange-wanted-help',
  'make-emergency-plan',
  'assess-finances',
] as const satisfies readonly TaskKind[];
export type OpenableWork = (typeof openable)[number];

/** Work that somebody found to be wanted; a worry about safety is raised by any member of staff. */
export const workWanted = action(
  'work-wanted',
  'Open a piece of work',
  ['The team whose work it is gets it now. If someone is in danger now, call 999 first.'],
  'Open it',
  [
    ask.choice(
      'kind',
      'Which work',
      'What needs to be done?',
      openable.map((kind) => [kind, kindsOfWork[kind].title] as const),
    ),
    ask.long('reason', 'The reason', 'What was seen or heard, or why is it wanted?'),
  ],
);

/** An email address that staff have checked, and how they did. */
export const addressChecked = action(
  'address-checked',
  'Confirm an email address',
  ['News goes to this address from now on, and what was held back is sent.'],
  'Confirm the address',
  [
    ask.choice('whose', 'Whose address', 'Whose address is it?', [
      ['person', 'The person’s'],
      ['helper', 'Their helper’s'],
    ]),
    ask.long('howChecked', 'How you checked it', 'How did you check it?', {
      maxLength: 500,
      hint: 'For example, I rang them and they read it to me.',
    }),
  ],
);

/**
 * Who holds a case from now on, and why.
 *
 * @param people whom a page offers: their id in the staff directory, and their name; a program gives an id
 */
export const keyWorkerChange = (people?: readonly (readonly [id: string, name: string])[]) =>
  action(
    'key-worker-change',
    'Change the key worker',
    ['Their open work goes to the new key worker, and the person is told who it is.'],
    'Change the key worker',
    [
      people
        ? ask.choice('to', 'The new key worker', 'Who is the key worker from now on?', people)
        : ask.text('to', 'The new key worker', 'Who is the key worker from now on? Their id in the staff directory', {
            maxLength: 128,
          }),
      ask.long('reason', 'The reason', 'Why does it change?'),
    ],
  );

/** Whether two cases belong together: parts that came with one code, and two who are assessed together already. Care Act 2014 s.12(5). */
export const jointDecision = action(
  'joint-decision',
  'Two cases assessed together',
  [
    'Whoever has the code of a part can send the other one. So ask each alone first: whom they gave the code to, and whether they agree.',
    'Nothing that one said is shown to the other, together or apart. Neither is written to about this.',
  ],
  'Save',
  [
    ask.choice('decision', 'Together or apart', 'How are the two cases assessed?', [
      ['together', 'Together: I asked each alone. They know each other, and both agree'],
      ['apart', 'Apart: each by itself'],
    ]),
    ask.choice(
      'why',
      'Why apart',
      'Why are they taken apart?',
      [
        ['one-wants-it', 'One of the two wants it'],
        ['wrong-person', 'It is the wrong person: they do not know each other'],
        ['harm', 'There is a worry about harm. This opens the work on safety, on this case'],
        ['other', 'Something else'],
      ],
      { when: when('decision', 'apart') },
    ),
    ask.long('reason', 'How you know', 'How do you know?', {
      maxLength: 2000,
      hint: 'This is kept as a note on this case alone. Do not write what the other one said.',
    }),
  ],
);

/** A note that was written on the wrong person goes to the right one. */
export const noteMove = action(
  'note-move',
  'Move the note to the right person',
  ['The note goes to the other case as it is. Here a trace of it stays, without what it said.'],
  'Move the note',
  [
    ask.text('to', 'The reference', 'To which case does it belong?', {
      maxLength: 20,
      hint: 'Its reference, such as K7M-29QX-T4F.',
    }),
    ask.long('reason', 'The reason', 'Why was it written here?', {
      maxLength: 500,
      hint: 'Do not name the other person. This sentence stays here.',
    }),
  ],
);
