import type { PromisedBy } from '../promised.ts';

/** What Coventry's pages promise from the assessment's form on: money, the plan, how the budget is held, and reviews; in their order. */
export const coventrySupport = {
  CV47: {
    promise: 'The form uses pictures and animations',
    seen: 'Easy Read of each form, with a drawing beside each question; drawings that move, of how the form works, how to come back to it and what happens next.',
    off: {
      file: 'templates/moving-pictures.ts',
      find: 'svgFile(motion + inside, 3.25)',
      replace: 'svgFile(inside, 3.25)',
    },
  },
  CV48: {
    promise: 'Your answers are used to work out how best to support you',
    seen: 'Assessor’s task: your words stand beside each question; the plan begins with what was found.',
    off: {
      file: 'schemas/forms/fragments/outcome-pages.ts',
      find: "    ask.long(`${key}NeedAsIfNoCarer`, `${begin}: need`, `${begin}: what is the need, as if nobody helped?`, {\n      when: unable,\n      statutory: true,\n      law: [\n        law.fromMemory(\n          'What a carer does is looked at later, when the council decides what it meets.',\n          'Guidance 6.119',\n        ),\n      ],\n      known: [asLastTime(`${key}NeedAsIfNoCarer`), ...beside(`${key}More`)],",
      replace:
        '    ask.long(`${key}NeedAsIfNoCarer`, `${begin}: need`, `${begin}: what is the need, as if nobody helped?`, {\n      when: unable,\n      statutory: true,\n      known: [asLastTime(`${key}NeedAsIfNoCarer`)],',
    },
  },
  CV49: {
    promise: 'Unpaid carers are offered an assessment of their own, information and support',
    seen: 'Work “Offer a carer an assessment”, from the first look on; the carer who says yes has a case and a mail; the list of help for carers.',
    off: {
      file: 'domain/journey/carer-offers.ts',
      find: "  if (kind === 'carer') return [];\n",
      replace: "  if (kind !== ('nobody' as string)) return [];\n",
    },
  },
  CV50: {
    promise: 'The assessment may be a home visit, by phone, by video or an online questionnaire',
    seen: 'Form, “How would you like to talk?”; it stands where the day is arranged; case page and copy say the way.',
    off: {
      file: 'schemas/forms/visit.ts',
      find: "                ...eachToldBeside('preferredWay'),\n",
      replace: '',
    },
  },
  CV51: {
    promise: 'The way is chosen from what is known, and the reasons are explained and talked about',
    seen: 'Where the day is arranged: why in this way, which you read on your page; your copy of the assessment says why, and that it was explained.',
    off: {
      file: 'schemas/forms/visit.ts',
      find: "            copy: 'Why in this way',",
      replace: '            notInCopy: true,',
    },
  },
  CV52: {
    promise: 'Independent support to understand or to say what you think: family, a friend or an advocate',
    seen: 'Form; work “Arrange an independent advocate”; nobody assesses before; a copy with the advocate’s name.',
    off: {
      file: 'domain/journey/taking-part.ts',
      find: '...(isDue && !hasSomebody ? [own] : []),',
      replace: '',
    },
  },
  CV53: {
    promise: 'If you may have to pay, we ask for a financial assessment',
    seen: 'Mail and case page ask for it; what you send stands before the finance officer.',
    off: {
      file: 'domain/journey/news.ts',
      find: "  'assess-finances': 'money-wanted',\n",
      replace: '',
    },
  },
  CV54: {
    promise: 'If you do not tell us about your money, you pay for all of your care',
    seen: 'Start page; the money form’s choice; the finance officer reads it; the letter with the full cost.',
    off: {
      file: 'domain/charging/finances-from.ts',
      find: "if (financialChoice === 'decline' || lightTouchFinding === undefined) return { by: 'declined' };",
      replace: "if (financialChoice === 'decline' || lightTouchFinding === undefined) return { by: 'full' };",
    },
  },
  CV55: {
    promise: 'You still get information and advice',
    seen: 'Start page, list of help, decision and plan have it, whoever pays.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('What can prevent or delay needs', text(answers.advicePreventOrDelay), 3),\n",
      replace: '',
    },
  },
  CV56: {
    promise: 'Whoever gives unpaid care is offered a carer’s assessment',
    seen: 'Start page; a free form of its own; the work “Assess a carer”.',
    off: {
      file: 'domain/journey/kind-for.ts',
      find: "  'assess-needs': 'assess-carer',\n",
      replace: '',
    },
  },
  CV57: {
    promise: 'The carer chooses: together with the person, or apart',
    seen: 'Form; the assessor reads the choice, and cannot combine without both agreeing.',
    off: {
      file: 'schemas/forms/fragments/conduct.ts',
      find: "known: toldBeside('jointOrSeparate', 'needs-assessment', 'carers-assessment'),",
      replace: 'known: [],',
    },
  },
  CV58: {
    promise: 'What matters, what caring does to you, what to keep doing, have help with or stop',
    seen: 'Form; beside the assessor’s questions; your copy of the assessment.',
    off: {
      file: 'schemas/forms/carer-assessment.ts',
      find: "known: [...said('wantHelpWith'), ...said('keepDoing'), ...said('wantToStop')],",
      replace: "known: [...said('wantHelpWith')],",
    },
  },
  CV59: {
    promise: 'How often you have a break, and what else matters in your life',
    seen: 'Form; beside the assessor’s question; your copy of the assessment.',
    off: {
      file: 'schemas/forms/carer-assessment.ts',
      find: "{ known: [asLastTime('breaks'), ...carerTold('breaksHowOften')], meets: ['CV59'] },",
      replace: "{ known: [asLastTime('breaks')], meets: ['CV59'] },",
    },
  },
  CV60: {
    promise: 'The time to come, and help in an emergency',
    seen: 'Assessment and its copy; the work “Make an emergency plan” opens, and its copy says who steps in.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "return reason === undefined ? [] : [openedBy(task, 'make-emergency-plan', reason)];",
      replace: 'return [];',
    },
  },
  CV61: {
    promise: 'A support plan for the carer, and one together with the person where that is wanted',
    seen: 'The wish stands before whoever writes it; the copy says that the plans go together; never against anybody’s will.',
    off: {
      file: 'domain/plan/plan.ts',
      find: "  combined === 'yes' && combinedAgreed === 'no'",
      replace: "  combined === 'yes' && combinedAgreed === undefined",
    },
  },
  CV62: {
    promise: 'The carer’s plan is looked at again as needs change',
    seen: 'Case page names the day of the review; the carer asks for one, and the review of the support plan opens.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "      const kind = hasPlanInForce ? 'decide-review-request' : 'look-at-change';",
      replace: "      const kind = 'look-at-change';",
    },
  },
  CV63: {
    promise: 'We work with Carers Trust Heart of England, and you can find how to reach it',
    seen: 'List of help for carers.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"url": "https://www.carerstrusthofe.org.uk/",',
      replace: '"url": "https://www.coventry.gov.uk/",',
    },
    lacking: {
      kept: 'partly',
      what: 'It is reached through Adult Social Care Direct, and by the address of its website, which nobody has confirmed: the trust’s own number is in a part of the council’s page that we do not have, and in no public source that we found.',
    },
  },
  CV64: {
    promise: 'The support that is agreed is turned into a sum: your personal budget',
    seen: 'Estimate, the plan’s budget, and the budget fixed in your copy of the plan.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "known: [{ list: 'estimate', question: 'weeklyTotal' }],\n",
      replace: 'known: [],\n',
    },
  },
  CV65: {
    promise: 'You may manage it yourself, as a direct payment',
    seen: 'Help; your answer to the plan asks for it, and whoever writes it again reads that; your copy says how much, how often and for what.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '      `Direct payment: ${pounds(payment.weekly)} a week, paid as ${pounds(payment.amountEachTime)} ${said(everyFew, payment.every)} to ${payment.recipientName}. It is for these needs: ${payment.needs}`,',
      replace: '      payment.needs,',
    },
  },
  CV66: {
    promise: 'Or we arrange support within the budget and pay for it',
    seen: 'Help; your copy of the plan, and of how support is set up, with who gives it.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '[`Arranged by the council: ${pounds(managedWeekly)} a week`]',
      replace: '[]',
    },
  },
  CV67: {
    promise: 'What you pay towards it is paid to the council',
    seen: 'Your copy of the plan, below how the budget is held; support is not set up before it is said how you pay your part, which your copy has.',
    off: {
      file: 'domain/plan/set-up.ts',
      find: '  const paysCouncil = (budget?.person ?? 0) > 0 &&',
      replace: '  const paysCouncil = (budget?.person ?? 0) < 0 &&',
    },
  },
  CV68: {
    promise: 'We talk through your options',
    seen: 'Help; the task of the plan asks what was said, and your copy has it.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '      ...text(answers.waysTalkedThrough && `What we said about the ways to hold it: ${answers.waysTalkedThrough}`),\n',
      replace: '',
    },
  },
  CV69: {
    promise: 'Someone can manage a direct payment for you',
    seen: 'Help; your copy of the plan names them; nobody is named who does not agree.',
    off: {
      file: 'domain/plan/direct-payment.ts',
      find: 'met: request.nomineeAgrees !== false,',
      replace: 'met: true,',
    },
  },
  CV70: {
    promise: 'If there are health needs, an assessment for NHS continuing healthcare is arranged',
    seen: 'Work “Refer for NHS continuing healthcare”, until the NHS has decided; your copy.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "              when: when('continuingHealthcare', 'yes'),\n              reason:",
      replace: "              when: when('continuingHealthcare', 'never'),\n              reason:",
    },
  },
  CV71: {
    promise: 'The NHS may pay a part, at home or in a nursing home',
    seen: 'Your copy of the plan, beside the budget; the NHS’s part for nursing in the financial assessment.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '(answers.otherPublicMoney ?? []).map(',
      replace: '(answers.otherPublicMoney?.slice(9) ?? []).map(',
    },
  },
  CV72: {
    promise: 'The plan says which services, how they meet your needs, when, and who gives them',
    seen: 'Your copy of the plan, need by need.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '    `When: ${need.when}`,\n',
      replace: '',
    },
  },
  CV73: {
    promise: 'The plan is shared with the professionals involved',
    seen: 'Whoever was asked stands where copies are decided on and given; nobody sets support up without a copy to each, or why not; the log of what was shared, with whom and why.',
    off: {
      file: 'domain/journey/consent.ts',
      find: '  return without.length === 0 || notSharedWhy !== undefined\n',
      replace: '  return without.length >= 0 || notSharedWhy !== undefined\n',
    },
  },
  CV74: {
    promise: 'Family and friends get it only if you agree',
    seen: 'Task in which copies are given: nobody is given one whom you were not asked about.',
    off: {
      file: 'domain/journey/consent.ts',
      find: "    return problem('Ask the person first, and list them in the plan, or enter on what basis they were given it');",
      replace: '    return [];',
    },
  },
  CV75: {
    promise: 'If the council pays, the plan includes your budget',
    seen: 'Your copy of the plan: cost, both shares, and how it is spent.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...table('How the budget is spent', ['Need', 'By', 'Each week', 'Once'], answers.needs.map(spendLine), [2, 3]),\n",
      replace: '',
    },
  },
  CV76: {
    promise: 'We look for the best value that meets your needs and well-being',
    seen: 'Task of the plan asks which other ways were talked through and why this one; whoever checks says why it is affordable; your copy has both.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('Other ways that we talked through', text(answers.optionsConsidered)),\n",
      replace: '',
    },
  },
  CV77: {
    promise: 'If you need somewhere else to live, we offer places that meet your needs at a fair cost',
    seen: 'Task in which support is set up: homes offered are named, one of them within the budget; your copy.',
    off: {
      file: 'domain/plan/top-up-answers.ts',
      find: "  if (placesOffered.length === 0) return refuse('Care is given in a home: enter which homes were offered');\n",
      replace: '  if (placesOffered.length === 0) return [];\n',
    },
  },
  CV78: {
    promise: 'A dearer home is possible if somebody else pays the rest by a top-up agreement',
    seen: 'Task in which support is set up: who pays and the whole agreement; case page and copy; a look at it each year.',
    off: {
      file: 'domain/plan/accommodation-choice.ts',
      find: '  return lacking.length > 0\n',
      replace: '  return lacking.length > 9\n',
    },
  },
  CV79: {
    promise: 'For care at home the budget can be paid to a separate bank account',
    seen: 'List of help; task in which support is set up; your copy: agreement, account, first payment.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "ask.yesno('separateAccount', 'Separate account', 'Is there a separate bank account for it?'),",
      replace:
        "ask.yesno('separateAccount', 'Separate account', 'Is there a separate bank account for it?', { notInCopy: true }),",
    },
  },
  CV80: {
    promise: 'We help you to manage the money',
    seen: 'A direct payment that cannot be managed is not refused before help was offered; who helps is in your copy; list of help.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "ask.text('helpToManage', 'Help to manage it', 'Who helps to manage it?', { optional: true }),",
      replace:
        "ask.text('helpToManage', 'Help to manage it', 'Who helps to manage it?', { optional: true, notInCopy: true }),",
    },
  },
  CV81: {
    promise: 'Without a direct payment we arrange services, and you pay your part to the council',
    seen: 'Your copies of the plan and of how support is set up: arranged by the council, to whom you pay, and how.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "          copy: 'How you pay your part',",
      replace: '          notInCopy: true,',
    },
  },
  CV82: {
    promise: 'We watch how support goes and whether your needs change',
    seen: 'A call soon after support starts; a change that is needed brings the review forward.',
    off: {
      file: 'domain/plan/check-ins.ts',
      find: "...(changeNeeded === 'yes' ? [",
      replace: "...(changeNeeded === ('never' as string) ? [",
    },
  },
  CV83: {
    promise: 'The review asks whether the plan works',
    seen: 'The review’s task asks it, and is not finished without; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'What works, and what does not?',",
      replace: '          notInCopy: true,',
    },
  },
  CV84: {
    promise: 'The review asks whether your needs have changed',
    seen: 'The review’s task asks it, and is not finished without; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'Have your circumstances or needs changed?',",
      replace: '          notInCopy: true,',
    },
  },
  CV85: {
    promise: 'The review asks for ways that cost less, such as technology',
    seen: 'The review’s task asks it, and is not finished without; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "copy: 'Technology or other ways that we looked at' },",
      replace: 'notInCopy: true },',
    },
  },
  CV86: {
    promise: 'The review asks whether what you can pay has changed',
    seen: 'Your copy of the review; a yes opens a new financial assessment, and your case page asks about your money.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "              when: when('moneyChanged', 'yes'),",
      replace: "              when: when('moneyChanged', 'never'),",
    },
  },
  CV87: {
    promise: 'The plan and the budget may change',
    seen: 'The revised plan is a new version with a budget of its own; the case page has it, and the old one says that it is replaced.',
    off: {
      file: 'domain/plan/plan-work.ts',
      find: '        number: (newest(plans)?.number ?? 0) + 1,',
      replace: '        number: newest(plans)?.number ?? 1,',
    },
  },
  CV88: {
    promise: 'Providers may tell us earlier that your needs have changed',
    seen: 'A form for services; the decision reaches the key worker with what they wrote, and the review comes forward.',
    off: {
      file: 'domain/journey/request-outcomes.ts',
      find: '  return replied(task, decision, {\n    reviewForward: `${asked}. ${reasons}`,',
      replace: '  return replied(task, decision, {',
    },
  },
  CV89: {
    promise: 'Providers, family and professionals take part in the review',
    seen: 'You name whom you want; the worker reads that, and asks who gives the support; your copy says who took part.',
    off: {
      file: 'domain/review/review-work.ts',
      find: '  askedOthers.length > 0 ||\n  nobodyAskedWhy !== undefined ||',
      replace: '  askedOthers.length >= 0 ||\n  nobodyAskedWhy !== undefined ||',
    },
  },
  CV90: {
    promise: 'A text relay number for speech or hearing impairment',
    seen: 'Help, case page, mails, and the foot of every page.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"textRelay": "18001 024 7683 3003",',
      replace: '"textRelay": "18001 020 7946 0000",',
    },
  },
  CV91: {
    promise: 'The postal address',
    seen: 'Help and case page.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"post": ["PO Box 15", ',
      replace: '"post": ["PO Box 1", ',
    },
  },
  CV92: {
    promise: 'The telephone number',
    seen: 'Help, case page, mails, and the foot of every page.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"phone": "024 7683 3003",',
      replace: '"phone": "020 7946 0000",',
    },
  },
} as const satisfies PromisedBy;
