import type { PromisedBy } from '../promised.ts';

/** What Coventry's pages promise up to the assessment: what help there is, the first contact and help for a short time. */
export const coventry = {
  CV1: {
    promise: 'Services are chosen by what you need and want to achieve, from a list',
    seen: 'List of what help there is, narrowed by what you want help with; the same list beside needs and goals in the plan’s task.',
    off: {
      file: 'domain/plan/support.ts',
      find: "outcomes === 'any' ? 'any' : outcomes?.includes(outcome) ? 'named' : 'no';",
      replace: "outcomes?.includes(outcome) ? 'named' : 'any';",
    },
  },
  CV2: {
    promise: 'Information and advice from the council and its partners',
    seen: 'List of what help there is; mail and copy of the advice where advice is all that is given.',
    off: {
      file: 'schemas/forms/triage.ts',
      find: "        ask.long('adviceGiven', 'Advice', 'Which advice was given?', {\n",
      replace: "        ask.long('adviceGiven', 'Advice', 'Which advice was given?', {\n          notInCopy: true,\n",
    },
  },
  CV3: {
    promise: 'Support for unpaid carers, such as respite and emotional support through the Carers Trust',
    seen: 'List for carers; task to arrange help that is wanted; the carer’s copy says whom they were referred to.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "carers-trust"',
      replace: '"id": "gone"',
    },
  },
  CV4: {
    promise: 'Equipment and adaptations at home',
    seen: 'List of help; your copy of the help that was found, and of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "equipment-and-adaptations"',
      replace: '"id": "gone"',
    },
  },
  CV5: {
    promise: 'Day opportunities, for disabled adults and older people, at centres or made for one person',
    seen: 'List of help; your copy of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "day-opportunities"',
      replace: '"id": "gone"',
    },
  },
  CV6: {
    promise: 'Direct payments',
    seen: 'List of help; you ask for one when you answer the plan, and whoever writes it reads that.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: 'Money from the council for a person to choose and pay for their own support.',
      replace: 'Money.',
    },
  },
  CV7: {
    promise: 'Home support: personal care and meals',
    seen: 'List of help; your copy of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "home-support"',
      replace: '"id": "gone"',
    },
  },
  CV8: {
    promise: 'Reablement, to regain, keep or learn skills',
    seen: 'List of help; your copies of short-term support and of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "reablement"',
      replace: '"id": "gone"',
    },
  },
  CV9: {
    promise: 'Housing with care: your own flat, with care on site',
    seen: 'List of help; your copy of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "housing-with-care"',
      replace: '"id": "gone"',
    },
  },
  CV10: {
    promise: 'The Shared Lives scheme',
    seen: 'List of help; your copy of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "shared-lives"',
      replace: '"id": "gone"',
    },
  },
  CV11: {
    promise: 'Care homes, residential and nursing',
    seen: 'List of help; your copy of the plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "care-homes"',
      replace: '"id": "gone"',
    },
  },
  CV12: {
    promise: 'Carers: information and advice',
    seen: 'List for carers; asked in their form and assessment; work to arrange it; their copy.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "  information: 'information and advice',\n",
      replace: '',
    },
  },
  CV13: {
    promise: 'Carers: groups with other carers',
    seen: 'List for carers; asked in their form and assessment; work to arrange it; their copy.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "  groups: 'a group of carers',\n",
      replace: '',
    },
  },
  CV14: {
    promise: 'Carers: training, such as moving a person',
    seen: 'List for carers; asked in their form and assessment; work to arrange it; their copy.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "  training: 'training',\n",
      replace: '',
    },
  },
  CV15: {
    promise: 'Carers: counselling',
    seen: 'List for carers; asked in their form and assessment; work to arrange it; their copy.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "  counselling: 'counselling',\n",
      replace: '',
    },
  },
  CV16: {
    promise: 'Carers: planning for an emergency through CRESS',
    seen: 'List for carers; work to write the emergency plan; their copy of it.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "    want: 'The carer has no plan for an emergency, and wants one',\n",
      replace: '',
    },
  },
  CV17: {
    promise: 'Carers: a direct payment for their own needs',
    seen: 'List for carers; their copy of their support plan.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "carers-direct-payment"',
      replace: '"id": "gone"',
    },
  },
  CV18: {
    promise: 'Carers: breaks by a stay or by hours of support, as part of a joint assessment',
    seen: 'List for carers; asked in the form; before whoever assesses and plans; the plan, only as the adult agrees.',
    off: {
      file: 'domain/journey/care-to-adult.ts',
      find: "  return adultAgrees === 'no'\n",
      replace: "  return adultAgrees === 'cannot-decide'\n",
    },
  },
  CV19: {
    promise: 'Carers: direct support for the person they care for, as part of a joint assessment',
    seen: 'List for carers; one form opens two linked cases; staff see the other one; her own plan.',
    off: {
      file: 'domain/journey/before-people.ts',
      find: 'Assessed together with case',
      replace: 'Assessed with',
    },
  },
  CV20: {
    promise: 'Contact by you, a carer or family',
    seen: 'Form for oneself or for someone else; who it was stands before whoever triages.',
    off: {
      file: 'schemas/forms/triage.ts',
      find: "              ...toldBeside('filledInBy', ...bothOf, 'help-now'),\n",
      replace: '',
    },
  },
  CV21: {
    promise: 'Access through hospital staff, a GP or other health professionals',
    seen: 'A form for professionals; its sender, job and reason stand before whoever triages; an assessment follows.',
    off: {
      file: 'schemas/forms/triage.ts',
      find: "            ...told('reasonForReferral', 'referral'),\n",
      replace: '',
    },
  },
  CV22: {
    promise: 'Contact through the website',
    seen: 'Start page and its form; the first look opens.',
    off: {
      file: 'templates/pages/start.njk',
      find: 'text: "Start now"',
      replace: 'text: "Begin"',
    },
  },
  CV23: {
    promise: 'Phone Adult Social Care Direct',
    seen: 'Every page, every mail and the case page.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"phone": "024 7683 3003"',
      replace: '"phone": "024 7683 3000"',
    },
  },
  CV24: {
    promise: 'Email Adult Social Care Direct',
    seen: 'Every page and every mail.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"email": "ascdirect@coventry.gov.uk"',
      replace: '"email": "asc@coventry.gov.uk"',
    },
  },
  CV25: {
    promise: 'Ways to live without care services, or with less, are looked at first',
    seen: 'Task of the first look: help that was offered, with the answer; your copy; advice alone is refused where there seem to be needs.',
    off: {
      file: 'schemas/forms/triage.ts',
      find: "            copy: 'Help that we offered',",
      replace: '            notInCopy: true,',
    },
  },
  CV26: {
    promise: 'Advice on changes at home and on equipment',
    seen: 'List of help; your copies of the advice and of what was ordered, with whom to ask.',
    off: {
      file: 'schemas/forms/wanted-help.ts',
      find: "            copy: 'What you wanted, and what we did',",
      replace: '            notInCopy: true,',
    },
  },
  CV27: {
    promise: 'Telecare that is watched day and night; operators call family or the emergency services',
    seen: 'List of help; whoever orders it has to name who is called; your copy; an assessment that finds it opens the same work.',
    off: {
      file: 'domain/journey/wanted-help.ts',
      find: "    : [openedBy(task, 'arrange-wanted-help', 'The assessment found that an alarm or sensors are of use, and wanted')];",
      replace: '    : [];',
    },
  },
  CV28: {
    promise: 'The app Brain in Hand',
    seen: 'List of help; offered at the first look; your copy says whom to ask.',
    off: {
      file: 'councils/coventry/support-catalogue.json',
      find: '"id": "brain-in-hand"',
      replace: '"id": "gone"',
    },
  },
  CV29: {
    promise: 'A short period of support, such as a therapist’s visit or help to wash',
    seen: 'List of help; your copy of the short-term support.',
    off: {
      file: 'schemas/forms/short-term-support.ts',
      find: "{ copy: 'The support' }",
      replace: '{ notInCopy: true }',
    },
  },
  CV30: {
    promise: 'A plan is agreed: how you are supported, outcomes and length, usually at most 6 weeks',
    seen: 'Task of the short-term support, which refuses more; your copy; mail.',
    off: {
      file: 'domain/journey/short-term-outcomes.ts',
      find: '    ...(endsOn > freeReablementSpell(startsOn).lastDay',
      replace: '    ...(endsOn === freeReablementSpell(startsOn).lastDay',
    },
  },
  CV31: {
    promise: 'There is usually no charge for it',
    seen: 'List of help; mail; case page; what may cost something is never given without saying so.',
    off: {
      file: 'templates/emails/short-term-arranged.txt.njk',
      find: 'There is nothing to pay for it, as a rule.',
      replace: '',
    },
  },
  CV32: {
    promise: 'We stay in touch meanwhile, to review how you get on',
    seen: 'Mail; a task for each contact between the first day and the last; your copy of each; all of them before the review on the last day.',
    off: {
      file: 'domain/journey/short-term-outcomes.ts',
      find: '    opens: contactsBetween(answers, recordId(situation.task), situation),\n',
      replace: '',
    },
  },
  CV33: {
    promise: 'If the outcomes are met the assessment ends, with the information, advice and equipment you need',
    seen: 'Task of the review, which asks for the advice; mail; copy; case page.',
    off: {
      file: 'schemas/forms/short-term-review.ts',
      find: "          when: when('outcome', 'outcomes-met'),",
      replace: '          optional: true,',
    },
  },
  CV34: {
    promise: 'You get a copy of your assessment and a summary of support and information',
    seen: 'Your case: “Your assessment”, with what you told us, the first look, the support and how it went; each by itself too.',
    off: {
      file: 'services/follow/case-copies.ts',
      find: '      return [...(copy ? [copy] : []), ...endedBySupport(council, record, records)];\n',
      replace: '      return copy ? [copy] : [];\n',
    },
  },
  CV35: {
    promise: 'The assessment helps you to explain your situation, what you want and your choices',
    seen: 'Form; copies of what you told us, of the assessment and of the decision; other ways in the plan’s task.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "copy: 'How support could help'",
      replace: 'notInCopy: true',
    },
  },
  CV36: {
    promise: 'Support on discharge is arranged by the hospital’s team or by Adult Social Care',
    seen: 'List of help; the team’s own form and yours; ward, day and pathway before whoever triages and assesses.',
    off: {
      file: 'domain/journey/before-one-begins.ts',
      find: "  'triage-request': ['came', ...together, 'carers', 'caring', 'hospital', 'wishes'],",
      replace: "  'triage-request': ['came', ...together, 'carers', 'caring', 'wishes'],",
    },
  },
  CV37: {
    promise: 'Ongoing needs lead to the next stage and a decision on eligibility',
    seen: 'Case page; the assessment and then the decision open; your copy.',
    off: {
      file: 'domain/journey/short-term-outcomes.ts',
      find: "    changes: outcome === 'ongoing-needs' ? { stage: 'assessment' } : {},\n",
      replace: '    changes: {},\n',
    },
  },
  CV38: {
    promise: 'A financial assessment is part of that stage',
    seen: 'Task, mail and case page before the plan; your copy.',
    off: {
      file: 'councils/coventry/council.json',
      find: '"financialAssessment": "before-plan"',
      replace: '"financialAssessment": "after-plan"',
    },
  },
  CV39: {
    promise: 'An assessment if you appear to have ongoing needs',
    seen: 'Task of the first look, which refuses advice alone; the assessment’s task.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: "  if (duty.may && answers.outcome === 'advice-only') {",
      replace: '  if (false) {',
    },
  },
  CV40: {
    promise: 'The Care Act’s guidance decides on support and on what you pay',
    seen: 'Copy of the decision, an adult’s or a carer’s; the law beside the questions and each line of the charge.',
    off: {
      file: 'templates/documents/decision.ts',
      find: "about === 'adult' ? conditions : carersNotice;",
      replace: 'about ? conditions : carersNotice;',
    },
  },
  CV41: {
    promise: 'In hospital: support is in place when it is needed for a safe return',
    seen: 'First look: support from the day of discharge, or the assessment due by it; your copy; the day stands before whoever gives support.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: '  const limits = [urgentReviewOn, goesHome.includes(dischargePathway) ? dischargeExpectedOn : undefined];',
      replace: '  const limits = [urgentReviewOn];',
    },
  },
  CV42: {
    promise: 'Otherwise a temporary care setting, so that you do not stay longer in hospital',
    seen: 'List of help; a bed to recover in, with its days and who gives it, on your copy; mail; it is looked at again.',
    off: {
      file: 'schemas/forms/short-term-support.ts',
      find: "            ['intermediate-bed', 'A bed to recover in'],",
      replace: "            ['intermediate-bed', 'A bed'],",
    },
  },
  CV43: {
    promise: 'The discharge pathway is identified; an assessment follows if needs go on',
    seen: 'First look; a task on the day of discharge; the assessment due as agreed there; case page.',
    off: {
      file: 'domain/journey/waiting.ts',
      find: "  return done('agreed', { changes: assessBy ? { targetOn: assessBy } : {} });",
      replace: "  return done('agreed');",
    },
  },
  CV44: {
    promise: 'Your own solutions and strengths are built on, and eligibility is identified',
    seen: 'Task of the assessment with what you said; copies of the assessment and of the decision.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "          copy: 'What you can do, and who helps already',",
      replace: '          notInCopy: true,',
    },
  },
  CV45: {
    promise: 'Needs and views of family and others who support you are considered',
    seen: 'Task of the assessment, which asks for them; beside the question in the plan’s; your copy of the plan.',
    off: {
      file: 'schemas/forms/plan.ts',
      find: ", { list: 'assessment', question: 'carerViews', beside: true }]",
      replace: ']',
    },
  },
  CV46: {
    promise: 'You control the process by an online assisted self-assessment',
    seen: 'Your form; your wish before whoever assesses; it counts only as gone through with you; your copy.',
    off: {
      file: 'schemas/forms/fragments/conduct.ts',
      find: "      copy: 'We went through it together',",
      replace: '      notInCopy: true,',
    },
  },
} as const satisfies PromisedBy;
