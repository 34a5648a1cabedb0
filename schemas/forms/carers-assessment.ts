import type { Form, Section } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';
import { carerActivities, carerActivityPages } from './fragments/carer-activities.ts';
import { anyDifficulty, communicationPages } from './fragments/communication.ts';
import { consentExit, consentPages } from './fragments/consent.ts';
import {
  addressPage,
  dateOfBirth,
  filledInBy,
  gpPage,
  helperPagesFor,
  homePostcode,
  namePage,
  phoneAndEmailPage,
} from './fragments/contact.ts';
import { documentsSection } from './fragments/documents.ts';
import { inEasyRead } from './fragments/easy-read.ts';
import { startExits, startPages } from './fragments/start.ts';
import { wellbeingPage } from './fragments/wellbeing.ts';

/** What carers are asked about themselves and their caring; the joint assessment asks it too. Care Act 2014 s.10(5) and (6). */
export const caringSections: Section[] = inEasyRead<Section>(
  [
    {
      id: 'people-cared-for',
      title: 'Tell us who you care for',
      pages: [
        page('people-cared-for', 'Who you care for', [
          ask.table(
            'caredFor',
            'People you care for',
            'Who do you care for?',
            'person',
            [
              column.text('name', 'Name'),
              column.text('relationship', 'Who they are to you'),
              column.text('address', 'Address', true),
              column.date('dateOfBirth', 'Date of birth', true),
              column.text('condition', 'Illness or disability'),
              column.yesno('livesWithYou', 'Lives with you'),
              column.yesno('knownToUs', 'Has had support from us', true),
              column.yesno('agreesToSharing', 'Agrees that we share what we know about them'),
            ],
            { maxRows: 6, meets: ['s.10(3)', 'SI 2014/2827 reg 2'] },
          ),
        ]),
        page('caring-tasks', 'What you do', [
          ask.multi(
            'caringTasks',
            'What you do',
            'What do you do for them?',
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
            ],
            { error: 'Select what you do for them', meets: ['reg 3(1)(a)'] },
          ),
          ask.num('caringHours', 'Hours a week', 'How many hours a week do you care?', [0, 168]),
          ask.choice('caringTimes', 'When you care', 'When do you care?', [
            ['day', 'By day', 'good-day'],
            ['night', 'By night', 'night'],
            ['both', 'By day and by night'],
          ]),
          ask.text('caringSince', 'How long you have cared', 'How long have you been caring?', {
            error: 'Tell us how long you have been caring',
          }),
          ask.table(
            'othersWhoHelp',
            'Others who help',
            'Who else helps them?',
            'person',
            [
              column.text('name', 'Name'),
              column.text('what', 'What they do'),
              column.text('howOften', 'How often', true),
            ],
            { optional: true },
          ),
        ]),
      ],
    },
    {
      id: 'able-and-willing',
      title: 'Say if you can and want to go on caring',
      pages: [
        page('able-to-care', 'Are you able to care?', [
          ask.yesno('ableNow', 'Able to care now', 'Are you able to care now?', { meets: ['s.10(5)(a)'] }),
          ask.yesno('ableLater', 'Able to go on', 'Are you likely to stay able?', { meets: ['s.10(5)(a)'] }),
          ask.long('ableDetail', 'What makes it hard or easy', 'What makes it hard or easy?', { optional: true }),
        ]),
        page('willing-to-care', 'Do you want to care?', [
          ask.yesno('willingNow', 'Willing to care now', 'Do you want to care now?', { meets: ['s.10(5)(b)'] }),
          ask.yesno('willingLater', 'Willing to go on', 'Are you likely to want to go on?', { meets: ['s.10(5)(b)'] }),
          ask.yesno('feelsChoice', 'Has a choice', 'Do you feel that you have a choice?'),
          ask.long('willingDetail', 'More about this', 'Is there more you want to say about this?', { optional: true }),
        ]),
        page('keep-help-stop', 'What you want', [
          ask.long('keepDoing', 'What you want to keep doing', 'What do you want to keep doing?', { meets: ['CV58'] }),
          ask.long('wantHelpWith', 'What you want help with', 'What do you want help with?', { meets: ['CV58'] }),
          ask.long('wantToStop', 'What you want to stop doing', 'What do you want to stop doing?', {
            optional: true,
            meets: ['CV58'],
          }),
        ]),
      ],
    },
    {
      id: 'carer-health',
      title: 'Tell us about your own health',
      pages: [
        page('carer-health', 'Your health', [
          ask.multi(
            'healthProblems',
            'Your health now',
            'Do you have any of these?',
            [
              ['sleep', 'Broken sleep', 'bed'],
              ['stress', 'Stress or worry', 'worried-person'],
              ['low-mood', 'Feeling low', 'sad'],
              ['pain', 'Pain'],
              ['lifting', 'Injury from lifting'],
              ['other', 'Another health problem'],
              ['none', 'None of these'],
            ],
            { alone: 'none', error: 'Select what you have, or none of these' },
          ),
          ask.choice(
            'healthChange',
            'Change in your health',
            'Is your health getting worse?',
            [
              ['deteriorating', 'Yes, it is getting worse'],
              ['at-risk', 'Not yet, but it could'],
              ['no', 'No'],
            ],
            { error: 'Select whether your health is getting worse', meets: ['reg 3(2)(a)'] },
          ),
          ask.yesno('healthFromCaring', 'Linked to caring', 'Is this because of your caring?', {
            when: when('healthChange', 'deteriorating', 'at-risk'),
          }),
          ask.long('healthDetail', 'More about your health', 'What else should we know about your health?', {
            optional: true,
          }),
          ask.yesno('gpKnows', 'GP knows that you care', 'Does your GP know that you care for someone?'),
        ]),
      ],
    },
    {
      id: 'caring-and-your-life',
      title: 'Tell us how caring affects your day',
      hint: 'Eight kinds of activity',
      pages: carerActivities.flatMap(carerActivityPages),
    },
    {
      id: 'work-and-breaks',
      title: 'Tell us about work, breaks and money',
      pages: [
        page('work-and-study', 'Work, study and free time', [
          ask.choice('working', 'Work', 'Do you work?', [
            ['yes', 'Yes'],
            ['want-to', 'No, but I would like to'],
            ['no', 'No, and I do not want to'],
          ]),
          ask.choice('studying', 'Study or training', 'Do you study or train?', [
            ['yes', 'Yes'],
            ['want-to', 'No, but I would like to'],
            ['no', 'No, and I do not want to'],
          ]),
          ask.long('leisure', 'What you like to do', 'What do you do, or would you like to do, in your free time?', {
            error: 'Tell us what you would like to do in your free time',
            meets: ['s.10(6)'],
          }),
        ]),
        page('breaks', 'Breaks from caring', [
          ask.date('lastBreakOn', 'Date of your last break', 'When was your last break?', {
            range: 'past-or-today',
            optional: true,
            hint: 'Leave it blank if you have not had one.',
          }),
          ask.choice(
            'breaksHowOften',
            'How often you have a break',
            'How often do you have a break?',
            [
              ['weekly', 'Every week'],
              ['monthly', 'Every month'],
              ['yearly', 'A few times a year'],
              ['never', 'Never'],
            ],
            { meets: ['CV59'] },
          ),
          ask.long('breakWanted', 'The break you would like', 'What kind of break would you like?', {
            meets: ['CV18'],
          }),
          ask.choice('canBeLeft', 'Can be left alone', 'Can the person you care for be left alone?', [
            ['yes', 'Yes'],
            ['short-time', 'For a short time'],
            ['no', 'No'],
          ]),
        ]),
        page('money-and-support', 'Money and support', [
          ask.yesno('carerBenefitsCheck', 'Benefits check', 'Would you like a check that you get the right benefits?', {
            optional: true,
            hint: 'For example Carer’s Allowance.',
          }),
          ask.multi(
            'supportWanted',
            'Support you would like',
            'Which of these would you like?',
            [
              ['information', 'Information and advice', 'advice'],
              ['training', 'Training, for example in safe lifting', 'learning'],
              ['counselling', 'Counselling', 'communicate'],
              ['groups', 'Groups with other carers', 'friends'],
              ['none', 'None of these'],
            ],
            { optional: true, alone: 'none', meets: ['CV12', 'CV13', 'CV14', 'CV15'] },
          ),
        ]),
      ],
    },
    {
      id: 'emergency-plan',
      title: 'Plan for an emergency',
      pages: [
        page('emergency-plan', 'If you could not care', [
          ask.choice(
            'emergencyPlan',
            'Emergency plan',
            'Do you have a plan for when you suddenly cannot care?',
            [
              ['up-to-date', 'Yes, and it is up to date'],
              ['out-of-date', 'Yes, but it is out of date'],
              ['want', 'No, and I would like one'],
              ['not-wanted', 'No, and I do not want one'],
            ],
            { error: 'Select whether you have a plan', meets: ['CV16', 'CV60'] },
          ),
          ask.table(
            'emergencyContacts',
            'Emergency contacts',
            'Who could step in?',
            'person',
            [column.text('name', 'Name'), column.text('contact', 'Phone or email')],
            { optional: true },
          ),
          ask.long('emergencyInstructions', 'What they need to know', 'What would they need to know?', {
            when: when('emergencyPlan', 'up-to-date', 'out-of-date'),
          }),
        ]),
      ],
    },
    { id: 'effect-of-caring', title: 'Tell us about the effect on your life', pages: [wellbeingPage('caring')] },
  ],
  {
    caredFor: ['Who do you care for?', 'carer'],
    caringTasks: ['What do you do for them?', 'helping'],
    caringHours: ['How many hours a week do you care?', 'clock'],
    caringTimes: ['When do you care?', 'night'],
    caringSince: ['How long have you been a carer?', 'calendar'],
    othersWhoHelp: ['Who else helps them?', 'support'],
    ableNow: ['Can you care for them now?', 'yes'],
    ableLater: ['Can you go on caring?', 'clock'],
    ableDetail: ['What makes it hard or easy?', 'thinking'],
    willingNow: ['Do you want to care for them now?', 'heart'],
    willingLater: ['Will you want to go on?', 'calendar'],
    feelsChoice: ['Do you have a choice?', 'choose'],
    willingDetail: ['Do you want to tell us more?', 'write-down'],
    keepDoing: ['What do you want to keep doing?', 'happy'],
    wantHelpWith: ['What do you want help with?', 'helping'],
    wantToStop: ['What do you want to stop doing?', 'no'],
    healthProblems: ['Do you have any of these?', 'doctor'],
    healthChange: ['Is your health getting worse?', 'health'],
    healthFromCaring: ['Is this because you care for someone?', 'carer'],
    healthDetail: ['What else should we know about your health?', 'write-down'],
    gpKnows: ['Does your doctor know that you are a carer?', 'doctor'],
    working: ['Do you have a job?', 'work'],
    studying: ['Do you study or train?', 'learning'],
    leisure: ['What do you like to do in your free time?', 'hobby'],
    lastBreakOn: ['When did you last have a break?', 'calendar'],
    breaksHowOften: ['How often do you have a break?', 'rest'],
    breakWanted: ['What sort of break do you want?', 'good-day'],
    canBeLeft: ['Is it OK to leave the person on their own?', 'lonely'],
    carerBenefitsCheck: ['Should we check that you get the right benefits?', 'money'],
    supportWanted: ['Which of these do you want?', 'support'],
    emergencyPlan: ['Do you have a plan if you cannot care one day?', 'list'],
    emergencyContacts: ['Who could help then?', 'phone'],
    emergencyInstructions: ['What would they need to know?', 'write-down'],
  },
);

/**
 * A carer's assessment as carers fill it in online. Care Act 2014 s.10: whatever the level of need and the money of either person, and
 * whether or not the person cared for is assessed. Longer than most files because the question list is read from top to bottom.
 */
export const carersAssessment: Form = {
  id: 'carers-assessment',
  version: 1,
  title: 'Ask for a carer’s assessment',
  audience: 'public',
  minutes: 30,
  intro: [
    'You are a carer if you look after an adult who could not manage without you, and you are not paid for it.',
    'It takes about 30 minutes. You can save it and come back later.',
    'The assessment is free. It does not judge how well you care.',
  ],
  send: 'Send your form',
  answering: { question: 'filledInBy', forSomeoneElse: ['helper', 'professional'] },
  exits: [...startExits, consentExit],
  sections: [
    {
      id: 'before-you-start',
      title: 'Check before you start',
      pages: [
        ...startPages,
        { id: 'who-is-filling-this-in', questions: [filledInBy] },
        { id: 'date-of-birth', questions: [dateOfBirth] },
        { id: 'postcode', questions: [homePostcode] },
      ],
    },
    { id: 'about-you', title: 'Tell us about you', pages: [namePage, addressPage, phoneAndEmailPage, gpPage] },
    {
      id: 'helper',
      title: 'Tell us about you, the helper',
      after: ['before-you-start'],
      pages: helperPagesFor('The carer'),
    },
    { id: 'communication', title: 'Tell us what you need to take part', pages: communicationPages },
    ...caringSections,
    ...inEasyRead<Section>(
      [
        {
          id: 'working-together',
          title: 'Say how we should work with you',
          pages: [
            page('carer-assessment-method', 'Your assessment', [
              ask.choice(
                'jointOrSeparate',
                'Together or separately',
                'Should we assess you together with the person you care for?',
                [
                  ['joint', 'Together, if they agree too'],
                  ['combined', 'Separately, with one plan for both of us'],
                  ['separate', 'Separately'],
                ],
                { meets: ['CV57', 's.12(5)'] },
              ),
              ask.table(
                'peoplePresent',
                'Who should take part',
                'Who should take part?',
                'person',
                [column.text('name', 'Name'), column.text('contact', 'Phone or email', true)],
                { optional: true, meets: ['s.10(7)'] },
              ),
              ask.choice(
                'wantsAdvocate',
                'Advocate',
                'Would you like an independent advocate?',
                [
                  ['yes', 'Yes'],
                  ['no', 'No'],
                  ['not-sure', 'I do not know'],
                ],
                { when: anyDifficulty, meets: ['s.67'] },
              ),
            ]),
          ],
        },
      ],
      {
        jointOrSeparate: ['Should we see you with the person you care for, or on your own?', 'carer'],
        peoplePresent: ['Who do you want with you?', 'friends'],
        wantsAdvocate: ['Do you want someone to help you speak up?', 'speak'],
      },
    ),
    documentsSection,
    { id: 'consent', title: 'Agree and sign', pages: consentPages },
  ],
};
