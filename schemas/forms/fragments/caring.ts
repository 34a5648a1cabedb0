import type { Page, Section } from '../../form-language.ts';
import { ask, column, page, section, when } from './build.ts';
import { carerActivityPages } from './carer-activities.ts';
import { effectPage } from './wellbeing.ts';

/** Whom the carer cares for; a joint form knows. SI 2014/2827 reg 2: what we hold about them is shared only if they agree. */
export const caredForPage: Page = {
  id: 'people-cared-for',
  questions: [
    ask.table(
      'caredFor',
      'People cared for',
      'Who {do you} care for?',
      'person',
      [
        column.text('name', 'Name'),
        { ...column.text('relationship', 'Who they are'), hint: 'For example a mother or a friend.' },
        column.text('condition', 'Illness or disability'),
        column.text('postcode', 'Postcode', true),
        {
          ...column.yesno('agreesToSharing', 'Agrees that we share what we know about them'),
          label: 'Have they agreed that we share what we know about them?',
          error: 'Select yes if they have agreed to it',
        },
      ],
      {
        maxRows: 6,
        easyRead: { label: 'Who {do you} care for?', picture: 'carer' },
        meets: ['s.10(3)', 'SI 2014/2827 reg 2'],
      },
    ),
  ],
};

const caringPage = page('caring-tasks', 'What {you do} for {cared:them}', [
  ask.multi(
    'caringTasks',
    'Caring tasks',
    'What {do you} do for {cared:them}?',
    [
      ['housework', 'Housework', 'cleaning'],
      ['cooking', 'Cooking', 'meal'],
      ['shopping', 'Shopping', 'shop'],
      ['laundry', 'Laundry'],
      ['washing', 'Washing or bathing', 'washing'],
      ['toilet', 'Using the toilet', 'toilet'],
      ['dressing', 'Getting dressed', 'clothes'],
      ['other-personal-care', 'Other personal care'],
      ['keeping-safe', 'Keeping an eye on them', 'eye'],
      ['moving', 'Moving or lifting', 'wheelchair'],
      ['medicine', 'Medicine', 'medicine'],
      ['paperwork', 'Money and paperwork', 'money'],
      ['transport', 'Driving or going with them', 'steering'],
      ['emotional', 'Listening and comforting', 'ear'],
      ['emergencies', 'Dealing with emergencies', 'ambulance'],
      ['behaviour', 'Dealing with behaviour that is hard', 'worried-person'],
    ],
    {
      error: 'Select the caring tasks',
      easyRead: { label: 'What {do you} do for {cared:them}?', picture: 'helping' },
      meets: ['reg 3(1)(a)'],
    },
  ),
  ask.long(
    'hardBehaviour',
    'Behaviour that is hard',
    'Which behaviour of {cared:them} is hard, and does it put anyone at risk?',
    {
      when: when('caringTasks', 'behaviour'),
      error: 'Tell us which behaviour is hard',
      optional: true,
      easyRead: { label: 'What does {cared:them} do that is hard? Is anyone at risk?', picture: 'worried-person' },
      meets: ['s.10(5)'],
    },
  ),
  ask.num('caringHours', 'Hours a week', 'How many hours a week {do you} care?', [0, 168], {
    error: 'Enter how many hours a week',
    easyRead: { label: 'How many hours a week {do you} care?', picture: 'clock' },
  }),
  ask.choice(
    'caringTimes',
    'Times of caring',
    'At what times {do you} care?',
    [
      ['day', 'By day', 'good-day'],
      ['night', 'By night', 'night'],
      ['both', 'By day and by night', 'clock'],
    ],
    { error: 'Select by day, by night or both', easyRead: { label: 'When {do you} care?', picture: 'night' } },
  ),
  ask.long('othersWhoHelp', 'Others who help', 'Who else helps {cared:them}, and with what?', {
    optional: true,
    error: 'Tell us who else helps',
    easyRead: { label: 'Who else helps {cared:them}?', picture: 'support' },
  }),
]);

/** Able and willing, now and later, each apart; having no choice is an answer too. Care Act 2014 s.10(5). */
const ableAndWillingPage = page('able-and-willing', 'Going on caring', [
  ask.choice(
    'ableToCare',
    'Able to care',
    '{Are you} able to care?',
    [
      ['now-and-later', 'Able now, and likely to stay able', 'yes'],
      ['now', 'Able now, but perhaps not later', 'unsure'],
      ['no', 'Not able now', 'no'],
    ],
    {
      error: 'Select whether the carer is able to care',
      easyRead: { label: 'Can {you} care for {cared:them}?', picture: 'helping' },
      meets: ['s.10(5)(a)'],
    },
  ),
  ask.choice(
    'willingToCare',
    'Willing to care',
    '{Do you} want to care?',
    [
      ['now-and-later', 'Wants to now, and is likely to later', 'yes'],
      ['now', 'Wants to now, but perhaps not later', 'unsure'],
      ['no', 'Does not want to', 'no'],
      ['no-choice', 'There seems to be no choice', 'choose'],
    ],
    {
      error: 'Select whether the carer wants to care',
      easyRead: { label: '{Do you} want to care for {cared:them}?', picture: 'heart' },
      meets: ['s.10(5)(b)'],
    },
  ),
]);

/** What the carer wants; the one long text that somebody must write. CV58. */
const wantPage = page('what-you-want', 'What would help', [
  ask.long('wantHelpWith', 'What help is wanted', 'What {do you} want help with?', {
    error: 'Tell us what help is wanted',
    easyRead: { label: 'What {do you} want help with?', picture: 'helping' },
    meets: ['CV58', 's.10(5)(d)'],
  }),
  ask.long('keepDoing', 'What to keep doing', 'What {do you} want to keep doing?', {
    optional: true,
    error: 'Tell us what to keep doing',
    easyRead: { label: 'What {do you} want to keep doing?', picture: 'happy' },
    meets: ['CV58'],
  }),
  ask.long('wantToStop', 'What to stop doing', 'What {do you} want to stop doing?', {
    optional: true,
    error: 'Tell us what to stop doing',
    easyRead: { label: 'What {do you} want to stop doing?', picture: 'no' },
    meets: ['CV58'],
  }),
  ask.long('anythingElse', 'Anything else', 'Is there anything else that we should know about {you}?', {
    optional: true,
    error: 'Tell us what else we should know',
    easyRead: { label: 'What else should we know about {you}?', picture: 'write-down' },
  }),
]);

const healthPage = page('carer-health', '{Your} own health', [
  ask.multi(
    'healthProblems',
    'Health now',
    '{Do you} have any of these?',
    [
      ['sleep', 'Broken sleep', 'bed'],
      ['stress', 'Stress or worry', 'worried-person'],
      ['low-mood', 'Feeling low', 'sad'],
      ['pain', 'Pain', 'health'],
      ['lifting', 'Injury from lifting', 'wheelchair'],
      ['other', 'Another health problem', 'doctor'],
      ['none', 'None of these', 'none'],
    ],
    {
      alone: 'none',
      error: 'Select what there is, or none of these',
      easyRead: { label: '{Do you} have any of these?', picture: 'doctor' },
    },
  ),
  ask.choice(
    'healthChange',
    'Change in health',
    'Is {your} health getting worse?',
    [
      ['deteriorating', 'Yes, it is getting worse', 'sad'],
      ['at-risk', 'Not yet, but it could', 'unsure'],
      ['no', 'No', 'no'],
    ],
    {
      error: 'Select whether the health is getting worse',
      easyRead: { label: 'Is {your} health getting worse?', picture: 'health' },
      meets: ['reg 3(2)(a)'],
    },
  ),
]);

const workPage = page('work-and-breaks', 'Work, study and breaks', [
  ask.choice(
    'working',
    'Work',
    '{Do you} work?',
    [
      ['yes', 'Yes', 'yes'],
      ['want-to', 'No, but it is wanted', 'work'],
      ['no', 'No, and it is not wanted', 'no'],
    ],
    {
      error: 'Select whether there is a job',
      easyRead: { label: '{Do you} have a job?', picture: 'work' },
      meets: ['s.10(6)'],
    },
  ),
  ask.choice(
    'studying',
    'Study or training',
    '{Do you} study or train?',
    [
      ['yes', 'Yes', 'yes'],
      ['want-to', 'No, but it is wanted', 'learning'],
      ['no', 'No, and it is not wanted', 'no'],
    ],
    {
      error: 'Select whether there is study or training',
      easyRead: { label: '{Do you} study or train?', picture: 'learning' },
      meets: ['s.10(6)'],
    },
  ),
  ask.choice(
    'breaksHowOften',
    'How often there is a break',
    'How often {do you} have a break?',
    [
      ['weekly', 'Every week', 'rest'],
      ['monthly', 'Every month', 'calendar'],
      ['yearly', 'A few times a year', 'clock'],
      ['never', 'Never', 'none'],
    ],
    { easyRead: { label: 'How often {do you} have a break?', picture: 'rest' }, meets: ['CV59'] },
  ),
  ask.choice(
    'canBeLeft',
    'Can be left alone',
    'Can {cared:you} be left alone?',
    [
      ['yes', 'Yes', 'yes'],
      ['short-time', 'For a short time', 'clock'],
      ['no', 'No', 'no'],
    ],
    {
      error: 'Select whether the person cared for can be left alone',
      easyRead: { label: 'Is it OK to leave {cared:them} alone?', picture: 'lonely' },
    },
  ),
  ask.long('breakWanted', 'The break that is wanted', 'What kind of break would {you} like?', {
    optional: true,
    error: 'Tell us what kind of break is wanted',
    easyRead: { label: 'What sort of break would {you} like?', picture: 'hobby' },
  }),
  ask.multi(
    'supportWanted',
    'Support that is wanted',
    'Which of these would {you} like?',
    [
      ['information', 'Information and advice', 'advice'],
      ['training', 'Training, for example in safe lifting', 'learning'],
      ['counselling', 'Counselling', 'communicate'],
      ['groups', 'Groups with other carers', 'friends'],
      ['benefits-check', 'A check of benefits, such as Carer’s Allowance', 'money'],
      ['none', 'None of these', 'none'],
    ],
    {
      error: 'Select what would help, or none of these',
      optional: true,
      alone: 'none',
      easyRead: { label: 'Which of these would {you} like?', picture: 'list' },
    },
  ),
]);

const emergencyPage = page('emergency-plan', 'Plan for an emergency', [
  ask.choice(
    'emergencyPlan',
    'Emergency plan',
    '{Do you} have a plan for when {they} suddenly cannot care?',
    [
      ['up-to-date', 'Yes, and it is up to date', 'yes'],
      ['out-of-date', 'Yes, but it is out of date', 'calendar'],
      ['want', 'No, and one is wanted', 'list'],
      ['not-wanted', 'No, and none is wanted', 'no'],
    ],
    {
      error: 'Select whether there is a plan',
      easyRead: { label: 'What if {you} cannot care one day? Is there a plan?', picture: 'list' },
      meets: ['CV60'],
    },
  ),
  ask.text('stepIn', 'Who could step in', 'Who could step in?', {
    hint: 'A name, and a phone number or an email address.',
    optional: true,
    error: 'Enter who could step in',
    easyRead: { label: 'Who could help then?', picture: 'phone' },
  }),
]);

/** What carers are asked about their caring and their own life; the joint assessment asks it too. Care Act 2014 s.10(5) and (6). */
export const caringSections: Section[] = [
  section('caring', 'Caring', [caringPage, ableAndWillingPage, wantPage]),
  section('own-life', '{Your} own life', [
    healthPage,
    ...carerActivityPages,
    effectPage(' of caring'),
    workPage,
    emergencyPage,
  ]),
];
