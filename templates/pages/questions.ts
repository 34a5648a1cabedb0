import type { Council } from '../../schemas/council.ts';
import { aimWords } from './target-words.ts';

/** A question that people ask, with our answer in paragraphs. `also` are words that they may look for and that are not said. */
type HelpQuestion = {
  readonly id: string;
  readonly question: string;
  readonly answer: readonly string[];
  readonly also: string;
  /** Where it can be done: a path below the council's. */
  readonly links?: readonly { readonly path: string; readonly text: string }[];
};

/** Questions under one heading. */
export type HelpTopic = { readonly title: string; readonly questions: readonly HelpQuestion[] };

const asking = ({ area, carerCannotGoOn, contact, notices, targets, terms }: Council): HelpTopic => ({
  title: 'Asking for help',
  questions: [
    {
      id: 'who-can-ask',
      question: 'Who can ask for an assessment?',
      answer: [
        `Anyone who is 18 or over, lives in ${area} and seems to need care and support.`,
        'It does not matter how much money you have, or how much help you need.',
      ],
      also: 'apply eligible age adult start',
    },
    {
      id: 'someone-else',
      question: 'Can someone ask for me?',
      answer: [
        'Yes, if you agree. It can be a relative, a friend, a carer, or a nurse or doctor.',
        'If you are too ill to agree, they can still ask. They should tell us why.',
      ],
      also: 'behalf proxy family hospital gp professional help fill in refer referral nurse job',
      links: [
        { path: '/forms/needs-assessment', text: 'Ask for an assessment, for yourself or someone you know' },
        { path: '/forms/referral', text: 'Refer someone as part of your job' },
      ],
    },
    {
      id: 'help-now',
      question: 'What if I need help today?',
      answer: [
        `Call ${contact.name} if you can. If you cannot, use the short form. Someone reads it on the same day, or on the next working day if we are closed.`,
        'If someone is in danger, call 999.',
      ],
      also: 'urgent emergency now soon food heat medicine crisis carer stopped',
      links: [{ path: '/forms/help-now', text: 'Ask for help now' }],
    },
    {
      id: 'what-help',
      question: 'What help is there?',
      answer: [
        'There is a list of it, for adults and for carers. It says what each kind of help is, what it costs, and how to get it.',
        'You can use some of it without an assessment.',
      ],
      also: 'support services catalogue directory equipment telecare alarm day centre home care groups respite counselling',
      links: [{ path: '/support', text: 'See what help there is' }],
    },
    {
      id: 'carers',
      question: 'I look after someone. Can I get help?',
      answer: [
        'Yes. You can have an assessment of your own as a carer. You can have it with the person you care for, or apart.',
        'You can ask even if the other person does not want help.',
      ],
      also: 'carer caring unpaid joint break respite',
      links: [
        { path: '/support?for=carer', text: 'See what help there is for carers' },
        { path: '/forms/carers-assessment', text: 'Ask for a carer’s assessment' },
        { path: '/journey?of=carer', text: 'See what happens for carers, step by step' },
      ],
    },
    {
      id: 'how-long',
      question: 'How long will I wait?',
      answer: [aimWords({ targets, carerCannotGoOn }), `These are targets, not promises. ${notices.waiting}`],
      also: 'waiting list time urgent quick soon days',
    },
    {
      id: 'pay',
      question: 'Do I have to pay?',
      answer: [
        `You never pay for the assessment. ${notices.charging}`,
        'Help for a few weeks to get back on your feet is free for up to 6 weeks.',
      ],
      also: 'cost charge money free finance fee contribution savings reablement',
    },
    {
      id: 'advocate',
      question: 'Can someone speak up for me?',
      answer: [
        'Yes. A relative or friend can be with you each time we talk.',
        `If you have no one, and it is hard to follow or to say what you want, tell your ${terms.worker}. We can find you an advocate. An advocate is not part of the council.`,
      ],
      also: 'advocacy advocate independent support understand interpreter',
    },
    {
      id: 'formats',
      question: 'Can I have letters in large print, easy read or my language?',
      answer: ['Yes. Say so in the form, or tell us when you get in touch.'],
      also: 'format braille translation translate audio interpreter sign language',
    },
  ],
});

const planning = ({ checkIns, terms }: Council): HelpTopic => ({
  title: 'Your plan',
  questions: [
    {
      id: 'plan',
      question: 'What is a care and support plan?',
      answer: [
        'It is a paper that says what you want, and how you will get the help for it.',
        'It puts you first. It says how you like to be helped, who helps, and which people, places and habits matter to you.',
      ],
      also: 'document needs goals outcomes',
    },
    {
      id: 'write-plan',
      question: 'Who writes the plan?',
      answer: [
        `You do, with us. Your ${terms.keyWorker} can help, and so can family and friends.`,
        ...(terms.planner
          ? [`An ${terms.planner} can help too. Your ${terms.keyWorker} can tell you how to find one.`]
          : []),
        'It can be short or long. You choose how much to say.',
      ],
      also: 'create make help length detail planner',
    },
    {
      id: 'budget',
      question: 'What is a personal budget?',
      answer: [
        'It is the money that it takes to meet your needs. Part of it may come from you.',
        'You can have it paid to you, and buy your own support. This is called a direct payment. Someone can look after it for you. Or we can arrange the support. You can also do some of each.',
        'A direct payment gives you independence, choice and control. You choose who helps you, when and how.',
      ],
      also: 'direct payments managed account money spend',
    },
    {
      id: 'after-plan',
      question: 'What happens when the plan is agreed?',
      answer: [
        'We give you a copy, and your support starts.',
        `Your ${terms.keyWorker} gets in touch to see if you are happy with it${checkIns ? `, and again about every ${checkIns.everyWeeks} weeks` : ''}.`,
      ],
      also: 'start begin next check copy',
    },
    {
      id: 'change-provider',
      question: 'Can I change who helps me, or how I pay?',
      answer: [
        'Yes. Talk to the person who wrote the plan with you. They can agree the change and help you make it. You may not need a review.',
      ],
      also: 'provider agency switch different service arrange',
    },
  ],
});

const reviewing = ({ contact, notices, terms }: Council): HelpTopic => ({
  title: 'Reviews and changes',
  questions: [
    {
      id: 'review',
      question: 'What is a review?',
      answer: [
        'It is a talk about your plan: what works, what does not, and what should change. It is a good time to say what you would like.',
        'We check that your support is safe and still right for you. The law asks us to do it.',
      ],
      also: 'light touch check stock satisfied',
    },
    {
      id: 'how-often',
      question: 'How often do you review my plan?',
      answer: [notices.review],
      also: 'weeks months yearly annual time when',
    },
    {
      id: 'ask-review',
      question: 'Can I ask for a review sooner?',
      answer: [
        'Yes, at any time. Ask if your needs have changed, if the plan does not help, if you want a big change, or if something is not safe.',
        'Your carer and the people who give you support can ask too. So can we.',
        'If a lot has changed, we may do a new assessment and write a new plan.',
      ],
      also: 'request early crisis reasonable again reassess someone else carer provider',
      links: [
        { path: '/case/sign-in', text: 'Sign in to ask for a review of your own plan' },
        { path: '/review-request', text: 'Ask for a review of someone’s plan' },
      ],
    },
    {
      id: 'review-contact',
      question: 'Who do I contact about a review?',
      answer: [
        `Call your ${terms.keyWorker}${terms.team ? ` or your ${terms.team}` : ''} if you have the number. If you do not, contact ${contact.name}.`,
        'Tell them who you would like to be there.',
      ],
      also: 'phone number call invite bring',
    },
    {
      id: 'changes',
      question: 'What if my needs or my money change?',
      answer: [`Tell your ${terms.keyWorker} at once. If you do not know who that is, contact ${contact.name}.`],
      also: 'change report worse better savings income pension finances',
    },
  ],
});

const disagreeing = ({ complaints, terms }: Council): HelpTopic => ({
  title: 'If something is wrong',
  questions: [
    {
      id: 'disagree',
      question: 'What if I do not agree with you?',
      answer: [
        `Talk to your ${terms.worker} first. Ask why.`,
        `If you are still not happy, complain to ${complaints.role}.`,
        'If that does not put it right, ask the Local Government and Social Care Ombudsman. They are free and not part of the council. Phone 0300 061 0614.',
      ],
      also: 'complaint complain appeal challenge decision unhappy wrong ombudsman',
    },
    {
      id: 'abuse',
      question: 'How do I report abuse or neglect?',
      answer: ['Do not use the form for this. It may be days before someone reads it. To report a crime, call 101.'],
      also: 'safeguarding safe hurt danger harm frightened police emergency scared',
    },
  ],
});

/** What people ask, in the words of this council. */
export const helpTopics = (council: Council): HelpTopic[] => [
  asking(council),
  planning(council),
  reviewing(council),
  disagreeing(council),
];
