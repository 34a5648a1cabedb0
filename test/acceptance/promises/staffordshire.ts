import type { PromisedBy } from '../promised.ts';

/** What Staffordshire's questions about care and support plans promise, in their order. */
export const staffordshire = {
  S1: {
    promise: 'Only cookies that are strictly necessary are set without a choice',
    seen: 'Cookies page, which names each; nothing is set before a form is begun.',
    off: {
      file: 'templates/pages/cookies.ts',
      find: "name: '__Host-careway-draft',",
      replace: "name: 'another',",
    },
  },
  S2: {
    promise: 'Questions and answers that can be searched, with a word where nothing is found',
    seen: 'Help page and its search, which forgives slips.',
    off: {
      file: 'templates/pages/help-search.ts',
      find: '  if (!wordsOf(query).some((word) => telling(word))) return [...items];',
      replace: '  if (query !== undefined) return [...items];',
    },
  },
  S3: {
    promise: 'A plan is a document that says how your needs will be met',
    seen: 'Your copy of the plan, need by need.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '    `How it is met: ${need.howMet} (${said(supportWords, need.supportType)})`,\n',
      replace: '',
    },
  },
  S4: {
    promise: 'It shows what you want to achieve and how support is organised',
    seen: 'Your copy of the plan: what you want, by whom, when.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '    `What you want: ${need.outcomeWanted}`,\n',
      replace: '',
    },
  },
  S5: {
    promise: 'Your social care contact can help you create your plan',
    seen: 'Mail and case page when the plan is to be written; the work is your social care contact’s.',
    off: {
      file: 'schemas/work.ts',
      find: "    title: 'Draft the care and support plan',\n    role: 'key-worker',",
      replace: "    title: 'Draft the care and support plan',\n    role: 'assessor',",
    },
  },
  S6: {
    promise: 'Friends and family can help to create it',
    seen: 'You invite them from your case; they write in the plan alone, by a link and a code; the worker reads it in the plan’s task.',
    off: {
      file: 'services/mail/invited-to-plan.ts',
      find: '    await createSending(deps)(council, `mail#${reference}#${id}`, () => mailInvitation(deps, found, id));\n',
      replace: '',
    },
  },
  S7: {
    promise: 'A plan may be as short or as detailed as you wish',
    seen: 'Task of the plan: what is optional may be left empty, and each answer has room for pages.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "        ask.long('strengths', 'Strengths', 'What can the person do for themselves?', {\n          optional: true,",
      replace: "        ask.long('strengths', 'Strengths', 'What can the person do for themselves?', {",
    },
  },
  S8: {
    promise: 'Once the council has decided to help, a plan is drawn up with you',
    seen: 'Work: no plan is opened before the decision or after a refusal; it is after one that helps.',
    off: {
      file: 'statemachines/assessment-journey.asl.json',
      find: '{ "Condition": "{% $eligible and $wantsSupport %}", "Next": "Estimate the budget" }',
      replace: '{ "Condition": "{% true %}", "Next": "Estimate the budget" }',
    },
  },
  S9: {
    promise: 'You get a copy of the plan',
    seen: 'Mail that it is agreed; “What you can read”, with PDF; the set-up names who got one, how and when.',
    off: {
      file: 'statemachines/assessment-journey.asl.json',
      find: "'step': 'send-plan', 'template': 'plan-agreed' }]) %}\"",
      replace: "'step': 'send-plan', 'template': 'plan-news' }]) %}\"",
    },
  },
  S10: {
    promise: 'You are more in control of decisions',
    seen: 'You agree to the plan, ask for changes or refuse it; the next draft’s writer reads what you asked for.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "              { list: 'plan-agreement', question: 'whatChanges', beside: true },\n",
      replace: '',
    },
  },
  S11: {
    promise: 'Someone independent may help speak for you about the plan',
    seen: 'Plan page and its mail say so; you ask for one on your case, and the work opens.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "  answers['wantsAdvocate'] === 'yes'\n    ? [{ kind",
      replace: "  answers['wantsAdvocate'] === 'never'\n    ? [{ kind",
    },
  },
  S12: {
    promise: 'If you qualify, the council helps you find an advocate',
    seen: 'Work “Arrange an independent advocate”: it cannot end in none for whoever qualifies; mail and copy with the advocate’s name.',
    off: {
      file: 'domain/journey/advocacy-outcome.ts',
      find: "if (answers.arrangement === 'not-needed' && due.may) {",
      replace: 'if (false) {',
    },
  },
  S13: {
    promise: 'The plan says how you would like to be supported',
    seen: 'Asked in the plan, and on your copy of it.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('How you want to be supported', text(answers.howSupported)),\n",
      replace: '',
    },
  },
  S14: {
    promise: 'It says how and by whom',
    seen: 'Your copy of the plan, need by need.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '    ...(need.provider ? [`By: ${need.provider}`] : []),\n',
      replace: '',
    },
  },
  S15: {
    promise: 'It says what matters to you: people, places, routines',
    seen: 'Asked so in the plan, and on your copy of it.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('What matters to you', text(answers.whatMatters)),\n",
      replace: '',
    },
  },
  S16: {
    promise: 'It considers how you want to spend your personal budget',
    seen: 'You say how you want to spend it; whoever writes the plan and sets support up reads it; your copy has it, with what it is spent on and how it is held.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('How you want to spend your budget', text(answers.howToSpend)),\n",
      replace: '',
    },
  },
  S17: {
    promise: 'It uses your needs from the assessment',
    seen: 'Task of the plan: each need that the decision found stands beside it, and one that is left out is named.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "                { list: 'decision', question: 'needsFound', beside: true },\n",
      replace: '',
    },
  },
  S18: {
    promise: 'It uses what is important to you and your family',
    seen: 'Task of the plan: what you said stands beside the question; who was asked, and what they said.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "              ...told('whatMatters', ...adultsOwn),\n",
      replace: '',
    },
  },
  S19: {
    promise: 'It uses how best to meet your needs',
    seen: 'Task of the plan, and the other ways that were talked through on your copy.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('Other ways that we talked through', text(answers.optionsConsidered)),\n",
      replace: '',
    },
  },
  S20: {
    promise: 'It uses what you want to achieve',
    seen: 'Task of the plan: what you want from the assessment stands beside each need.',
    off: {
      file: 'domain/plan/needs-found.ts',
      find: '      ...(goal !== undefined && { outcomeWanted: goal }),\n',
      replace: '',
    },
  },
  S21: {
    promise: 'It uses what you can do yourself',
    seen: 'Task of the plan: what the assessment found stands beside the question; your copy has it.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "          known: [asLastTime('strengths'), ...fromAssessment('strengths'), ...told('strengths', ...adultsOwn)],",
      replace: '          known: [],',
    },
  },
  S22: {
    promise: 'It uses the support that you have already',
    seen: 'Task of the plan: what is known stands beside the question; your copy has it.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('Support that is there already', text(answers.supportInPlace)),\n",
      replace: '',
    },
  },
  S23: {
    promise: 'It uses the types of care and support that there are',
    seen: 'Public list of what help there is, and the catalogue beside the plan’s needs.',
    off: {
      file: 'templates/staff/task-section.njk',
      find: 'What help there is, with the id of each entry',
      replace: 'Look',
    },
  },
  S24: {
    promise: 'After that the help begins',
    seen: 'Mail with the day, the case page, and a copy of how support is set up.',
    off: {
      file: 'domain/journey/news.ts',
      find: "  'set-up-support': { '*': 'support-set-up' },\n",
      replace: '',
    },
  },
  S25: {
    promise: 'Your social care contact checks regularly that you are happy with your support',
    seen: 'A call comes due for them every 12 weeks, for as long as support runs; help says so.',
    off: {
      file: 'domain/plan/check-ins.ts',
      find: '    opens: nextCall(situation),\n',
      replace: '',
    },
  },
  S26: {
    promise: 'These checks include changes to your assessed needs',
    seen: 'The call asks it; a yes brings the review forward.',
    off: {
      file: 'domain/plan/check-ins.ts',
      find: 'answers, situation) => {\n  const { asPlanned, needsChanged,',
      replace: "answers, situation) => {\n  const needsChanged: string = 'no';\n  const { asPlanned,",
    },
  },
  S27: {
    promise: 'The council has a duty under section 27 of the Care Act to keep the plan under review',
    seen: 'Help, and the review’s task.',
    off: {
      file: 'templates/pages/questions.ts',
      find: ' The law asks us to do it.',
      replace: '',
    },
  },
  S28: {
    promise:
      'A review confirms that support is appropriate and safe and needs unchanged, and keeps the plan up to date',
    seen: 'The review’s task asks it, and what is wrong where it is not; your copy of the review.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          when: when('supportAppropriate', 'no'),",
      replace: '          optional: true,',
    },
  },
  S29: {
    promise: 'Reviews are no later than every 12 months',
    seen: 'The review is due within 12 months of the last; managers are told of one that is late.',
    off: {
      file: 'councils/staffordshire/council.json',
      find: '"months": 12,',
      replace: '"months": 14,',
    },
  },
  S30: {
    promise: 'A light-touch review 6 to 8 weeks after a new or revised plan',
    seen: 'Case page: 7 weeks after support starts, and again after a revised plan; help.',
    off: {
      file: 'councils/staffordshire/council.json',
      find: '"targetWeeks": 7',
      replace: '"targetWeeks": 8',
    },
  },
  S31: {
    promise: 'The council may start a review',
    seen: 'Case page of staff: bring the review forward; its reason stands in the task.',
    off: {
      file: 'schemas/forms/case-actions.ts',
      find: "      ['council', 'We did'],\n",
      replace: '',
    },
  },
  S32: {
    promise: 'A crisis may start a review',
    seen: 'You say so on your case; it is answered the same day and the review is held within 2 working days.',
    off: {
      file: 'domain/journey/request-outcomes.ts',
      find: "    ...(urgency === 'urgent' && { reviewWithin: urgentReviewDays }),\n",
      replace: '',
    },
  },
  S33: {
    promise: 'A reasonable request by the adult or the carer may start a review',
    seen: 'Your case page, and a form for carers and others; each becomes a decision for staff.',
    off: {
      file: 'domain/journey/request-outcomes.ts',
      find: '  return replied(task, decision, {\n    reviewForward: `${asked}. ${reasons}`,',
      replace: '  return replied(task, decision, {',
    },
  },
  S34: {
    promise: 'A request is usually prompted by a change in health or circumstances that affects your care',
    seen: 'The form asks what changed; a refusal needs reasons and how to challenge it, which you can read.',
    off: {
      file: 'domain/journey/request-outcomes.ts',
      find: "  if (ruling.code === 'say-how-to-challenge-first') return refused('howToChallenge', ruling.next);\n",
      replace: '',
    },
  },
  S35: {
    promise: 'A review is a positive opportunity to take stock',
    seen: 'Mail before the review, help, and the head of the review’s task.',
    off: {
      file: 'templates/emails/review-coming.txt.njk',
      find: 'It is a talk about what goes well, what does not, and what should change.',
      replace: '',
    },
  },
  S36: {
    promise: 'It asks whether circumstances or needs have changed',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'Have your circumstances or needs changed?',",
      replace: '          notInCopy: true,',
    },
  },
  S37: {
    promise: 'It asks what works, what does not, and what might need to change',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'What works, and what does not?',",
      replace: '          notInCopy: true,',
    },
  },
  S38: {
    promise: 'It asks whether the outcomes of the plan were achieved',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "            copy: 'Have you achieved what you wanted?',",
      replace: '            notInCopy: true,',
    },
  },
  S39: {
    promise: 'It asks whether improvements could be made',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'What could be better?',",
      replace: '          notInCopy: true,',
    },
  },
  S40: {
    promise: 'It asks whether the personal budget enables needs and outcomes to be met',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'Is the budget enough?',",
      replace: '          notInCopy: true,',
    },
  },
  S41: {
    promise: 'It asks about changes in family and community support',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "            copy: 'What has changed among family, friends and community?',",
      replace: '            notInCopy: true,',
    },
  },
  S42: {
    promise: 'It asks whether the person, carer and advocate are satisfied',
    seen: 'The review’s task asks it; your copy of the review has the answer.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'You are satisfied with the plan',",
      replace: '          notInCopy: true,',
    },
  },
  S43: {
    promise: 'After that reviews are usually yearly, and this can vary',
    seen: 'Help; the review’s record can set an earlier day, which the case page shows.',
    off: {
      file: 'services/work/review-cycles.ts',
      find: "const agreedOn = workOf(work, 'review-plan', cause)?.answers.nextReviewOn;",
      replace: "const agreedOn = workOf(work, 'review-plan', cause)?.answers.heldOn && undefined;",
    },
  },
  S44: {
    promise: 'You can ask for a review at any time',
    seen: 'Help and case page; the request becomes a decision for staff.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "const kind = hasPlanInForce ? 'decide-review-request' : 'look-at-change';",
      replace: "const kind = 'look-at-change';",
    },
  },
  S45: {
    promise: 'Call the community wellbeing team or your worker if you have the number',
    seen: 'Help, and the worker’s name on the case page.',
    off: {
      file: 'templates/pages/questions.ts',
      find: "${terms.team ? ` or your ${terms.team}` : ''}",
      replace: '',
    },
  },
  S46: {
    promise: 'Otherwise contact Staffordshire Cares',
    seen: 'Every page, and every mail.',
    off: {
      file: 'councils/staffordshire/council.json',
      find: '"name": "Staffordshire Cares"',
      replace: '"name": "Somebody"',
    },
  },
  S47: {
    promise: 'You must tell your contact at once if your needs change',
    seen: 'Your case: tell us; the key worker’s task is due the same day where it is urgent.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "        reason: `The person has told us of a change.${paid}${advocate}`,\n        ...(answers['changeUrgent'] === 'yes' && soon),",
      replace: '        reason: `The person has told us of a change.${paid}${advocate}`,',
    },
  },
  S48: {
    promise: 'You must tell them at once if your money changes',
    seen: 'Your case: tell us; the finance officer looks at it and has the finances assessed again.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "const money = changed.includes('money');",
      replace: "const money = changed.includes('gold');",
    },
  },
  S49: {
    promise: 'If you do not know whom to contact, contact us',
    seen: 'Help, with the council’s own way in.',
    off: {
      file: 'templates/pages/questions.ts',
      find: ' If you do not know who that is, contact ${contact.name}.',
      replace: '',
    },
  },
  S50: {
    promise: 'You can ask for a review if the plan does not help you achieve your outcomes',
    seen: 'The request’s reasons; whoever decides reads it.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['outcomes-not-reached', 'The plan does not help to do what was wanted'],\n",
      replace: '',
    },
  },
  S51: {
    promise: 'You may need to be assessed again',
    seen: 'A review can end in a new assessment: its task opens, the case page and a mail say so.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "            ['reassess', 'Needs are assessed again'],\n",
      replace: '',
    },
  },
  S52: {
    promise: 'A significant change means a new plan',
    seen: 'The revised plan is a new version, with its own budget, on the case page.',
    off: {
      file: 'domain/plan/plan-work.ts',
      find: '        number: (newest(plans)?.number ?? 0) + 1,',
      replace: '        number: newest(plans)?.number ?? 1,',
    },
  },
  S53: {
    promise: 'A change of provider or arrangement is settled with whoever wrote the plan',
    seen: 'The small change goes to the plan’s author, without a review; a new version of the plan has it.',
    off: {
      file: 'domain/journey/request-outcomes.ts',
      find: "        holderId: author?.kind === 'staff' ? author.id : undefined,\n",
      replace: "        holderId: undefined,\n        role: 'manager',\n",
    },
  },
  S54: {
    promise: 'Further help: common questions, the NHS, Staffordshire Cares',
    seen: 'Help.',
    off: {
      file: 'templates/pages/help.njk',
      find: 'The NHS also has <a class="govuk-link" href="https://www.nhs.uk/social-care-and-support/">a guide to social care and support</a>.',
      replace: '',
    },
  },
} as const satisfies PromisedBy;
