import type { PromisedBy } from '../promised.ts';

/** What Cambridgeshire's page on creating a care and support plan promises, in its order. */
export const cambridgeshire = {
  CB1: {
    promise: 'There are accessibility options',
    seen: 'Accessibility statement on every page; your case takes large print and other formats, and staff have it as work to send it so.',
    off: {
      file: 'schemas/forms/case-answers.ts',
      find: "              ['large-print', 'Large print'],\n",
      replace: '',
    },
  },
  CB2: {
    promise: 'We make the plan with you, around what you want to achieve to live independently',
    seen: 'Your own pages of the plan ask what you want to achieve, with what the assessment has of it; staff read it; the copy has it.',
    off: {
      file: 'domain/plan/needs-found.ts',
      find: '      ...(goal !== undefined && { outcomeWanted: goal }),\n',
      replace: '',
    },
  },
  CB3: {
    promise: 'The plan sets out how your eligible needs will be met',
    seen: 'A plan that leaves out a need of the decision is refused; your copy says how each is met.',
    off: {
      file: 'templates/documents/plan.ts',
      find: '    `How it is met: ${need.howMet} (${said(supportWords, need.supportType)})`,\n',
      replace: '',
    },
  },
  CB4: {
    promise: 'We look at support from family, friends, carers and community, and formal support',
    seen: 'Task of the plan: what you told us of it stands beside the question; your copy has it.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "              ...toldBeside('otherHelpDetail', ...adultsOwn),\n",
      replace: '',
    },
  },
  CB5: {
    promise: 'You can write the plan yourself',
    seen: 'Your case: you write it page by page and send it; the Key Worker reads it in the plan’s task; the copy says that you did.',
    off: {
      file: 'domain/plan/own-plan.ts',
      find: "(waySaid(careCase, task) ?? 'worker') !== 'worker' &&",
      replace: 'false &&',
    },
  },
  CB6: {
    promise: 'Family or friends, a service provider or your Key Worker can help with it',
    seen: 'You invite them from your case; each writes in the same plan by a link and a code; the task and the copy say who wrote.',
    off: {
      file: 'services/mail/invited-to-plan.ts',
      find: '    address: email,\n',
      replace: "    address: 'nobody@example.com',\n",
    },
  },
  CB7: {
    promise: 'Someone can do it for you',
    seen: 'Your case: you say so and invite them; they write it; the task and the copy say who.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "  'someone-for-person': 'Someone for you',",
      replace: "  'someone-for-person': 'Somebody',",
    },
  },
  CB8: {
    promise: 'If someone else completes it, the council makes sure that they acted in your best interests',
    seen: 'The plan does not go on without it; whoever checks reads how it is known; your copy says it.',
    off: {
      file: 'schemas/forms/plan-checks.ts',
      find: "['writtenWith', 'bestInterestsWhy']",
      replace: "['writtenWith']",
    },
  },
  CB9: {
    promise: 'An independent support planner can help you decide how to meet needs and spend the budget',
    seen: 'You ask for one; the planner is invited to the plan, sees the budget if you agree, and writes in it.',
    off: {
      file: 'domain/plan/planner-work.ts',
      find: "    invites: { name, email, as: 'planner', may, seesMoney: answers.plannerSeesMoney === 'yes' },\n",
      replace: '',
    },
  },
  CB10: {
    promise: 'Your Key Worker tells you more about that',
    seen: 'Help and the list of support; the Key Worker has it as work, and answers you.',
    off: {
      file: 'services/follow/own-plan.ts',
      find: "if (tasks.some(({ kind, status }) => kind === 'find-planner' && status === 'open')) return [];",
      replace: 'if (tasks) return [];',
    },
  },
  CB11: {
    promise: 'The council writes the initial plan: how needs are met and what it costs',
    seen: 'Your Key Worker has it as work, whether you say how it is written or not; your copy has needs and costs.',
    off: {
      file: 'schemas/work.ts',
      find: "    title: 'Draft the care and support plan',\n    role: 'key-worker',",
      replace: "    title: 'Draft the care and support plan',\n    role: 'assessor',",
    },
  },
  CB12: {
    promise: 'Your Key Worker checks that it is affordable',
    seen: 'Task of the check, which is the Key Worker’s, with the estimate beside; you read the reason.',
    off: {
      file: 'councils/cambridgeshire/council.json',
      find: '"checkedBy": "key-worker",',
      replace: '"checkedBy": "manager",',
    },
  },
  CB13: {
    promise: 'Your Key Worker checks that it is lawful',
    seen: 'Task of the check; a plan that is not goes back; you read the reason.',
    off: {
      file: 'domain/plan/plan.ts',
      find: "...(['affordable', 'lawful', 'effective'] as const)\n    .filter(",
      replace: "...(['affordable', 'effective'] as const)\n    .filter(",
    },
  },
  CB14: {
    promise: 'Your Key Worker checks that it is effective',
    seen: 'Task of the check, with what was assessed beside; a plan that is not goes back; you read the reason.',
    off: {
      file: 'domain/plan/plan.ts',
      find: "'effective'] as const)\n    .filter(",
      replace: '] as const)\n    .filter(',
    },
  },
  CB15: {
    promise: 'It can be agreed when it meets outcomes, takes risks into account and is reasonable for the budget',
    seen: 'The checks ask all three; then a manager agrees for the council, with reasons that you read.',
    off: {
      file: 'domain/plan/plan.ts',
      find: "  ...(checks.risksCovered === 'no'\n",
      replace: "  ...(checks.risksCovered === ('never' as string)\n",
    },
  },
  CB16: {
    promise: 'You get a copy of the agreed plan that shows exactly how the budget is spent',
    seen: 'Mail that it is agreed; “What you can read”, with PDF.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...table('How the budget is spent', ['Need', 'By', 'Each week', 'Once'], answers.needs.map(spendLine), [2, 3]),\n",
      replace: '',
    },
  },
  CB17: {
    promise: 'You have choice and control, and the plan tells us how to work with you',
    seen: 'Your wishes stand first in your copy, and before whoever sets the support up.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "              { list: 'plan', question: 'howSupported', beside: true },\n",
      replace: '',
    },
  },
  CB18: {
    promise: 'Changes may lead to needs that are met in a different way',
    seen: 'You ask for a change; whoever writes the plan reads it; the next version meets the need so, and you agree to it.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: "              { list: 'plan-agreement', question: 'whatChanges', beside: true },\n",
      replace: '',
    },
  },
  CB19: {
    promise: 'If the council does not agree to a revised plan, we go back to the initial one',
    seen: 'Mail and copy with the reason; you are asked about the first plan again, or the plan in force stays.',
    off: {
      file: 'domain/plan/plan-work.ts',
      find: "records: [revision(plan, 'refuse', asked), revision(initial, 'submit')],",
      replace: "records: [revision(plan, 'refuse', asked)],",
    },
  },
  CB20: {
    promise: 'Whatever the decision, you are offered advice to prevent or delay needs',
    seen: 'Nobody is refused, or sent away, without it; the decision, eligible or not, and the plan have it.',
    off: {
      file: 'schemas/forms/fragments/decision-pages.ts',
      find: "'advicePreventOrDelay', 'Advice: prevent or delay', 'What can prevent or delay needs?', {",
      replace:
        "'advicePreventOrDelay', 'Advice: prevent or delay', 'What can prevent or delay needs?', {\n    optional: true,",
    },
  },
  CB21: {
    promise: 'If your plan is not agreed, we ask you to change it first',
    seen: 'Mail and copy with the reason; you, and whoever writes it with you, find it at the answer that goes back.',
    off: {
      file: 'domain/plan/plan-work.ts',
      find: "const told = { tells: ['plan-news'] as const };",
      replace: 'const told = {};',
    },
  },
  CB22: {
    promise: 'An independent support planner can help you revise it',
    seen: 'The planner opens the plan that came back, reads the reason at its answer, and writes it anew.',
    off: {
      file: 'domain/plan/sent-back.ts',
      find: "if (plan?.state !== 'changes-requested') return [];",
      replace: 'if (plan) return [];',
    },
  },
  CB23: {
    promise: 'If it is not clear, your Key Worker may want to look at your assessment again',
    seen: 'Copy and mail; the assessment opens again, from a first plan and from a revised one, and its task says why; what it finds comes back into the plan.',
    off: {
      file: 'functions/journey/open-task.ts',
      find: '      assessedOnceMore(input) ??\n',
      replace: '',
    },
  },
  CB24: {
    promise: 'If you do not agree with something, you discuss it with your Key Worker',
    seen: 'Your case: ask about the plan; it is your Key Worker’s to answer; mail and copy of the answer.',
    off: {
      file: 'schemas/forms/query-answer.ts',
      find: "            { list: 'query', question: 'question', beside: true },\n",
      replace: '',
    },
  },
  CB25: {
    promise: 'If you are still not satisfied, you can complain to Customer Services',
    seen: 'Your case; Customer Services have it as work within 3 working days, then to answer; your copy of the answer.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: '          dueOn: complaintClock(today).acknowledgeBy,\n',
      replace: '',
    },
  },
  CB26: {
    promise: 'Support can be set up through a direct payment',
    seen: 'You ask for it with your answer to the plan; it is made, or refused in writing; your copies of plan and set-up.',
    off: {
      file: 'domain/plan/direct-payment-answers.ts',
      find: "  (wished === 'direct-payment' || wished === 'both') &&\n",
      replace: '  wished === undefined &&\n',
    },
  },
  CB27: {
    promise: 'Or we arrange it for you',
    seen: 'Task of the set-up; mail with the day; your copy says how the budget is held and who gives what.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "          copy: 'How your budget is held',\n",
      replace: '          notInCopy: true,\n',
    },
  },
  CB28: {
    promise: 'Or a combination of both',
    seen: 'The plan has both parts, which have to add up to the budget; your copies of plan and set-up.',
    off: {
      file: 'domain/plan/budget.ts',
      find: '    ...(total === expected\n',
      replace: '    ...(total !== undefined\n',
    },
  },
  CB29: {
    promise: 'An independent support planner can help you set up your support',
    seen: 'Staff open the work on your word; your copy says who it is; whoever sets up support finds the planner beside.',
    off: {
      file: 'schemas/forms/set-up.ts',
      find: "...['plannerName', 'plannerFrom', 'plannerFor'].map((question) => ({",
      replace: "...['plannerFrom'].map((question) => ({",
    },
  },
  CB30: {
    promise: 'Once support is in place, your Key Worker contacts you to see how it is and what should change',
    seen: 'Mail; the call is your Key Worker’s work; a change that is needed brings the review forward.',
    off: {
      file: 'statemachines/assessment-journey.asl.json',
      find: '"Next": "Check how support is going"',
      replace: '"Next": "Support is under review"',
    },
  },
  CB31: {
    promise: 'You have someone to contact with questions',
    seen: 'Your case and each mail name the Key Worker and Customer Services.',
    off: {
      file: 'templates/pages/case-overview.njk',
      find: 'Your {{ worker.role }} is <strong>{{ worker.name }}</strong>',
      replace: '',
    },
  },
  CB32: {
    promise: 'We make an appointment to review the plan after 6 to 12 weeks',
    seen: 'Your Key Worker has it as work to agree a day, which lies in these weeks; mail and case page with day, time, place and calendar.',
    off: {
      file: 'councils/cambridgeshire/council.json',
      find: '"toWeeks": 12,',
      replace: '"toWeeks": 20,',
    },
  },
  CB33: {
    promise: 'The review looks at how things are going, and if support meets your needs',
    seen: 'The review’s task asks it; your copy of the review.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "          copy: 'What works, and what does not?',",
      replace: '          notInCopy: true,',
    },
  },
  CB34: {
    promise: 'Then there is a planned review each year',
    seen: 'Case page and the review’s task: twelve months after the last; help.',
    off: {
      file: 'councils/cambridgeshire/council.json',
      find: '"months": 12,',
      replace: '"months": 14,',
    },
  },
  CB35: {
    promise: 'You can invite anyone who is important to you to your review',
    seen: 'Your case; whoever holds the review has your guests beside its questions; the case page says who comes.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "              { list: 'invitation', question: 'guests', beside: true },\n",
      replace: '',
    },
  },
  CB36: {
    promise: 'You let your Key Worker know in advance',
    seen: 'Your case, from the start of support on; your Key Worker has it as work at once, with who comes and what they need; the mail before the review.',
    off: {
      file: 'schemas/forms/message-answer.ts',
      find: "...['guests', 'guestsNeed'].map(",
      replace: "...['nothing'].map(",
    },
  },
  CB37: {
    promise:
      'If you find it very hard to say what you think and have nobody, your Key Worker refers you to an advocate',
    seen: 'The review opens the work, which cannot end in none; mail and copy with the advocate’s name.',
    off: {
      file: 'domain/journey/taking-part.ts',
      find: '    ...(isDue && !hasSomebody ? [own] : []),\n',
      replace: '',
    },
  },
  CB38: {
    promise: 'You and your Key Worker agree changes and when they start',
    seen: 'The review’s task does not close without each change and its day; your copy has both.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "{ when: revised, copy: 'What changes', meets: ['CB38'] },",
      replace: '{ when: revised, optional: true, notInCopy: true },',
    },
  },
  CB39: {
    promise: 'You both sign the review',
    seen: 'It does not close without the worker’s signature and how you sign; mail; you sign on your case; the copy has both.',
    off: {
      file: 'domain/review/review-work.ts',
      find: "      return [{ field: 'personSigning', rule, message: 'Select how the person signs, or that they do not' }];",
      replace: '      return [];',
    },
  },
  CB40: {
    promise: 'If you disagree with the outcome, you contact your Key Worker to discuss why',
    seen: 'Your case: ask about the review; your Key Worker answers, and can hold it again; your copy of the answer.',
    off: {
      file: 'schemas/forms/query.ts',
      find: "              ['review', 'My review'],\n",
      replace: '',
    },
  },
  CB41: {
    promise: 'You, your carers, the council and service providers can ask for a review at any time',
    seen: 'Your case, a public form for carers and providers, and the page of staff; the Key Worker decides on each.',
    off: {
      file: 'schemas/forms/review-for-another.ts',
      find: "              ['provider', 'I work for a service that supports them'],\n",
      replace: '',
    },
  },
  CB42: {
    promise: 'Because your needs have changed',
    seen: 'Your case; whoever decides reads the reason; the review comes forward.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['needs-changed', 'Needs have changed'],\n",
      replace: '',
    },
  },
  CB43: {
    promise: 'Because the support no longer meets your needs',
    seen: 'Your case; whoever decides reads the reason; the review comes forward.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['support-no-longer-meets-needs', 'The support does not meet the needs any more'],\n",
      replace: '',
    },
  },
  CB44: {
    promise: 'Because you want to make a major change to the plan',
    seen: 'Your case; whoever decides reads the reason; the review comes forward.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['major-change-wanted', 'A big change to the plan is wanted'],\n",
      replace: '',
    },
  },
  CB45: {
    promise: 'Because there are unmanageable risks in the plan',
    seen: 'Your case; whoever decides reads the reason; the review comes forward.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['unmanageable-risks', 'There are risks we cannot manage'],\n",
      replace: '',
    },
  },
  CB46: {
    promise: 'Because the council requests it',
    seen: 'Your case; whoever decides reads the reason; the review comes forward.',
    off: {
      file: 'schemas/forms/review-request.ts',
      find: "      ['council-asks', 'The council asked for it'],\n",
      replace: '',
    },
  },
  CB47: {
    promise: 'If you do not feel safe, or someone makes you do what you do not want, you tell us',
    seen: 'Your case says so and leads there; the safeguarding team looks into it by the next working day; whom to call is on every page.',
    off: {
      file: 'services/follow/raise-worry.ts',
      find: '  const { council, reference } = careCase;\n',
      replace: '  if (careCase) return;\n',
    },
  },
  CB48: {
    promise: 'You can contact your Key Worker at any stage',
    seen: 'Your case and the mails name them from the first look at the request on; before that Customer Services.',
    off: {
      file: 'templates/pages/case-overview.njk',
      find: '<p class="govuk-body">Your {{ worker.role }} is',
      replace: '<p class="govuk-body">Ask',
    },
  },
  CB49: {
    promise: 'An independent advocate can advise you, or help you challenge a decision made at any point',
    seen: 'Your case, with any question about a decision; the work opens; mail and copy with the advocate’s name.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "  answers['wantsAdvocate'] === 'yes'\n    ? [{ kind",
      replace: "  answers['wantsAdvocate'] === 'never'\n    ? [{ kind",
    },
  },
  CB50: {
    promise: 'You ask Customer Services or your Key Worker for that',
    seen: 'List of what help there is; whoever of them is asked opens the work on the case.',
    off: {
      file: 'schemas/forms/case-actions.ts',
      find: "  'arrange-advocacy',\n",
      replace: '',
    },
  },
  CB51: {
    promise: 'Your Key Worker is the central contact, and helps to coordinate other professionals',
    seen: 'Case page and each task of planning; staff page of people, with the professionals; mail where the Key Worker changes.',
    off: {
      file: 'services/casework/case-people.ts',
      find: '...(assessed?.answers.professionalsConsulted ?? []).map(',
      replace: '...(assessed?.answers.professionalsConsulted?.slice(9) ?? []).map(',
    },
  },
  CB52: {
    promise: 'You can call on 0345 045 5202, Monday to Friday 8am to 6pm',
    seen: 'Every page and every mail. The page hides its email address, so there is none here.',
    off: {
      file: 'councils/cambridgeshire/council.json',
      find: '"phone": "0345 045 5202",',
      replace: '"phone": "01632 960 001",',
    },
  },
  CB53: {
    promise: 'And on Saturday 9am to 1pm',
    seen: 'Every page and every mail.',
    off: {
      file: 'councils/cambridgeshire/council.json',
      find: 'Monday to Friday 8am to 6pm, Saturday 9am to 1pm',
      replace: 'Monday to Friday 8am to 6pm',
    },
  },
  CB54: {
    promise: 'We ask if you found the page useful',
    seen: 'Foot of every page; managers read what was said, with its page.',
    off: {
      file: 'services/web/feedback-link.ts',
      find: 'body: response.body.replace(place, link)',
      replace: "body: response.body.replace(place, '')",
    },
  },
} as const satisfies PromisedBy;
