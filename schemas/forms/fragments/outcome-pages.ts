import type { Condition } from '../../form-language.ts';
import { ask, page, when } from './build.ts';
import { anAdult, asLastTime, capital, carerToldBeside, law, toldBeside } from './staff-words.ts';

/** An outcome as staff name it: `key` begins the ids of its questions, here and where it was asked of the person. */
export type OutcomeAsked<Key extends string> = { readonly key: Key; readonly name: string };

const unableBecause = [
  ['a-assistance', 'Not without assistance'],
  ['b-pain', 'Significant pain, distress or anxiety'],
  ['c-danger', 'Danger to health or safety, own or others’'],
] as const;

/** Of adults only: taking longer does not count for carers. Eligibility Regulations 2015 reg 3(3). */
const takesLonger = [['d-time', 'Takes significantly longer']] as const;

const canAchieve = [['able', 'None of these: able to achieve it']] as const;

const common = <const Key extends string>({ key, name }: OutcomeAsked<Key>, whose: 'person' | 'carer') => {
  const begin = capital(name.replace('your', 'the'));
  const applies = when(`${key}Applies`, 'yes');
  const unable: Condition = { all: [applies, when(`${key}Meanings`, 'a-assistance', 'b-pain', 'c-danger')] };
  const varies: Condition = { all: [applies, when(`${key}Fluctuates`, 'yes')] };
  return {
    begin,
    applies,
    unable,
    varies,
    beside: (id: string) => (whose === 'person' ? toldBeside(id, ...anAdult) : carerToldBeside(id)),
  };
};

const fluctuationLaw = (regulation: string) => [
  law.confirmed(
    'Where the need goes up and down, look at it over as long a time as it takes to know its level.',
    `Eligibility Regulations 2015 ${regulation}`,
  ),
];

/**
 * One of the ten outcomes as it was found with the person: what they can and cannot achieve, and why, as if nobody helped.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 2(2) to (4)
 */
export const adultOutcomePage = <const Key extends string>(outcome: OutcomeAsked<Key>) => {
  const { key } = outcome;
  const { begin, applies, varies, beside } = common(outcome, 'person');
  const unable: Condition = {
    all: [applies, when(`${key}Meanings`, 'a-assistance', 'b-pain', 'c-danger', 'd-time')],
  };
  return page(`outcome-${key.toLowerCase()}`, begin, [
    ask.yesno(`${key}Applies`, `${begin}: applies`, `${begin}: does it apply to the person?`, {
      statutory: true,
      known: [asLastTime(`${key}Applies`), ...toldBeside('hardActivities', ...anAdult, 'referral')],
      notInCopy: true,
      meets: ['reg 2(2)'],
    }),
    ask.multi(
      `${key}Meanings`,
      `${begin}: unable because`,
      `${begin}: why is the person unable to achieve it?`,
      [...unableBecause, ...takesLonger, ...canAchieve],
      {
        alone: 'able',
        when: applies,
        statutory: true,
        law: [
          law.confirmed(
            'One meaning is enough. Prompting is assistance; “without” means as if no carer and no equipment helped.',
            'Eligibility Regulations 2015 reg 2(3); guidance 6.119',
          ),
        ],
        known: [asLastTime(`${key}Meanings`), ...beside(`${key}Unable`)],
        copy: `${begin}: what is true`,
        meets: ['L29', 'reg 2(3)'],
      },
    ),
    ask.long(`${key}NeedAsIfNoCarer`, `${begin}: need`, `${begin}: what is the need, as if nobody helped?`, {
      when: unable,
      statutory: true,
      law: [
        law.fromMemory(
          'What a carer does is looked at later, when the council decides what it meets.',
          'Guidance 6.119',
        ),
      ],
      known: [asLastTime(`${key}NeedAsIfNoCarer`), ...beside(`${key}More`)],
      meets: ['L2', 's.9(4)(a)'],
    }),
    ask.text(`${key}MetNowBy`, `${begin}: met now by`, `${begin}: who or what meets it now?`, {
      when: applies,
      optional: true,
      known: [asLastTime(`${key}MetNowBy`), ...beside('otherHelpDetail'), ...toldBeside('helpNow', 'referral')],
      meets: ['L14'],
    }),
    ask.text(`${key}Frequency`, `${begin}: how often`, `${begin}: how often is help needed?`, {
      when: unable,
      optional: true,
      known: [asLastTime(`${key}Frequency`)],
    }),
    ask.yesno(`${key}Night`, `${begin}: at night`, `${begin}: is help needed at night?`, {
      when: unable,
      optional: true,
      known: [asLastTime(`${key}Night`)],
    }),
    ask.yesno(`${key}Fluctuates`, `${begin}: goes up and down`, `${begin}: does the need go up and down?`, {
      when: applies,
      statutory: true,
      law: fluctuationLaw('reg 2(4)'),
      known: [asLastTime(`${key}Fluctuates`), ...beside(`${key}Unable`)],
      notInCopy: true,
      meets: ['reg 2(4)'],
    }),
    ask.long(`${key}Pattern`, `${begin}: pattern`, `${begin}: how does it go up and down?`, {
      when: varies,
      known: [asLastTime(`${key}Pattern`), ...beside('goodAndBadDays')],
    }),
    ask.text(`${key}Period`, `${begin}: period considered`, `${begin}: over what period was it considered?`, {
      when: varies,
      statutory: true,
      known: [asLastTime(`${key}Period`), ...beside('changesSince'), ...beside('changesHowOften')],
      meets: ['reg 2(4)'],
    }),
    ask.long(`${key}Goal`, `${begin}: goal`, `${begin}: what does the person want to achieve?`, {
      when: applies,
      optional: true,
      known: [asLastTime(`${key}Goal`), ...beside('betterLife')],
      meets: ['s.9(4)(b)'],
    }),
    ask.long(`${key}View`, `${begin}: practitioner’s view`, `${begin}: what is your view, and the evidence for it?`, {
      when: unable,
      known: [asLastTime(`${key}View`)],
      copy: `${begin}: what we found, and why`,
    }),
  ]);
};

/**
 * One of the eight outcomes for carers, with three meanings of “unable”.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 3(2) to (4)
 */
export const carerOutcomePage = <const Key extends string>(outcome: OutcomeAsked<Key>) => {
  const { key } = outcome;
  const { begin, applies, unable, varies, beside } = common(outcome, 'carer');
  return page(`outcome-${key.toLowerCase()}`, begin, [
    ask.yesno(`${key}Applies`, `${begin}: applies`, `${begin}: does it apply to the carer?`, {
      statutory: true,
      known: [asLastTime(`${key}Applies`)],
      notInCopy: true,
      meets: ['reg 3(2)(b)'],
    }),
    ask.multi(
      `${key}Meanings`,
      `${begin}: unable because`,
      `${begin}: why is the carer unable to achieve it?`,
      [...unableBecause, ...canAchieve],
      {
        alone: 'able',
        when: applies,
        statutory: true,
        law: [
          law.confirmed(
            'One outcome and one meaning are enough. Taking longer does not count for carers.',
            'Eligibility Regulations 2015 reg 3(2) and (3)',
          ),
        ],
        known: [asLastTime(`${key}Meanings`), ...beside(`${key}Unable`)],
        copy: `${begin}: what is true`,
        meets: ['reg 3(3)'],
      },
    ),
    ask.long(`${key}NeedAsIfNoCarer`, `${begin}: need`, `${begin}: what is hard, and how is it due to caring?`, {
      when: unable,
      statutory: true,
      known: [asLastTime(`${key}NeedAsIfNoCarer`), ...beside(`${key}More`)],
      meets: ['reg 3(1)(a)'],
    }),
    ask.text(`${key}MetNowBy`, `${begin}: met now by`, `${begin}: who or what helps the carer with it now?`, {
      when: applies,
      optional: true,
      known: [asLastTime(`${key}MetNowBy`)],
    }),
    ask.yesno(`${key}Fluctuates`, `${begin}: goes up and down`, `${begin}: does the need go up and down?`, {
      when: applies,
      statutory: true,
      law: fluctuationLaw('reg 3(4)'),
      known: [asLastTime(`${key}Fluctuates`), ...beside(`${key}Unable`)],
      notInCopy: true,
      meets: ['reg 3(4)'],
    }),
    ask.long(`${key}Pattern`, `${begin}: pattern`, `${begin}: how does it go up and down?`, {
      when: varies,
      known: [asLastTime(`${key}Pattern`), ...beside('goodAndBadDays')],
    }),
    ask.text(`${key}Period`, `${begin}: period considered`, `${begin}: over what period was it considered?`, {
      when: varies,
      statutory: true,
      known: [asLastTime(`${key}Period`), ...beside('changesSince'), ...beside('changesHowOften')],
      meets: ['reg 3(4)'],
    }),
    ask.long(`${key}Goal`, `${begin}: goal`, `${begin}: what does the carer want to achieve?`, {
      when: applies,
      optional: true,
      known: [asLastTime(`${key}Goal`), ...beside('wantHelpWith')],
      meets: ['s.10(5)(d)'],
    }),
    ask.long(`${key}View`, `${begin}: practitioner’s view`, `${begin}: what is your view, and the evidence for it?`, {
      when: unable,
      known: [asLastTime(`${key}View`)],
      copy: `${begin}: what we found, and why`,
    }),
  ]);
};
