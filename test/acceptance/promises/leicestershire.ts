import type { PromisedBy } from '../promised.ts';

/** What Leicestershire's page on the care and support assessment promises, in its order. */
export const leicestershire = {
  L1: {
    promise: 'The assessment finds out what you can do for yourself',
    seen: 'Form, “What do you do well?”; the assessor’s question about strengths beside it; your copy of the assessment.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "copy: 'What you can do, and who helps already',",
      replace: 'notInCopy: true,',
    },
  },
  L2: {
    promise: 'It finds out what help you have, or could have, from people around you',
    seen: 'Form, “Who helps”; the assessor reads it beside the question who in the community helps, or could.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "asLastTime('network'),\n            ...toldBeside('otherHelpDetail', ...anAdult),",
      replace: "asLastTime('network'),",
    },
  },
  L3: {
    promise: 'It finds out what you need support with to stay well and independent',
    seen: 'Form, “Daily life”; the assessor’s pages about each outcome; the needs in your copy of the assessment.',
    off: {
      file: 'schemas/forms/fragments/outcome-pages.ts',
      find: "meets: ['L2', 's.9(4)(a)'],",
      replace: "notInCopy: true, meets: ['L2', 's.9(4)(a)'],",
    },
  },
  L4: {
    promise: 'It is for people of 18 or over',
    seen: 'Start page; the form’s page with the date of birth, which says where a younger person finds help.',
    off: {
      file: 'schemas/forms/fragments/contact.ts',
      find: 'years: 18,',
      replace: 'years: 1,',
    },
  },
  L5: {
    promise: 'It is for people who live in Leicestershire',
    seen: 'Start page; the form says at once that a postcode lies elsewhere, and who helps there; so does the page after sending.',
    off: {
      file: 'domain/journey/journey.ts',
      find: 'export const mayLiveIn =',
      replace: 'export const mayLiveIn = (_: string, __: unknown): boolean => true;\nexport const neverAsked =',
    },
  },
  L6: {
    promise: 'It is for people who seem to need care and support',
    seen: 'Whoever triages says so on the page of their task before an assessment is opened; your copy “What happens first”.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: "return !duty.may && answers.outcome === 'assess'",
      replace: "return !duty.may && answers.outcome === ('never' as string)",
    },
  },
  L7: {
    promise: 'Whoever is not eligible still gets advice and information to stay well and independent',
    seen: 'Nobody can refuse without it: the decision’s task and triage ask for it; your copy has it, and a mail says so.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: 'if (adviceGiven !== undefined ||',
      replace: 'if (true ||',
    },
  },
  L8: {
    promise: 'You can prepare: what you do every day, and who helps you',
    seen: 'Start page, first page of the form, and the mail that the form has come.',
    off: {
      file: 'templates/emails/application-received.txt.njk',
      find: ' You can think about what matters most to {{ about if about else "you" }} and who helps now.',
      replace: '',
    },
  },
  L9: {
    promise: 'Whoever was not assessed before finds the online form as the easiest way; whoever was is shown another',
    seen: 'Start page; the page that asks it has the link to the open case; whoever triages reads the answer.',
    off: {
      file: 'schemas/forms/fragments/contact.ts',
      find: "      { path: 'case/sign-in', text: 'Sign in to a case that is open, to tell us of a change or ask for a review' },\n",
      replace: '',
    },
  },
  L10: {
    promise: 'The form tells you whether you might be eligible',
    seen: 'The page after sending: what the answers may mean, condition by condition, and that it is no decision.',
    off: {
      file: 'templates/pages/confirmation.njk',
      find: '{%- if indications.length %}',
      replace: '{%- if false %}',
    },
  },
  L11: {
    promise: 'Information and guidance about the service is linked',
    seen: 'Start page and the foot of every page; the help page has a search.',
    off: {
      file: 'templates/pages/start.njk',
      find: '<a class="govuk-link" href="{{ site.url }}/help">Find answers and explanations</a>',
      replace: 'Find answers and explanations',
    },
  },
  L12: {
    promise: 'The form takes about 30 minutes',
    seen: 'Start page and first page of the form, which say 20 to 35 minutes, reckoned from what is asked; managers see beside it how many minutes people took.',
    off: {
      file: 'functions/public/send-draft.ts',
      find: '  if (after) await countMinutes(deps, after);\n',
      replace: '',
    },
  },
  L13: {
    promise: 'It asks about yourself',
    seen: 'Form, “About you”; your copy, and whoever triages reads it.',
    off: {
      file: 'schemas/forms/needs-assessment.ts',
      find: '    { ...personSections.about, ...before },\n',
      replace: '',
    },
  },
  L14: {
    promise: 'It asks about the people who support you now',
    seen: 'Form, “Who helps”; your copy; whoever triages reads who it is, and somebody is to offer the carer an assessment.',
    off: {
      file: 'domain/journey/before-one-begins.ts',
      find: 'says: carerLines }',
      replace: 'says: () => [] }',
    },
  },
  L15: {
    promise: 'You can save the form and come back to it later',
    seen: '“Save and come back later” on each page; the link in the mail opens it on another device.',
    off: {
      file: 'services/apply/returns.ts',
      find: 'subjects: found.map(({ id }) => id),',
      replace: 'subjects: [],',
    },
  },
  L16: {
    promise: 'All that you need to register is a valid email address',
    seen: 'The page on which a form is saved asks for nothing else.',
    off: {
      file: 'functions/public/save-draft-address.ts',
      find: 'if (!read.success) {',
      replace: "if (!read.success && email !== undefined && draft.id === '') {",
    },
  },
  L17: {
    promise: 'You can fill it in yourself, or someone can do it for you',
    seen: 'Form, “Who is filling this in?”; the helper gets the mail.',
    off: {
      file: 'schemas/forms/needs-assessment.ts',
      find: "whoPage(['me', 'carer', 'helper', 'professional'], {",
      replace: "whoPage(['me', 'carer', 'professional'], {",
    },
  },
  L18: {
    promise: 'You can ask for an assessment by getting in touch instead',
    seen: 'Start page, “Other ways to ask”; staff record a call and open the case, which somebody triages.',
    off: {
      file: 'templates/staff/open.njk',
      find: '{{ govukButton({ text: "Record", preventDoubleClick: true }) }}',
      replace: '',
    },
  },
  L19: {
    promise: 'There is a waiting list',
    seen: 'Start page; managers’ list of who waits; your case page says by when we aim to see you.',
    off: {
      file: 'services/casework/team-figures.ts',
      find: "parts: (['unclaimed', 'held', 'waiting'] as const)",
      replace: "parts: (['waiting'] as const)",
    },
  },
  L20: {
    promise: 'The most vulnerable people, who need help most, come first',
    seen: 'Start page; the work list of the team: who has no food or heat stands before who asked earlier, due the same day.',
    off: {
      file: 'domain/journey/tasks.ts',
      find: "careCase.urgency === 'urgent';",
      replace: "careCase.closed !== undefined && careCase.urgency === 'urgent';",
    },
  },
  L21: {
    promise: 'You and your carer can ask for a joint assessment',
    seen: 'Joint form; both have a case, linked, and somebody triages each.',
    off: {
      file: 'services/apply/applications.ts',
      find: 'if (second === undefined) return [one];',
      replace: 'if (second === undefined || second !== undefined) return [one];',
    },
  },
  L22: {
    promise: 'You can ask for separate assessments: care and support, and carer’s',
    seen: 'Form, “Together or separately”; carer’s form; the work to offer the carer an assessment says which was asked for.',
    off: {
      file: 'domain/journey/carer-offers.ts',
      find: "separate: ' Separately was asked for.',",
      replace: "separate: '',",
    },
  },
  L23: {
    promise: 'The form is not for reporting abuse',
    seen: 'First pages of every form; its first question stops there and says where to report it.',
    off: {
      file: 'schemas/forms/fragments/start.ts',
      find: "when: when('reportAbuse', 'yes'),",
      replace: "when: when('reportAbuse', 'never'),",
    },
  },
  L24: {
    promise: 'Someone can be with you and support you',
    seen: 'Start page; form, “Who should be there?”; the assessor reads it before they begin; your copy says who took part.',
    off: {
      file: 'schemas/forms/fragments/conduct.ts',
      find: "known: [...eachToldBeside('peoplePresent'), ",
      replace: 'known: [',
    },
  },
  L25: {
    promise: 'If it is hard for you to follow and you have nobody suitable, an independent advocate is arranged',
    seen: 'Start page; somebody has the work to arrange one when the assessor finds it so.',
    off: {
      file: 'domain/journey/taking-part.ts',
      find: '...(isDue && !hasSomebody ? [own] : []),',
      replace: '',
    },
  },
  L26: {
    promise: 'You get a copy of your assessment',
    seen: 'Case page, as a page and as PDF; a mail says so.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "  copyTitle: 'Your assessment',\n",
      replace: '',
    },
  },
  L27: {
    promise: 'You are told the decision about eligible needs',
    seen: 'Mail; case page, “Our decision”.',
    off: {
      file: 'templates/emails/decision-made.txt.njk',
      find: 'We have made a decision about {{ whose }} request.',
      replace: '',
    },
  },
  L28: {
    promise: 'Condition 1: needs from a physical or mental impairment or illness',
    seen: 'Start page; the decision’s copy; a decision against it is refused.',
    off: {
      file: 'domain/eligibility/eligibility-adults.ts',
      find: '  impairment(needs),\n',
      replace: "  { ...impairment(needs), answer: 'met' },\n",
    },
  },
  L29: {
    promise: 'Condition 2: at least two daily activities',
    seen: 'Start page; the decision’s copy; a decision against it is refused.',
    off: {
      file: 'domain/eligibility/eligibility-adults.ts',
      find: '  twoOutcomes(needs),\n',
      replace: "  { ...twoOutcomes(needs), answer: 'met' },\n",
    },
  },
  L30: {
    promise: 'Condition 3: a significant impact on wellbeing',
    seen: 'Start page; the decision’s copy; a decision against it is refused.',
    off: {
      file: 'domain/eligibility/eligibility-adults.ts',
      find: '  significantImpact(needs),\n]',
      replace: "  { ...significantImpact(needs), answer: 'met' },\n]",
    },
  },
  L31: {
    promise: 'You can ask the worker who assessed you why it was decided so',
    seen: '“Ask about a decision” in your case; the question is with that worker; their answer is mailed and can be read.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "          decision: String(answers['decisionAbout']),",
      replace: "          role: 'contact-officer',",
    },
  },
  L32: {
    promise: 'If you are still unhappy you can complain to the Customer Relations Manager',
    seen: 'The decision’s copy; “Make a complaint” in your case; the team’s mailbox; the answer to read.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: "    case 'complaint':\n      return [",
      replace: "    case 'complaint':\n      return [];\n    case 'complaint-never':\n      return [",
    },
  },
  L33: {
    promise: 'If you are eligible, a worker talks with you about your situation, your needs and what you want',
    seen: 'The plan’s task asks who was asked and what they want; no plan goes on that was made without you; your plan says so.',
    off: {
      file: 'domain/plan/plan.ts',
      find: 'if (!consulted.some((one) => one.role === role)) {',
      replace: 'if (consulted.length === 0) {',
    },
  },
  L34: {
    promise: 'Solutions are found with you, from information and advice to services',
    seen: 'The plan’s task offers every kind; the support catalogue beside it; your plan lists the other ways that were talked through.',
    off: {
      file: 'templates/documents/plan.ts',
      find: "    ...section('Other ways that we talked through', text(answers.optionsConsidered)),\n",
      replace: '',
    },
  },
  L35: {
    promise: 'Financial assessment for care at home',
    seen: 'Your copy “What you pay towards your support”, line by line; a mail says so.',
    off: {
      file: 'domain/charging/charge-at-home.ts',
      find: '    ...minimumIncomeGuarantee(person, day, migUplift, sheet),\n',
      replace: '',
    },
  },
  L36: {
    promise: 'Financial assessment for a care home',
    seen: 'The same copy, with the rules of a care home.',
    off: {
      file: 'domain/charging/charge-in-care-home.ts',
      find: "pence: sheet.rate('personal-expenses-allowance'),",
      replace: 'pence: 0,',
    },
  },
  L37: {
    promise: 'You are told beforehand that most people pay something',
    seen: 'Start page, form; your copy of the assessment; whoever was not told there is told by somebody.',
    off: {
      file: 'domain/journey/beside-outcomes.ts',
      find: "told === 'no'\n",
      replace: "told === ('never' as string)\n",
    },
  },
  L38: {
    promise: 'The plan is developed with you, and says how your needs are best met',
    seen: '“Say how you want your plan to be written” in your case; the worker reads what you wrote; you agree to it.',
    off: {
      file: 'domain/journey/case-progress.ts',
      find: "? [{ text: 'Say how you want your plan to be written', part: 'plan/how' }]",
      replace: '? []',
    },
  },
  L39: {
    promise: 'Needs may be met by equipment, technology or reablement',
    seen: 'The plan’s task offers them; short-term support before an assessment.',
    off: {
      file: 'schemas/forms/short-term-support.ts',
      find: "            ['reablement', 'Reablement at home'],\n",
      replace: '',
    },
  },
  L40: {
    promise: 'Before the final plan is agreed, an estimated personal budget is worked out from your assessment',
    seen: 'Your copy “Your estimated personal budget”; mail; nobody drafts the plan before.',
    off: {
      file: 'domain/journey/news.ts',
      find: "  'estimate-budget': { '*': 'estimate-ready' },\n",
      replace: '',
    },
  },
  L41: {
    promise: 'Your plan is reviewed after 6 weeks',
    seen: 'Case page; reminder by mail; the worker’s task with its day.',
    off: {
      file: 'domain/review/review-dates.ts',
      find: 'dueOn: addWeeks(planStart, targetWeeks),',
      replace: 'dueOn: addWeeks(planStart, targetWeeks + 1),',
    },
  },
  L42: {
    promise: 'The next review is scheduled for about 12 months afterwards',
    seen: 'Case page; managers’ figures of reviews; the worker’s task a year on.',
    off: {
      file: 'domain/review/review-dates.ts',
      find: 'const usual = addMonths(reviewHeldOn, window.later.months);',
      replace: 'const usual = addMonths(reviewHeldOn, window.later.months + 1);',
    },
  },
  L43: {
    promise: 'If your situation changes or you want your plan changed, you contact us',
    seen: '“Tell us that something has changed” and “Ask for a review” in your case; somebody answers each; help page for whoever has no email.',
    off: {
      file: 'domain/journey/requested-work.ts',
      find: '        ...(money && changed.length === 1 && !advocate ? [] : [change]),\n',
      replace: '',
    },
  },
} as const satisfies PromisedBy;
