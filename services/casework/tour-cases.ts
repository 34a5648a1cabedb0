import type { CaseStage } from '../../schemas/case.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';

/** An example case as it stands in one state: nobody real, stored nowhere, so that no figure counts it and no mail goes out for it. */
export type ExampleCase = {
  readonly happened: readonly string[];
  /** What is open: the kinds of work, with what is to be done about each in this example. */
  readonly open: readonly { readonly kind: TaskKind; readonly todo: string }[];
  /** What the person knows at this moment. */
  readonly told: string;
  readonly next: string;
};

/** One example in each state that a case may be in, in the order of the way: the case of Rose Okafor, 78, who fell in her bathroom. */
export const exampleCases: Readonly<Record<CaseStage, ExampleCase>> = {
  received: {
    happened: ['Her daughter sent the form on Monday.', 'Careway wrote to both that it is here, with a reference.'],
    open: [
      {
        kind: 'triage-request',
        todo: 'Read what they told us. Ring if something is not clear. Say how urgent it is, and what happens next.',
      },
    ],
    told: 'We have your request, and by when we aim to be in touch.',
    next: 'Advice, short-term support, or an assessment, as you decide at triage.',
  },
  'short-term-support': {
    happened: ['At triage it was clear that six weeks of help at home may be enough.'],
    open: [
      { kind: 'give-short-term-support', todo: 'Arrange the help and record what she can do again, week by week.' },
      { kind: 'review-short-term-support', todo: 'See what is left to do before the six weeks are over.' },
    ],
    told: 'What help comes, for how long, and that it costs nothing for that time.',
    next: 'The case closes with what was learned, or goes on to an assessment.',
  },
  assessment: {
    happened: ['She needs help for longer. An assessment was begun.', 'The day of the visit is agreed with her.'],
    open: [
      { kind: 'arrange-visit', todo: 'Agree a day. She sees it on her page and may ask to move it.' },
      {
        kind: 'assess-needs',
        todo: 'Talk with her about what matters, what works, and what is hard. What she told us stands there.',
      },
    ],
    told: 'When you come, who you are, and that somebody may be with her.',
    next: 'What you found goes to the decision. She gets a copy.',
  },
  decision: {
    happened: ['The assessment is done and she has a copy.'],
    open: [
      {
        kind: 'decide-eligibility',
        todo: 'Check each outcome. The rule’s result stands beside the questions; you decide, and say why.',
      },
    ],
    told: 'That a decision is being made.',
    next: 'She reads the decision with the reasons. If there are needs to meet, a first budget is worked out.',
  },
  'estimated-budget': {
    happened: ['Her needs meet the three conditions of the law.'],
    open: [
      { kind: 'estimate-budget', todo: 'Work out what the support is likely to cost. The totals add themselves up.' },
    ],
    told: 'The decision, and that a figure follows.',
    next: 'The plan is written within that figure, or says why not.',
  },
  plan: {
    happened: ['The estimate is with her.', 'Her daughter helps to write the plan.'],
    open: [
      { kind: 'assess-finances', todo: 'Finance works out, line by line, what she can pay.' },
      { kind: 'draft-plan', todo: 'For each need: what helps, who gives it, how often, what it costs.' },
      {
        kind: 'check-plan',
        todo: 'Somebody who did not write it checks it. Each thing that is sent back has its own reason.',
      },
      { kind: 'agree-plan', todo: 'Go through it with her. She may say no to any part.' },
    ],
    told: 'The plan, what it costs, and what she pays.',
    next: 'Once all have agreed, support is set up.',
  },
  'setting-up-support': {
    happened: ['She has agreed to the plan.'],
    open: [{ kind: 'set-up-support', todo: 'Book what the plan says, and record who starts when.' }],
    told: 'Who comes, from which day, and whom to ring.',
    next: 'Support starts. The first review is timed by itself.',
  },
  support: {
    happened: ['Help comes each morning.', 'The first review is due six to eight weeks after it began.'],
    open: [
      { kind: 'check-support', todo: 'Ring after the first days: is it as agreed?' },
      { kind: 'review-plan', todo: 'Last time’s answers stand beside today’s. Say what is the same and what is not.' },
      { kind: 'look-into-safety', todo: 'A care worker is worried about a bruise: decide what is to be done, today.' },
      {
        kind: 'acknowledge-complaint',
        todo: 'Her daughter complains of missed visits: say within three working days that you have it.',
      },
    ],
    told: 'When the review is, and how to say that something has changed.',
    next: 'Reviews go on every twelve months, or sooner where somebody asks.',
  },
  closed: {
    happened: [
      'She moved to her daughter, in another council’s area.',
      'What was open was taken back, and its holders were told.',
    ],
    open: [{ kind: 'answer-query', todo: 'She may still ask about a decision, and gets an answer.' }],
    told: 'That the case is closed, why, and how to come back.',
    next: 'It is opened again, with all that is known, where she needs it.',
  },
};

/** What each role does on the first day, in its order. */
export const firstDay: Readonly<Record<StaffRole, readonly string[]>> = {
  'contact-officer': [
    'Open My work. What nobody has taken is in “Nobody has it”: take the first, for it is the most urgent.',
    'Read what the person told us, and how to reach them safely, before you ring.',
    'If somebody rings, find them first. If they are not there, open a case: a name is enough to begin.',
    'If there is danger today, record it as such: the safeguarding lead hears at once.',
  ],
  assessor: [
    'Open My work. Late work is at the top, in words.',
    'Agree the day of the visit before you prepare it.',
    'Write while you talk: each answer is saved by itself, and what is missing may wait.',
    'When you finish, she gets a copy, and the decision is your next task.',
  ],
  'key-worker': [
    'Open My work. Each case tells on one page what was promised, by when, and what is risky.',
    'Write the plan with the person. Totals add themselves up against the estimate.',
    'You cannot agree your own plan: the page says who can.',
    'When you go away, enter it under You, and name a cover. Your work goes there that day.',
  ],
  manager: [
    'Open My work: what waits for your check, and what is late with others.',
    'Under Staff, add who joins, give cover to who is ill, and take out who leaves: their work moves the same day.',
    'You hear of late work again and again until it is done. Give it to somebody who can.',
    'What you open without work of your own there is recorded, as it is for everybody.',
  ],
  'finance-officer': [
    'Open My work: each financial assessment shows what is known and where from.',
    'Enter what you were shown. Each line of the working says which rule made it.',
    'A second person confirms figures that charges rest on.',
    'When rates change in April, enter them once. Careway asks for each charge again.',
  ],
  'complaints-manager': [
    'Open My work: each complaint says by which day it is answered.',
    'You see the complaint and what it is about. For more, give a reason.',
    'An answer says what was found, what is put right, and how to go to the Ombudsman.',
  ],
  'safeguarding-lead': [
    'Open My work: what was reported today is at the top.',
    'Say what you found, what is done now, and who was told.',
    'A record can be restricted to named staff. You may open one with a reason, and the named hear of it.',
  ],
};
