import { type Council, estimateName, type Stage } from '../../schemas/council.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { render } from '../environment.ts';
import { carerChargingOf, siteOf } from './pages.ts';
import { toldStages } from './stages.ts';
import { aimWords } from './target-words.ts';

/** Whose journeys are drawn, as addresses call them: `/{council}/journey?of=carer`. */
export const journeysDrawn = ['adult', 'carer', 'together', 'hospital', 'short-term', 'safety'] as const;
export type JourneyOf = (typeof journeysDrawn)[number];

/** A step of a journey, as its machine has it: work of staff, beside which the next goes on or not; a mail to the person; or a wait for a day. */
export type DrawnStep =
  | { readonly kind: TaskKind; readonly isBeside: boolean; readonly workingDays?: number }
  | { readonly mail: string }
  | { readonly waits: true };

/** What is said of a step; an empty text is left out. */
type Told = {
  readonly title: string;
  readonly text: string;
  readonly time?: string;
  readonly beside?: string;
  readonly elsewise?: string;
};

/** The stage of which a kind of work is the beginning. */
const stageOf: Partial<Record<TaskKind, Stage>> = {
  'triage-request': 'first-contact',
  'assess-needs': 'assessment',
  'decide-eligibility': 'eligibility',
  'estimate-budget': 'estimated-budget',
  'assess-finances': 'financial-assessment',
  'draft-plan': 'plan',
  'set-up-support': 'support',
};

/** How long staff have for a piece of work before it is late, which is a setting and no promise to anyone. */
const days = (count: number): string =>
  count === 0
    ? 'Staff do this on the same day.'
    : `Staff have ${count} working ${count === 1 ? 'day' : 'days'} for this.`;
const ofDays = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const ofWeeks = (count: number): string => (count === 1 ? '1 week' : `${count} weeks`);
const every = (weeks: number): string => (weeks === 1 ? 'each week' : `every ${weeks} weeks`);

/** What stands for a kind of work where no stage of the council does. */
const others = ({ checkIns, terms }: Council): Partial<Record<TaskKind, readonly [string, string]>> => ({
  'check-plan': ['We check the plan', 'We look if the plan meets your needs, keeps to the law and can be paid for.'],
  'agree-plan-for-council': ['A manager agrees to the plan', 'A manager says yes to it for the council.'],
  'agree-plan': [
    'You agree to the plan',
    'You read it and say yes, or say what should change. If you want changes, we write it again with you.',
  ],
  'check-support': [
    'We ask how it is going',
    `Your ${terms.keyWorker} gets in touch soon after your support starts${checkIns ? `, and then ${every(checkIns.everyWeeks)}` : ''}.`,
  ],
  'give-short-term-support': [
    'We plan help for a short time',
    'It is to get back on your feet, such as after a fall. We agree with you what you want to be able to do, and by when.',
  ],
  'review-short-term-support': ['We look at how it went', 'We ask what you can do now, and if you still need help.'],
  'assess-after-discharge': [
    'You get well again',
    'We do not decide about help for good while you are in hospital. On the day that you leave we agree when we find out what you still need.',
  ],
  'look-into-safety': [
    'We look into it',
    'Someone who works on safety reads it. They ask what you want to happen, and what you say counts.',
  ],
});

/** What is said to a carer of the steps that are other for them. */
const toCarers = (council: Council): Partial<Record<TaskKind, readonly [string, string]>> => ({
  'assess-carer': [
    'We find out what you need',
    `Your ${council.terms.worker} talks with you about how you help, what that does to your own life, and what you want for yourself.`,
  ],
  'decide-carer-eligibility': [
    'We decide',
    'We tell you if you can get support from us as a carer, and why. We give you a copy of your assessment.',
  ],
  'estimate-budget': [
    'You see what it may cost',
    `We work out your ${estimateName(council.terms)}. It says about how much money your support needs.`,
  ],
  'draft-plan': [
    'We write your plan with you',
    'Your support plan says what you want, what help you get and who gives it. You get a copy.',
  ],
  'assess-finances': ['We look if there is something to pay', carerChargingOf(council)],
});

/** What else may come of a step. */
const elsewise: Partial<Record<TaskKind, string>> = {
  'triage-request':
    'If advice is enough, we give it to you in writing and stop here. You may also get help for a few weeks first. After that we look at what you still need.',
  'decide-eligibility': 'If we cannot give you care and support, we say why, and what else can help.',
  'decide-carer-eligibility': 'If we cannot give you support, we say why, and what else can help.',
  'review-short-term-support': 'If you can do what you wanted to do, we stop here. You can ask again at any time.',
};

const isMail = (step: DrawnStep | undefined, mail: string): boolean =>
  step !== undefined && 'mail' in step && step.mail === mail;

/** The reviews, which one machine brings again and again: the first in its window, the others at the latest after so many months. */
const reviewsOf = ({ review, notices }: Council, reminds: boolean): Told[] => {
  const { first, later, reminderLeadDays: lead, startsFrom } = review;
  const reminded = (before: number) => (reminds ? ` We remind you ${ofDays(before)} before.` : '');
  return [
    {
      title: 'The first review',
      text: `${notices.review} If something changes before then, tell us.`,
      time: `${first.fromWeeks} to ${ofWeeks(first.toWeeks)} after ${startsFrom === 'support-start' ? 'your support starts' : 'the plan is agreed'}.${reminded(lead.first)}`,
    },
    {
      title: 'More reviews',
      text: 'We look at your plan again and again, for as long as you have it.',
      time: `At least every ${later.months} months.${reminded(lead.later)}`,
      elsewise: 'If a lot has changed, we find out again what you need, and go on from there.',
    },
  ];
};

/** What stands before the first step of a way that does not begin with the form. */
const beforeThem: Partial<Record<JourneyOf, Told>> = {
  together: {
    title: 'Each of you fills in a part',
    text: 'One form asks about both of you. Or one of you sends a part and gives the other a code. You can each ask to be talked to alone. Neither of you reads what the other wrote.',
  },
  hospital: {
    title: 'The hospital tells us',
    text: 'A nurse or a doctor tells us that you may need help when you leave, if you agree. You or your family can tell us too.',
  },
  safety: {
    title: 'You tell us',
    text: 'Anyone may tell us, about themselves or about someone else. You do not need to be sure.',
  },
};

/** Where the way goes on that is drawn no further. */
const after: Partial<Record<JourneyOf, readonly JourneyOf[]>> = {
  together: ['adult', 'carer'],
  hospital: ['short-term', 'adult'],
  'short-term': ['adult'],
};

const words: Readonly<
  Record<JourneyOf, { readonly link: string; readonly intro: string; readonly ask: string; readonly askText: string }>
> = {
  adult: {
    link: 'An adult who needs care and support',
    intro: 'This is the way of an adult who can get care and support from us.',
    ask: '/forms/needs-assessment',
    askText: 'Ask for an assessment',
  },
  carer: {
    link: 'A carer',
    intro: 'This is the way of someone who looks after an adult and can get support from us.',
    ask: '/forms/carers-assessment',
    askText: 'Ask for a carer’s assessment',
  },
  together: {
    link: 'An adult and their carer together',
    intro: 'This is the way of two people who ask together. Each of you has an assessment and a decision of your own.',
    ask: '/forms/joint-assessment',
    askText: 'Ask for an assessment together',
  },
  hospital: {
    link: 'Someone who leaves hospital',
    intro: 'This is the way of someone who is in hospital and may need help at home.',
    ask: '/forms/referral',
    askText: 'Refer someone as part of your job',
  },
  'short-term': {
    link: 'Help for a short time',
    intro: 'This is the way of someone who gets help for a short time first.',
    ask: '/forms/needs-assessment',
    askText: 'Ask for an assessment',
  },
  safety: {
    link: 'A worry that someone is not safe',
    intro: 'This is what happens when someone may be hurt, or is treated badly.',
    ask: '/help#abuse',
    askText: 'See whom to call about abuse or neglect',
  },
};

const timeOf = (kind: TaskKind, workingDays: number | undefined, council: Council, of: JourneyOf): string => {
  if (kind === 'assess-needs' && of === 'short-term') return '';
  if (kind === 'assess-needs' && of === 'hospital') return 'By the day that we agree with you when you are home.';
  if (kind === 'assess-needs' || kind === 'assess-carer') return aimWords(council, kind === 'assess-carer');
  return kind === 'agree-plan' || kind === 'give-short-term-support' || workingDays === undefined
    ? ''
    : days(workingDays);
};

/** A council's journey, drawn from the steps that its machines go through, with the times of its settings. */
export const journeyPage = ({
  council,
  of,
  steps,
  freeWeeks,
}: {
  council: Council;
  of: JourneyOf;
  steps: readonly DrawnStep[];
  /** For how many weeks help to get back on one's feet is free at the most. */
  freeWeeks: number;
}): string => {
  const { shortTermContacts } = council;
  const stages = new Map(toldStages(council).map((stage) => [stage.id, [stage.title, stage.text] as const] as const));
  const byKind = { ...others(council), ...(of === 'carer' ? toCarers(council) : {}) };
  const drawn = steps.flatMap((step, at): Told[] => {
    if ('waits' in step)
      return isMail(steps[at + 1], 'review-coming')
        ? []
        : [
            {
              title: 'You have that help',
              text: shortTermContacts ? `We get in touch ${every(shortTermContacts.everyWeeks)}.` : '',
              time: `Up to ${ofWeeks(freeWeeks)}. Help to get back on your feet is free for that time.`,
            },
          ];
    if ('mail' in step) return [];
    if (step.kind === 'review-plan')
      return reviewsOf(
        council,
        steps.some((one) => isMail(one, 'review-coming')),
      );
    const stage = stageOf[step.kind];
    const [title, text] = byKind[step.kind] ?? (stage && stages.get(stage)) ?? [];
    if (title === undefined || text === undefined) return [];
    return [
      {
        title,
        text:
          of === 'together' && step.kind === 'assess-needs'
            ? `${text} We see you together or apart, as each of you likes.`
            : text,
        time: timeOf(step.kind, step.workingDays, council, of),
        beside: step.isBeside ? 'We do this while the next step goes on.' : '',
        elsewise: of === 'short-term' && step.kind === 'triage-request' ? '' : (elsewise[step.kind] ?? ''),
      },
    ];
  });
  const before = beforeThem[of];
  const { intro, ask, askText } = words[of];
  return render('pages/journey.njk', {
    site: siteOf(council),
    title: 'What happens, step by step',
    intro,
    of,
    ways: journeysDrawn.map((one) => ({ of: one, text: words[one].link, isHere: one === of })),
    steps: [...(before ? [before] : []), ...drawn],
    goesOn: (after[of] ?? []).map((one) => ({ of: one, text: words[one].link })),
    waiting: of === 'safety' ? '' : council.notices.waiting,
    ask,
    askText,
  });
};
