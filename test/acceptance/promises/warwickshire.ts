import type { PromisedBy } from '../promised.ts';

/** What Warwickshire's overview of the journey promises, in its order. */
export const warwickshire = {
  W1: {
    promise: 'The whole journey is shown stage by stage, with what happens at each',
    seen: 'Start page and help page, eight stages; your case page shows where you are, in the same order.',
    off: {
      file: 'domain/journey/case-progress.ts',
      find: "council?.financialAssessment === 'after-plan' ? [plan, finances]",
      replace: 'council?.financialAssessment === undefined ? [plan, finances]',
    },
  },
  W2: {
    promise: 'You first speak with a customer service advisor',
    seen: 'Staff page “Open a case”, on which an advisor records the call; the request is then with their team.',
    off: {
      file: 'templates/staff/open.njk',
      find: '{{ govukButton({ text: "Record", preventDoubleClick: true }) }}',
      replace: '',
    },
  },
  W3: {
    promise: 'If you seem to have needs, the advisor refers you to a social care practitioner',
    seen: 'Work “Assess needs” of the practitioner whom the advisor names; your copy “What happens first”.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: '    gives: { assessorId, keyWorkerId },\n',
      replace: '    gives: { keyWorkerId },\n',
    },
  },
  W4: {
    promise: 'The assessment finds out your needs or problems, and how they affect your daily life',
    seen: 'Form, “Daily life”; your copy of the assessment: each need, and the effect.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "copy: 'Your needs and how they affect your daily life',",
      replace: 'notInCopy: true,',
    },
  },
  W5: {
    promise: 'If you are eligible we talk with you, your family and carers about the options',
    seen: 'The plan’s task asks who was asked and which ways were talked through; your plan says both.',
    off: {
      file: 'templates/documents/plan.ts',
      find: 'answers.consulted.map(',
      replace: 'answers.consulted.slice(0, 0).map(',
    },
  },
  W6: {
    promise: 'Family and carers are asked only with your permission',
    seen: 'Form, “Who can we share this with?”; whoever plans reads it first; a plan that asked family without your word is refused.',
    off: {
      file: 'domain/plan/plan-work.ts',
      find: "role === 'family-or-friend' && askedForBy !== 'person'",
      replace: "role === 'family-or-friend' && askedForBy === undefined",
    },
  },
  W7: {
    promise: 'After the assessment and the decision we share an estimated budget with you',
    seen: 'Mail; your copy “Your estimated budget”.',
    off: {
      file: 'domain/journey/news.ts',
      find: "  'estimate-budget': { '*': 'estimate-ready' },\n",
      replace: '',
    },
  },
  W8: {
    promise: 'The plan says what the personal budget is spent on',
    seen: 'Your plan, “How the budget is spent”.',
    off: {
      file: 'templates/documents/plan.ts',
      find: 'answers.needs.map(spendLine), [2, 3]',
      replace: '[], [2, 3]',
    },
  },
  W9: {
    promise: 'The plan says how you choose and control the support',
    seen: 'Your plan, “How you want to be supported”, who gives each support and when, and how the budget is held.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('How you want to be supported', text(answers.howSupported)),\n",
      replace: '',
    },
  },
  W10: {
    promise: 'Everyone has a financial assessment, to see whether they contribute',
    seen: 'Work of the finance team for every plan that is agreed; mail; your copy.',
    off: {
      file: 'domain/journey/news.ts',
      find: "  'assess-finances': 'money-wanted',\n",
      replace: '',
    },
  },
  W11: {
    promise: 'That stage is about the personal budget and direct payments',
    seen: 'Start page and help page, the stage about money; case page.',
    off: {
      file: 'templates/pages/stages.ts',
      find: ' It settles your personal budget, and you can ask for that as direct payments.',
      replace: '',
    },
  },
  W12: {
    promise: 'When support is given you are allocated a personal budget',
    seen: 'Case page, “Your personal budget”; your plan, with the day on which it was fixed.',
    off: {
      file: 'domain/plan/fixed-budget.ts',
      find: 'if (!final.ok) return undefined;',
      replace: 'if (final) return undefined;',
    },
  },
  W13: {
    promise: 'You can ask for it as direct payments',
    seen: '“Do you agree with this plan?” asks how the budget is held; whoever changes the plan reads it.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "' They want their budget as a direct payment.'",
      replace: "''",
    },
  },
  W14: {
    promise: 'Direct payments give you independence, choice and control',
    seen: 'Help page, and where the choice is made.',
    off: {
      file: 'schemas/forms/plan-agreement.ts',
      find: "          hint: 'A direct payment gives independence, choice and control over who helps, when and how.',\n",
      replace: '',
    },
  },
  W15: {
    promise: 'The review asks whether support still helps you to achieve what you want',
    seen: 'The review’s task; your copy of the review.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "copy: 'Have you achieved what you wanted?',",
      replace: 'notInCopy: true,',
    },
  },
  W16: {
    promise: 'It asks what to change and what to keep',
    seen: 'The review’s task; your copy of the review.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "copy: 'What could be better?',",
      replace: 'notInCopy: true,',
    },
  },
  W17: {
    promise: 'It checks that the funding meets your need',
    seen: 'The review’s task; your copy of the review.',
    off: {
      file: 'schemas/forms/review.ts',
      find: "copy: 'Is the budget enough?',",
      replace: 'notInCopy: true,',
    },
  },
  W18: {
    promise: 'Every stage has its web page and the phone number',
    seen: 'Help page, each of the eight stages.',
    off: {
      file: 'templates/pages/stages.ts',
      find: 'url: council.stagePages?.[id],',
      replace: 'url: undefined,',
    },
  },
  W19: {
    promise: 'A jargon buster explains eleven words',
    seen: 'Help page, “Words we use”.',
    off: {
      file: 'templates/pages/help.njk',
      find: '{%- if glossary.length %}\n<h2',
      replace: '{%- if false %}\n<h2',
    },
  },
  W20: {
    promise: 'Care plan leads to support plan, and direct payments to personal budget',
    seen: 'Help page, links between the words.',
    off: {
      file: 'templates/pages/help.njk',
      find: '{%- if word.see.length %}',
      replace: '{%- if false %}',
    },
  },
  W21: {
    promise: 'The general contact is repeated for more information',
    seen: 'The foot of every page, and each mail.',
    off: {
      file: 'templates/pages/layout.njk',
      find: '<p class="govuk-body-s">{{ contactLine(site.contact, site.name) }}</p>',
      replace: '',
    },
  },
} as const satisfies PromisedBy;
