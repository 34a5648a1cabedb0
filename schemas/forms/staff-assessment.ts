import type { Condition, Form, Page } from '../form-language.ts';
import { type Activity, activities } from './fragments/activities.ts';
import { ask, column, page, when } from './fragments/build.ts';
import { wellbeingQuestions } from './fragments/wellbeing.ts';

const yesNoUnknown = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-known', 'Not known'],
] as const;

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** One outcome as staff record it: as if no carer met it, with the four meanings. Eligibility Regulations 2015 reg 2(2)-(4). */
const outcomePage = ({ key, name }: Activity): Page => {
  const begin = capital(name.replace('your', 'the'));
  const applies = when(`${key}Applies`, 'yes');
  const varies: Condition = { all: [applies, when(`${key}Fluctuates`, 'yes')] };
  return page(`outcome-${key.toLowerCase()}`, begin, [
    ask.yesno(`${key}Applies`, `${begin}: applies`, `${begin}: does it apply to the person?`),
    ask.long(`${key}NeedAsIfNoCarer`, `${begin}: need`, `${begin}: what is the need, as if nobody helped?`, {
      when: applies,
    }),
    ask.text(`${key}MetNowBy`, `${begin}: met now by`, `${begin}: who or what meets it now?`, {
      when: applies,
      optional: true,
    }),
    ask.multi(
      `${key}Meanings`,
      `${begin}: unable because`,
      `${begin}: why is the person unable to achieve it?`,
      [
        ['a-assistance', 'Not without assistance'],
        ['b-pain', 'Significant pain, distress or anxiety'],
        ['c-danger', 'Danger to health or safety, their own or others’'],
        ['d-time', 'Takes significantly longer'],
        ['able', 'None: the person can achieve it'],
      ],
      { alone: 'able', when: applies, meets: ['reg 2(3)'] },
    ),
    ask.text(`${key}Frequency`, `${begin}: how often`, `${begin}: how often is help needed?`, {
      when: applies,
      optional: true,
    }),
    ask.yesno(`${key}Night`, `${begin}: at night`, `${begin}: is help needed at night?`, {
      when: applies,
      optional: true,
    }),
    ask.yesno(`${key}Fluctuates`, `${begin}: goes up and down`, `${begin}: does the need go up and down?`, {
      when: applies,
    }),
    ask.long(`${key}Pattern`, `${begin}: pattern`, `${begin}: how does it go up and down?`, { when: varies }),
    ask.text(`${key}Period`, `${begin}: period considered`, `${begin}: over what period was it considered?`, {
      when: varies,
      meets: ['reg 2(4)'],
    }),
    ask.long(`${key}Goal`, `${begin}: goal`, `${begin}: what does the person want to achieve?`, {
      when: applies,
      optional: true,
    }),
    ask.long(`${key}View`, `${begin}: practitioner’s view`, `${begin}: what is your view, and the evidence for it?`, {
      when: applies,
    }),
  ]);
};

/**
 * The assessment as staff record it, from first contact to the estimate and the copies given. Care Act 2014 ss.9-13 and 67.
 *
 * What staff write here is the record; whether the determination follows from it is asked of the eligibility rules. Longer than most
 * files because the record is read from top to bottom.
 */
export const staffAssessment: Form = {
  id: 'staff-assessment',
  version: 1,
  title: 'Assessment record',
  audience: 'staff',
  minutes: 90,
  intro: ['Record what was found with the person, in words they would recognise.'],
  send: 'Record the assessment',
  exits: [],
  sections: [
    {
      id: 'contact',
      title: 'Record the contact',
      pages: [
        page('contact', 'Contact', [
          ask.choice(
            'contactMethod',
            'How contact was made',
            'How did contact come in?',
            [
              ['online', 'Online form'],
              ['phone', 'Phone'],
              ['email', 'Email'],
              ['letter', 'Letter'],
              ['in-person', 'In person'],
            ],
            { meets: ['L18'] },
          ),
          ask.date('receivedOn', 'Date received', 'When was it received?', { range: 'past-or-today' }),
          ask.choice('contactSource', 'Source', 'Who made contact?', [
            ['self', 'The person'],
            ['family', 'Family or friend'],
            ['gp', 'GP'],
            ['hospital', 'Hospital'],
            ['police', 'Police'],
            ['ambulance', 'Ambulance service'],
            ['housing', 'Housing'],
            ['other-council', 'Another council'],
            ['provider', 'Provider'],
          ]),
          ask.choice('contactRoute', 'Route of access', 'By which route?', [
            ['community', 'Community'],
            ['discharge', 'Discharge from hospital'],
            ['transition', 'Transition to adulthood'],
            ['self-funder', 'Self-funder with reduced funds'],
          ]),
          ask.long('presentingIssue', 'Presenting issue', 'What was the issue?'),
          ask.text('referrer', 'Referrer', 'Who referred the person?', { optional: true }),
        ]),
        page('triage', 'Triage', [
          ask.yesno(
            'appearsToHaveNeeds',
            'Appearance of need',
            'Does the person appear to have needs for care and support?',
            { meets: ['L6', 's.9(1)'] },
          ),
          ask.choice('urgency', 'Urgency', 'How urgent is it?', [
            ['urgent', 'Urgent'],
            ['carer-breakdown', 'The carer cannot go on'],
            ['standard', 'Standard'],
          ]),
          ask.num('priorityScore', 'Priority score', 'What is the priority score?', [0, 100], {
            optional: true,
            meets: ['L20'],
          }),
          ask.text('priorityReasons', 'Reasons for the priority', 'What are the reasons for the priority?', {
            optional: true,
          }),
          ask.date('waitingSince', 'Waiting list date', 'Since when is the person waiting?', {
            optional: true,
            range: 'past-or-today',
            meets: ['L19'],
          }),
          ask.date('targetOn', 'Target date', 'What is the target date?'),
          ask.date('timescaleToldOn', 'Date timescale told', 'When was the person told how long it may take?', {
            optional: true,
            range: 'past-or-today',
          }),
        ]),
      ],
    },
    {
      id: 'consent-capacity-advocacy',
      title: 'Record consent, capacity and advocacy',
      pages: [
        page('consent', 'Consent', [
          ask.choice('consent', 'Consent to share', 'Does the person agree to sharing?', [
            ['given', 'Yes'],
            ['limited', 'Yes, with limits'],
            ['refused', 'No'],
            ['best-interests', 'They cannot decide: best interests'],
          ]),
          ask.text('consentHow', 'How consent was given', 'Who gave consent, and how?', {
            when: when('consent', 'given', 'limited'),
          }),
          ask.date('consentOn', 'Date of consent', 'When was it given or refused?', { range: 'past-or-today' }),
          ask.long('consentLimits', 'Limits on sharing', 'Which limits are there?', {
            when: when('consent', 'limited'),
          }),
          ask.yesno('sharedWithoutConsent', 'Shared without consent', 'Was anything shared without consent?', {
            when: when('consent', 'refused', 'limited'),
          }),
          ask.long('sharedWithoutConsentWhy', 'Why it was shared', 'Why was it shared without consent?', {
            when: when('sharedWithoutConsent', 'yes'),
          }),
        ]),
        page('refusal', 'Refusal of the assessment', [
          ask.yesno('refusedAssessment', 'Refused the assessment', 'Did the person refuse the assessment?', {
            meets: ['s.11(1)'],
          }),
          ask.yesno('capacityToRefuse', 'Capacity to refuse', 'Did the person have capacity to refuse?', {
            when: when('refusedAssessment', 'yes'),
            meets: ['s.11(2)(a)'],
          }),
          ask.yesno(
            'assessmentInBestInterests',
            'Assessment in best interests',
            'Is the assessment in their best interests?',
            { when: when('capacityToRefuse', 'no'), meets: ['s.11(2)(a)'] },
          ),
          ask.yesno(
            'abuseRiskOnRefusal',
            'Risk of abuse on refusal',
            'Is the person experiencing, or at risk of, abuse or neglect?',
            { when: when('refusedAssessment', 'yes'), meets: ['s.11(2)(b)'] },
          ),
          ask.long('refusalOutcome', 'Outcome of the refusal', 'What follows from the refusal?', {
            when: when('refusedAssessment', 'yes'),
          }),
        ]),
        page('capacity', 'Capacity', [
          ask.yesno('capacityDoubted', 'Reason to doubt capacity', 'Is there reason to doubt capacity for a decision?'),
          ask.text('capacityDecision', 'Decision in question', 'Which decision?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.long(
            'capacityDoubtWhy',
            'Why capacity is doubted',
            'Why is capacity doubted, and which impairment is there?',
            { when: when('capacityDoubted', 'yes') },
          ),
          ask.yesno('canUnderstand', 'Can understand', 'Can the person understand the information?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.yesno('canRetain', 'Can retain', 'Can the person retain it?', { when: when('capacityDoubted', 'yes') }),
          ask.yesno('canWeigh', 'Can use or weigh', 'Can the person use or weigh it?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.yesno('canCommunicate', 'Can communicate', 'Can the person communicate the decision?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.long('capacityEvidence', 'Evidence on capacity', 'What is the evidence for each answer?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.long('capacitySupport', 'Support to decide', 'Which support was given to decide?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.yesno('capacityCouldWait', 'Could wait', 'Could the decision wait?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.choice(
            'capacityOutcome',
            'Outcome on capacity',
            'What is the outcome?',
            [
              ['has', 'Has capacity'],
              ['lacks', 'Lacks capacity'],
            ],
            { when: when('capacityDoubted', 'yes') },
          ),
          ask.text('capacityAssessor', 'Capacity assessor', 'Who assessed capacity?', {
            when: when('capacityDoubted', 'yes'),
          }),
          ask.date('capacityAssessedOn', 'Date of the capacity assessment', 'When was capacity assessed?', {
            when: when('capacityDoubted', 'yes'),
            range: 'past-or-today',
          }),
        ]),
        page('advocacy', 'Advocacy', [
          ask.multi(
            'substantialDifficulty',
            'Substantial difficulty',
            'In which of these does the person have substantial difficulty?',
            [
              ['understanding', 'Understanding information'],
              ['retaining', 'Retaining it'],
              ['weighing', 'Using or weighing it'],
              ['communicating', 'Communicating views, wishes or feelings'],
              ['none', 'None of these'],
            ],
            { alone: 'none', meets: ['s.67(4)'] },
          ),
          ask.yesno('appropriatePerson', 'Appropriate person', 'Is there an appropriate person to support them?', {
            when: when('substantialDifficulty', 'understanding', 'retaining', 'weighing', 'communicating'),
            meets: ['s.67(5)'],
          }),
          ask.text('appropriatePersonWhy', 'Who, or why there is nobody', 'Who is it, or why is there nobody?', {
            when: when('substantialDifficulty', 'understanding', 'retaining', 'weighing', 'communicating'),
          }),
          ask.multi(
            'otherAdvocacyTriggers',
            'Other reasons for an advocate',
            'Does any of these apply?',
            [
              ['hospital-28-days', 'A hospital stay of 28 days or more is likely'],
              ['care-home-8-weeks', 'A care home stay of 8 weeks or more is likely'],
              ['disagreement', 'The council and the appropriate person disagree, and both want an advocate'],
              ['none', 'None of these'],
            ],
            { alone: 'none', when: when('appropriatePerson', 'yes') },
          ),
          ask.yesno('advocateRequired', 'Advocate required', 'Is an advocate required?', { meets: ['L25'] }),
          ask.yesno('advocateOffered', 'Advocate offered', 'Was an advocate offered?'),
          ask.yesno('advocateAccepted', 'Advocate accepted', 'Was the offer accepted?', {
            when: when('advocateOffered', 'yes'),
          }),
          ask.text('advocateContact', 'Advocate', 'Who is the advocate, and how are they reached?', {
            when: when('advocateAccepted', 'yes'),
          }),
          ask.choice(
            'advocateType',
            'Kind of advocate',
            'Which kind of advocate?',
            [
              ['care-act', 'Care Act advocate'],
              ['imca', 'Independent mental capacity advocate'],
              ['imha', 'Independent mental health advocate'],
              ['other', 'Another'],
            ],
            { when: when('advocateAccepted', 'yes') },
          ),
        ]),
      ],
    },
    {
      id: 'conduct',
      title: 'Record how it was done',
      pages: [
        page('conduct', 'Conduct of the assessment', [
          ask.choice(
            'assessmentMethod',
            'Method',
            'How was it done?',
            [
              ['supported-self', 'Supported self-assessment'],
              ['face-to-face', 'Face to face'],
              ['phone', 'By phone'],
              ['video', 'By video call'],
              ['joint', 'Jointly with a carer or another service'],
            ],
            { meets: ['CV50'] },
          ),
          ask.text('methodReason', 'Reason for the method', 'Why was it done in this way?', { meets: ['CV51'] }),
          ask.yesno('methodExplained', 'Method explained', 'Was the reason explained to the person?', {
            meets: ['CV51'],
          }),
          ask.date('assessedOn', 'Date of the assessment', 'When was it done?', { range: 'past-or-today' }),
          ask.text('assessmentPlace', 'Place', 'Where was it done?', { optional: true }),
          ask.text('interpreter', 'Interpreter', 'Which interpreter took part?', { optional: true }),
          ask.table(
            'peoplePresent',
            'People present',
            'Who was present?',
            'person',
            [column.text('name', 'Name'), column.text('role', 'Who they are')],
            { meets: ['L24'] },
          ),
          ask.table(
            'professionalsConsulted',
            'Professionals consulted',
            'Which professionals were consulted?',
            'professional',
            [column.text('name', 'Name'), column.text('role', 'Job'), column.date('on', 'Date', true)],
            { optional: true },
          ),
          ask.yesno(
            'informedBeforehand',
            'Informed beforehand',
            'Was information given beforehand, in a form the person can use?',
            { meets: ['SI 2014/2827 reg 3'] },
          ),
        ]),
        page('carer', 'Carer', [
          ask.yesno('hasCarer', 'Has a carer', 'Is there a carer?'),
          ask.choice(
            'carerAssessmentAnswer',
            'Carer’s answer',
            'What did the carer say to an assessment of their own?',
            [
              ['accepted', 'Yes'],
              ['declined', 'No'],
              ['not-offered', 'Not offered yet'],
            ],
            { when: when('hasCarer', 'yes'), meets: ['CV49', 'CV56'] },
          ),
          ask.date('carerOfferedOn', 'Date offered', 'When was it offered?', {
            when: when('carerAssessmentAnswer', 'accepted', 'declined'),
            range: 'past-or-today',
          }),
          ask.long('carerViews', 'Carer’s views', 'What are the carer’s views, and the impact on them?', {
            when: when('hasCarer', 'yes'),
            meets: ['CV45'],
          }),
          ask.yesno('carerWilling', 'Carer willing', 'Is the carer willing to go on?', {
            when: when('hasCarer', 'yes'),
          }),
          ask.yesno('carerAble', 'Carer able', 'Is the carer able to go on?', { when: when('hasCarer', 'yes') }),
          ask.yesno('childrenCaring', 'Children who care', 'Does a child have a caring role?', {
            meets: ['SI 2014/2827 reg 4'],
          }),
        ]),
      ],
    },
    { id: 'outcomes', title: 'Record the ten outcomes', pages: activities.map(outcomePage) },
    {
      id: 'strengths-and-risks',
      title: 'Record strengths and risks',
      pages: [
        page('strengths', 'Strengths and other ways', [
          ask.long('ownAbilities', 'Own abilities', 'What can the person do?', { meets: ['L1', 'CV44'] }),
          ask.long('network', 'Network', 'Who in family and community helps, or could?', { meets: ['L2'] }),
          ask.multi(
            'prevention',
            'Prevention considered',
            'Which of these were considered?',
            [
              ['community', 'Community'],
              ['technology', 'Technology'],
              ['equipment', 'Equipment or changes to the home'],
              ['reablement', 'Reablement'],
              ['advice', 'Information and advice'],
              ['none', 'None of these'],
            ],
            { alone: 'none', meets: ['CV25', 'L39'] },
          ),
          ask.long('preventionDetail', 'What came of it', 'What came of it?'),
        ]),
        page('risks', 'Risks', [
          ask.table(
            'risks',
            'Risks',
            'Which risks are there?',
            'risk',
            [
              column.choice('kind', 'Kind', [
                ['falls', 'Falls'],
                ['skin', 'Skin'],
                ['nutrition', 'Nutrition'],
                ['fire', 'Fire'],
                ['self-neglect', 'Self-neglect'],
                ['behaviour', 'Behaviour'],
                ['other', 'Other'],
              ]),
              column.choice('likelihood', 'Likelihood', [
                ['low', 'Low'],
                ['medium', 'Medium'],
                ['high', 'High'],
              ]),
              column.choice('impact', 'Impact', [
                ['low', 'Low'],
                ['medium', 'Medium'],
                ['high', 'High'],
              ]),
              column.long('mitigation', 'What is done about it'),
              column.yesno('agreedRisk', 'The person chooses to take it', true),
            ],
            { optional: true },
          ),
          ask.yesno(
            's42Needs',
            'Safeguarding: needs',
            'Safeguarding: does the person have needs for care and support?',
            { meets: ['s.42(1)(a)'] },
          ),
          ask.yesno(
            's42Abuse',
            'Safeguarding: abuse',
            'Safeguarding: is the person experiencing, or at risk of, abuse or neglect?',
            { meets: ['s.42(1)(b)'] },
          ),
          ask.yesno(
            's42CannotProtect',
            'Safeguarding: protection',
            'Safeguarding: are they unable to protect themselves because of those needs?',
            { when: when('s42Abuse', 'yes'), meets: ['s.42(1)(c)'] },
          ),
          ask.date('safeguardingReviewOn', 'Safeguarding plan review date', 'When is the safeguarding plan reviewed?', {
            when: when('s42Abuse', 'yes'),
            optional: true,
          }),
        ]),
      ],
    },
    {
      id: 'health-money-urgent',
      title: 'Record health, money and urgent support',
      pages: [
        page('health-interface', 'Health', [
          ask.choice(
            'chcChecklist',
            'Continuing healthcare checklist',
            'What was the result of the continuing healthcare checklist?',
            [
              ['not-needed', 'Not needed'],
              ['negative', 'Negative'],
              ['positive', 'Positive'],
            ],
            { meets: ['CV70', 'SI 2014/2827 reg 7'] },
          ),
          ask.date('chcChecklistOn', 'Date of the checklist', 'When was the checklist done?', {
            when: when('chcChecklist', 'negative', 'positive'),
            range: 'past-or-today',
          }),
          ask.choice(
            'chcDecision',
            'Continuing healthcare decision',
            'What did the NHS decide?',
            [
              ['awaited', 'Not decided yet'],
              ['eligible', 'Eligible'],
              ['not-eligible', 'Not eligible'],
            ],
            { when: when('chcChecklist', 'positive') },
          ),
          ask.choice(
            'nursingContribution',
            'NHS-funded nursing care',
            'Is there NHS-funded nursing care?',
            yesNoUnknown,
            { error: 'Select whether there is NHS-funded nursing care' },
          ),
          ask.choice('section117', 'Section 117 aftercare', 'Is there section 117 aftercare?', yesNoUnknown, {
            error: 'Select whether there is section 117 aftercare',
          }),
          ask.choice(
            'dischargePathway',
            'Discharge pathway',
            'Which discharge pathway?',
            [
              ['none', 'None'],
              ['pathway-0', 'Pathway 0'],
              ['pathway-1', 'Pathway 1'],
              ['pathway-2', 'Pathway 2'],
              ['pathway-3', 'Pathway 3'],
            ],
            { meets: ['CV43'] },
          ),
          ask.date('dischargedOn', 'Date of discharge', 'When is or was the discharge?', {
            when: when('dischargePathway', 'pathway-0', 'pathway-1', 'pathway-2', 'pathway-3'),
          }),
        ]),
        page('finance-interface', 'Money', [
          ask.date('chargingToldOn', 'Date told about charging', 'When was the person told about charging?', {
            range: 'past-or-today',
            meets: ['L37'],
          }),
          ask.text('moneyManager', 'Who manages the money', 'Who manages the money, and on what authority?', {
            optional: true,
          }),
          ask.choice(
            'overCapitalLimit',
            'Over the capital limit',
            'Does the person seem to be over the capital limit?',
            yesNoUnknown,
            { error: 'Select whether the person seems to be over the capital limit' },
          ),
          ask.yesno(
            'financialReferral',
            'Referred for a financial assessment',
            'Was the person referred for a financial assessment?',
            { meets: ['CV38', 'CV53'] },
          ),
        ]),
        page('urgent', 'Urgent support', [
          ask.yesno('urgentSupport', 'Urgent support given', 'Was urgent support given before the assessment?', {
            meets: ['s.19(3)'],
          }),
          ask.long('urgentSupportWhat', 'Urgent support', 'Which support, and why?', {
            when: when('urgentSupport', 'yes'),
          }),
          ask.date('urgentSupportFrom', 'Start of urgent support', 'When did it start?', {
            when: when('urgentSupport', 'yes'),
          }),
          ask.date('urgentSupportReviewOn', 'Review of urgent support', 'When is it reviewed?', {
            when: when('urgentSupport', 'yes'),
          }),
          ask.num('urgentSupportHours', 'Hours of urgent support', 'How many hours a week?', [0, 168], {
            when: when('urgentSupport', 'yes'),
          }),
        ]),
      ],
    },
    {
      id: 'determination',
      title: 'Decide and give advice',
      pages: [
        page('determination', 'Determination', [
          ask.choice('primarySupportReason', 'Primary support reason', 'What is the primary support reason?', [
            ['physical', 'Physical support'],
            ['sensory', 'Sensory support'],
            ['memory-cognition', 'Support with memory and cognition'],
            ['learning-disability', 'Learning disability support'],
            ['mental-health', 'Mental health support'],
            ['social', 'Social support'],
          ]),
          ask.yesno(
            'condition1',
            'Condition 1',
            'Do the needs arise from a physical or mental impairment or illness?',
            { meets: ['L28', 'reg 2(1)(a)'] },
          ),
          ask.long('condition1Reason', 'Condition 1: reason', 'Condition 1: why?'),
          ask.multi(
            'outcomesCounted',
            'Outcomes counted',
            'Which outcomes is the person unable to achieve?',
            [
              ...activities.map(({ outcome, name }) => [outcome, capital(name.replace('your', 'the'))] as const),
              ['none', 'None'],
            ],
            { alone: 'none', meets: ['L29', 'reg 2(1)(b)'] },
          ),
          ask.choice(
            'condition3',
            'Condition 3',
            'Is there a significant impact on well-being?',
            [
              ['yes', 'Yes'],
              ['likely', 'It is likely'],
              ['no', 'No'],
            ],
            { meets: ['L30', 'reg 2(1)(c)'] },
          ),
          ask.multi(
            'condition3Areas',
            'Condition 3: areas',
            'Condition 3: which areas of well-being?',
            wellbeingQuestions.map(({ area, name }) => [area, name] as const),
            { when: when('condition3', 'yes', 'likely'), meets: ['s.1(2)'] },
          ),
          ask.long('condition3Reason', 'Condition 3: reason', 'Condition 3: why?'),
          ask.choice(
            'result',
            'Result',
            'What is the result?',
            [
              ['eligible', 'Eligible needs'],
              ['not-eligible', 'No eligible needs'],
            ],
            { meets: ['L27', 's.13(1)'] },
          ),
          ask.yesno(
            'wantsCouncilToMeet',
            'Wants the council to meet them',
            'Does the person want the council to meet the needs?',
            { when: when('result', 'eligible'), meets: ['s.13(3)'] },
          ),
          ask.choice(
            'ordinaryResidence',
            'Ordinary residence',
            'Where does the person ordinarily live?',
            [
              ['in-area', 'In the area'],
              ['no-settled-residence', 'Nowhere settled'],
              ['elsewhere', 'Elsewhere'],
              ['not-established', 'Not established'],
            ],
            { when: when('result', 'eligible'), meets: ['L5', 's.13(3)(c)'] },
          ),
          ask.long('decisionReasons', 'Reasons in plain English', 'What are the reasons, in plain English?', {
            meets: ['s.13(2)'],
          }),
          ask.sign('author', 'Author’s signature', 'Author: sign by typing your full name'),
          ask.sign('authoriser', 'Authoriser’s signature', 'Authoriser: sign by typing your full name', {
            optional: true,
          }),
          ask.date('decidedOn', 'Date of the decision', 'When was it decided?', { range: 'past-or-today' }),
        ]),
        page('advice', 'Advice', [
          ask.table(
            'advice',
            'Advice given',
            'Which advice was given?',
            'piece of advice',
            [
              column.choice('purpose', 'What for', [
                ['meet-or-reduce', 'To meet or reduce needs'],
                ['prevent-or-delay', 'To prevent or delay needs'],
                ['signpost', 'Where to go'],
              ]),
              column.long('advice', 'Advice'),
            ],
            { meets: ['L7', 'CB20', 's.13(5)'] },
          ),
        ]),
      ],
    },
    {
      id: 'estimate-and-copies',
      title: 'Record the estimate and copies',
      pages: [
        page('estimate', 'Estimate', [
          ask.num('estimatedHours', 'Estimated hours a week', 'How many hours or units a week?', [0, 200], {
            when: when('result', 'eligible'),
          }),
          ask.money('estimatedRate', 'Estimated rate', 'At which rate?', { when: when('result', 'eligible') }),
          ask.money('estimatedWeekly', 'Estimated weekly total', 'What is the weekly total?', {
            per: 'week',
            when: when('result', 'eligible'),
            meets: ['L40'],
          }),
          ask.money('estimatedOneOff', 'Estimated one-off cost', 'Are there one-off costs?', {
            optional: true,
            when: when('result', 'eligible'),
          }),
          ask.text('estimateTold', 'Who was told the estimate', 'Who was told?', {
            optional: true,
            when: when('result', 'eligible'),
          }),
          ask.date('estimateToldOn', 'Date the estimate was told', 'When were they told?', {
            optional: true,
            when: when('result', 'eligible'),
          }),
        ]),
        page('copies', 'Copies', [
          ask.table(
            'copies',
            'Copies given',
            'Which copies were given?',
            'copy',
            [
              column.choice('what', 'What', [
                ['assessment', 'Assessment'],
                ['decision', 'Decision'],
                ['advice', 'Advice'],
              ]),
              column.text('to', 'Given to'),
              column.text('how', 'How'),
              column.date('on', 'Date'),
            ],
            { optional: true, meets: ['L26', 'CV34'] },
          ),
        ]),
      ],
    },
  ],
};
