import type { AdultOutcomeCode } from '../../eligibility.ts';
import type { Condition, Page } from '../../form-language.ts';

/** What begins the ids of the questions about an activity. */
export type ActivityKey =
  | 'nutrition'
  | 'hygiene'
  | 'toilet'
  | 'clothed'
  | 'homeSafely'
  | 'habitableHome'
  | 'relationships'
  | 'workEducation'
  | 'community'
  | 'childCare';

/** One of the ten activities as people are asked about it: `key` begins the ids of its questions. */
export type Activity = {
  key: ActivityKey;
  outcome: AdultOutcomeCode;
  /** What the activity is called in a question: "How do you manage with eating and drinking?" */
  name: string;
  prompts: string;
  picture: string;
  when?: Condition;
};

/**
 * The ten outcomes as everyday activities, in the regulation's order.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 2(2)
 */
export const activities: Activity[] = [
  {
    key: 'nutrition',
    outcome: 'nutrition',
    name: 'eating and drinking',
    prompts: 'Think about shopping for food, making meals, eating and drinking.',
    picture: 'meal',
  },
  {
    key: 'hygiene',
    outcome: 'hygiene',
    name: 'keeping clean',
    prompts: 'Think about washing, your hair, your teeth and your laundry.',
    picture: 'washing',
  },
  {
    key: 'toilet',
    outcome: 'toilet',
    name: 'using the toilet',
    prompts: 'Think about getting to the toilet, using it, accidents, and the night.',
    picture: 'toilet',
  },
  {
    key: 'clothed',
    outcome: 'clothed',
    name: 'getting dressed',
    prompts: 'Think about putting clothes on, buttons and zips, dressing for the weather and buying clothes.',
    picture: 'clothes',
  },
  {
    key: 'homeSafely',
    outcome: 'home-safely',
    name: 'being safe at home',
    prompts: 'Think about steps, the bathroom, the kitchen, and getting in and out.',
    picture: 'home-safe',
  },
  {
    key: 'habitableHome',
    outcome: 'habitable-home',
    name: 'looking after your home',
    prompts: 'Think about cleaning, repairs, paying bills, heat and water, and your tenancy.',
    picture: 'cleaning',
  },
  {
    key: 'relationships',
    outcome: 'relationships',
    name: 'family and friends',
    prompts: 'Think about keeping in touch, meeting people and feeling lonely.',
    picture: 'friends',
  },
  {
    key: 'workEducation',
    outcome: 'work-education',
    name: 'work, learning and volunteering',
    prompts: 'Think about what you do now and what you would like to do.',
    picture: 'work',
  },
  {
    key: 'community',
    outcome: 'community',
    name: 'getting out and about',
    prompts: 'Think about transport, shops, health appointments, free time and worship.',
    picture: 'bus',
  },
  {
    key: 'childCare',
    outcome: 'child-care',
    name: 'looking after a child',
    prompts: 'Think about feeding, school and keeping the child safe.',
    picture: 'child',
    when: { question: 'looksAfter', is: ['child'] },
  },
];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * The pages of one activity. First how the person manages; only where it is hard, what is true of it. Help that they have
 * now is asked for staff and never lowers the need. Eligibility Regs reg 2(3) and (4).
 */
export const activityPages = ({ key, name, prompts, picture, when }: Activity): Page[] => {
  const hard: Condition = { question: `${key}Manage`, is: ['difficulty', 'cannot'] };
  const begin = capital(name);
  return [
    {
      id: `${key.toLowerCase()}`,
      ...(when && { when }),
      questions: [
        {
          id: `${key}Manage`,
          type: 'choice',
          label: `How do you manage with ${name}?`,
          name: begin,
          hint: `${prompts} Answer as if nobody helped you.`,
          error: `Select how you manage with ${name}`,
          options: [
            { value: 'fine', label: 'I manage fine', easyRead: { label: 'I can do this well', picture: 'happy' } },
            {
              value: 'difficulty',
              label: 'I have some difficulty',
              easyRead: { label: 'It is hard for me', picture: 'unsure' },
            },
            { value: 'cannot', label: 'I cannot do this', easyRead: { label: 'I cannot do this', picture: 'sad' } },
            {
              value: 'does-not-apply',
              label: 'This does not apply to me',
              easyRead: { label: 'This is not about me', picture: 'none' },
            },
          ],
          forHelper: { label: `How does the person manage with ${name.replace('your', 'their')}?` },
          easyRead: { label: `${begin}: is it easy or hard for you?`, picture },
          meets: ['L3', 'L29', 'W4'],
        },
      ],
    },
    {
      id: `${key.toLowerCase()}-difficulty`,
      title: `${begin}: what is hard`,
      when: hard,
      questions: [
        {
          id: `${key}Unable`,
          type: 'multi',
          label: `${begin}: which of these are true?`,
          name: `${begin}: what is true`,
          error: `Select what is true about ${name}, or none of these`,
          options: [
            {
              value: 'needs-help',
              label: 'I need help, or someone to remind me',
              easyRead: { label: 'I need help, or someone to remind me', picture: 'helping' },
            },
            {
              value: 'pain-or-distress',
              label: 'It causes me a lot of pain, distress or worry',
              easyRead: { label: 'It hurts or upsets me a lot', picture: 'worried-person' },
            },
            {
              value: 'danger',
              label: 'It puts me or other people in danger',
              easyRead: { label: 'It is not safe for me or other people', picture: 'danger' },
            },
            {
              value: 'takes-longer',
              label: 'It takes me much longer than most people',
              easyRead: { label: 'It takes me much longer than most people', picture: 'clock' },
            },
            { value: 'none', label: 'None of these' },
          ],
          alone: 'none',
          easyRead: { label: `${begin}: what is true for you?`, picture },
          meets: ['L29'],
        },
        {
          id: `${key}Hard`,
          type: 'long',
          label: `${begin}: what is hard and what helps?`,
          name: `${begin}: what is hard and what helps`,
          error: `Tell us what is hard about ${name} and what helps`,
          easyRead: { label: `${begin}: what is hard? What helps?`, picture: 'thinking' },
          meets: ['L1', 'L3'],
        },
        {
          id: `${key}HelpNow`,
          type: 'text',
          label: `${begin}: who helps you now, and how often?`,
          name: `${begin}: help now`,
          hint: 'Having help now never counts against you.',
          error: `Tell us who helps you with ${name}`,
          optional: true,
          easyRead: { label: `${begin}: who helps you now?`, picture: 'helping' },
          meets: ['L2', 'L14'],
        },
        {
          id: `${key}Goal`,
          type: 'long',
          label: `${begin}: what would you like to be able to do?`,
          name: `${begin}: what you would like`,
          error: `Tell us what you would like to be able to do about ${name}`,
          optional: true,
          easyRead: { label: `${begin}: what do you want to do?`, picture: 'happy' },
          meets: ['S20', 's.9(4)(b)'],
        },
      ],
    },
    {
      id: `${key.toLowerCase()}-changes`,
      title: `${begin}: good days and bad days`,
      when: hard,
      questions: [
        {
          id: `${key}Varies`,
          type: 'yesno',
          label: `${begin}: is it better on some days than on others?`,
          name: `${begin}: changes from day to day`,
          error: `Select yes if ${name} is better on some days than on others`,
          easyRead: { label: `${begin}: are some days better?`, picture: 'calendar' },
          meets: ['reg 2(4)'],
        },
        {
          id: `${key}GoodDay`,
          type: 'long',
          label: `${begin}: what is a good day like?`,
          name: `${begin}: a good day`,
          error: 'Tell us what a good day is like',
          easyRead: { label: `${begin}: what is a good day like?`, picture: 'good-day' },
          when: { question: `${key}Varies`, is: ['yes'] },
        },
        {
          id: `${key}BadDay`,
          type: 'long',
          label: `${begin}: what is a bad day like?`,
          name: `${begin}: a bad day`,
          error: 'Tell us what a bad day is like',
          easyRead: { label: `${begin}: what is a bad day like?`, picture: 'bad-day' },
          when: { question: `${key}Varies`, is: ['yes'] },
        },
        {
          id: `${key}Period`,
          type: 'text',
          label: `${begin}: over what time does it change?`,
          name: `${begin}: over what time`,
          hint: 'For example, “two bad days in most weeks since May”.',
          error: 'Tell us over what time it changes',
          easyRead: { label: `${begin}: when does it change?`, picture: 'clock' },
          when: { question: `${key}Varies`, is: ['yes'] },
        },
      ],
    },
  ];
};
