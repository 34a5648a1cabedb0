import { ask, list, page, section, when } from './fragments/build.ts';
import { asLastTime, law } from './fragments/staff-words.ts';

/** The person moves to another council's area: it gets the plan, and support runs until they arrive. Care Act 2014 ss.37 and 38. */
export const sendPlan = list({
  id: 'send-plan',
  version: 1,
  title: 'Tell the other council',
  audience: 'staff',
  intro: ['Support runs until the person arrives. The other council assesses before that.'],
  copyTitle: 'What we told the other council',
  send: 'Record what was sent',
  exits: [],
  sections: [
    section('move', 'Record the move', [
      page('move', 'The move', [
        ask.text('newCouncil', 'Other council', 'Which council is it, and who there has it in hand?', {
          known: [
            { list: 'residence', question: 'askedCouncil' },
            { list: 'residence', question: 'howToReach', beside: true },
          ],
          copy: 'The council that we told',
        }),
        ask.choice(
          'residenceStays',
          'Residence',
          'Where does the person ordinarily live from then on?',
          [
            ['moves', 'In the other council’s area'],
            ['stays', 'Here in law: we place them in a care home, shared lives or supported living there'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Not a move where residence stays: care home, shared lives, supported living.',
                'Care Act 2014 ss.37 to 39; Explanatory Notes 244-254',
              ),
            ],
            copy: 'Which council is responsible',
          },
        ),
        ask.date('sentOn', 'Day it was sent', 'When were the plan, the assessment and the carer’s plan sent?', {
          range: 'past-or-today',
          when: when('residenceStays', 'moves'),
          law: [law.confirmed('The first council sends the plans and what the other asks for.', 'Care Act 2014 s.37')],
          copy: 'Sent on',
        }),
        ask.date('arrivesOn', 'Day of the move', 'On which day does the person arrive there?', {
          when: when('residenceStays', 'moves'),
          copy: 'You move on',
        }),
        ask.yesno('personTold', 'Person and carer informed', 'Have the person and the carer been informed?', {
          when: when('residenceStays', 'moves'),
          law: [law.confirmed('Person and carer are informed.', 'Care Act 2014 s.37')],
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});

/** Whether the person has arrived: only then does support from here end. Care Act 2014 s.38. */
export const arrival = list({
  id: 'arrival',
  version: 1,
  title: 'The arrival in the other council’s area',
  audience: 'staff',
  intro: ['This closes the case. Ask the other council whether it meets the needs from that day.'],
  send: 'Record the arrival',
  exits: [],
  sections: [
    section('arrival', 'Record the arrival', [
      page('arrival', 'The arrival', [
        ask.choice(
          'arrived',
          'Arrived',
          'Has the person arrived?',
          [
            ['yes', 'Yes'],
            ['no', 'Not yet'],
            ['stays', 'They do not move after all'],
          ],
          { notInCopy: true },
        ),
        ask.date('arrivedOn', 'Day of arrival', 'When?', {
          range: 'past-or-today',
          when: when('arrived', 'yes'),
          notInCopy: true,
        }),
        ask.yesno('otherCouncilMeets', 'The other council', 'Does the other council meet the needs from that day?', {
          known: [{ list: 'send-plan', question: 'newCouncil', beside: true }],
          when: when('arrived', 'yes'),
          statutory: true,
          law: [
            law.confirmed(
              'From arrival it meets what the first council met, until it has assessed.',
              'Care Act 2014 s.38',
            ),
          ],
          notInCopy: true,
        }),
        ask.date('arrivesOn', 'New day', 'On which day do they arrive?', {
          range: 'today-or-future',
          when: when('arrived', 'no'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});

/** Someone moves here with support from another council: it goes on here from arrival until they are assessed. Care Act 2014 ss.37 and 38. */
export const keepUntilAssessed = list({
  id: 'keep-until-assessed',
  version: 1,
  title: 'Keep up the support that the other council gave',
  audience: 'staff',
  intro: ['From arrival we meet the needs that the other council met, until we have assessed them.'],
  copyTitle: 'Your support when you move',
  send: 'Record the support',
  exits: [],
  sections: [
    section('support', 'Record the support', [
      page('support', 'The support', [
        ask.text('fromCouncil', 'Other council', 'Which council gave the support, and who there has it in hand?', {
          copy: 'Your council before',
        }),
        ask.date('planReceivedOn', 'Plan received', 'When did its plan come?', {
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.long('keptUp', 'What goes on', 'Which needs are met from arrival, by whom and how?', {
          law: [law.confirmed('It is kept up until the assessment is made.', 'Care Act 2014 s.38')],
          copy: 'What goes on from the day you arrive',
        }),
        ask.date('from', 'From', 'From which day?', { copy: 'From' }),
      ]),
    ]),
  ],
});

/** Where the person ordinarily lives in law is not established, or is disputed: nobody waits for that. Care Act 2014 ss.39 and 40. */
export const residenceFound = list({
  id: 'residence',
  version: 1,
  title: 'Where the person ordinarily lives',
  audience: 'staff',
  intro: ['Needs are met meanwhile: nobody waits for a dispute between councils.'],
  copyTitle: 'Which council is responsible for you',
  send: 'Record what was found',
  exits: [],
  sections: [
    section('residence', 'Record what was found', [
      page('residence', 'Residence', [
        ask.text('askedCouncil', 'Other council', 'Which other council was asked, and when?', {
          known: [{ ...asLastTime('askedCouncil'), beside: true }],
          copy: 'The council that we asked',
        }),
        ask.choice(
          'lives',
          'Where they live',
          'What was found?',
          [
            ['here', 'They ordinarily live here, or have no settled home and are here'],
            ['elsewhere', 'They ordinarily live in the other council’s area'],
            ['not-yet', 'It is not established yet'],
            ['disputed', 'The councils do not agree'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed('The Secretary of State decides a dispute.', 'Care Act 2014 s.40'),
              law.confirmed('Fault was found where needs waited for the dispute.', 'LGSCO 21 016 076'),
            ],
            copy: 'What we found',
          },
        ),
        ask.long('metMeanwhile', 'Met meanwhile', 'How are needs met meanwhile, and by whom?', {
          known: [{ ...asLastTime('metMeanwhile'), beside: true }],
          when: when('lives', 'not-yet', 'disputed'),
          copy: 'Your support meanwhile',
        }),
        ask.date('lookAgainOn', 'Looked at again on', 'When is it looked at again?', {
          range: 'today-or-future',
          when: when('lives', 'not-yet', 'disputed'),
          notInCopy: true,
        }),
        ask.long(
          'howToReach',
          'The other council',
          'How does the person reach the other council, and what was passed on?',
          {
            when: when('lives', 'elsewhere'),
            copy: 'How to reach the other council',
          },
        ),
      ]),
    ]),
  ],
});
