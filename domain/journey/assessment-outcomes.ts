import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { assessment } from '../../schemas/forms/assessment.ts';
import type { carerAssessment } from '../../schemas/forms/carer-assessment.ts';
import { jointAssessment, selfAssessment } from '../eligibility/assessment-conduct.ts';
import { toInvolve } from '../eligibility/involvement.ts';
import type { BrokenRule } from '../ruling.ts';
import { besideAdultsAssessment, besideCarersAssessment } from './beside-outcomes.ts';
import { carersFound } from './carer-offers.ts';
import { mayShare } from './consent.ts';
import { otherTakingPartProblems, takingPartProblems, triggersIn } from './taking-part.ts';
import { looksForgotten } from './waiting.ts';
import { broken, done, type Rule } from './work-outcome.ts';

type AdultAnswers = AnswersOf<typeof assessment>;
type CarerAnswers = AnswersOf<typeof carerAssessment>;
/** What the two lists ask in the same words. */
type Conduct = AdultAnswers | CarerAnswers;

const said = (answer: 'yes' | 'no' | undefined): boolean | undefined =>
  answer === undefined ? undefined : answer === 'yes';

/** How the assessment was made. SI 2014/2827 regs 2, 3 and 6; Care Act 2014 s.12(5). */
const conductProblems = (answers: Conduct): BrokenRule[] => {
  const problems: BrokenRule[] = [];
  if (answers.completedOn < answers.startedOn) {
    problems.push({
      field: 'completedOn',
      rule: 's.9',
      message: 'The day it was finished must be the same as or after the day it began',
    });
  }
  if (answers.method === 'supported-self-assessment') {
    const usable = selfAssessment({
      wanted: answers.selfAssessmentWanted === 'yes',
      hasCapacityToTakePart: answers.canTakePartInSelf === 'yes',
      heldInformationGiven: answers.heldInformationGiven === 'yes',
      confirmedByStaff: answers.confirmedTogether === 'yes',
    });
    if (!usable.may)
      problems.push({ field: 'method', rule: usable.source, message: `${usable.reason} ${usable.next}` });
  }
  if (answers.joint === 'together') {
    const joint = jointAssessment({ adult: said(answers.personAgreesJoint), carer: said(answers.carerAgreesJoint) });
    if (!joint.may) problems.push({ field: 'joint', rule: joint.source, message: `${joint.reason} ${joint.next}` });
  }
  if (answers.specialistAssessor === 'no') {
    problems.push({
      field: 'specialistAssessor',
      rule: 'SI 2014/2827 reg 6',
      message: 'Have the assessment made by someone trained for people who are deafblind',
    });
  }
  return problems;
};

/** What was shown to somebody against the person’s word: never to family and friends, to others with its reason. */
const sharingProblems = ({ sharing, sharedAnyway, sharedAnywayWhy }: Conduct): BrokenRule[] => {
  if (sharedAnyway === undefined || sharedAnyway === 'no') return [];
  const ruling = mayShare({
    recipient: sharedAnyway === 'family' ? 'family-or-friend' : 'professional-in-care',
    consent: sharing === 'cannot-consent' ? 'cannot-consent' : 'refused',
    justification: sharedAnywayWhy,
  });
  return ruling.may
    ? []
    : [
        {
          field: 'sharedAnyway',
          rule: ruling.source,
          message: `${ruling.reason} Raise it as an incident, and do not share again`,
        },
      ];
};

/** Whoever must be involved was there or was heard. Care Act 2014 ss.9(5) and 10(7). */
const involvementProblems = (occasion: 'needs-assessment' | 'carers-assessment', answers: Conduct): BrokenRule[] => {
  const there = new Set(answers.tookPart.map(({ role }) => role));
  // The carer of an adult is heard in a question of their own, which is asked wherever there is one.
  return toInvolve(occasion, {
    hasCarer: false,
    askedFor: [],
    canAsk: true,
    interestedInWelfare: [],
    carerAsksForCaredForAdult: false,
  })
    .filter(({ who }) => !there.has(who === 'the carer' ? 'carer' : 'person'))
    .map(({ who, source }) => ({
      field: 'tookPart',
      rule: source,
      message: `Enter who took part: ${who} must be involved`,
    }));
};

/** The assessment of an adult: the decision on eligibility follows. Care Act 2014 s.9. */
export const assessNeeds: Rule<typeof assessment> = (answers, situation) => {
  const problems = [
    ...conductProblems(answers),
    ...involvementProblems('needs-assessment', answers),
    ...takingPartProblems(answers, situation, triggersIn(answers.otherAdvocacyTriggers)),
    ...otherTakingPartProblems(
      { ...answers, ...(answers.carerNeedsAdvocate && { otherNeedsAdvocate: answers.carerNeedsAdvocate }) },
      situation,
      'carerNeedsAdvocate',
    ),
    ...sharingProblems(answers),
  ];
  return problems.length > 0
    ? broken(problems)
    : done('assessed', {
        changes: { stage: 'decision' },
        forgets: looksForgotten(situation),
        opens: [...carersFound(answers, situation), ...besideAdultsAssessment(answers, situation)],
      });
};

/** The assessment of a carer. Care Act 2014 s.10. */
export const assessCarer: Rule<typeof carerAssessment> = (answers, situation) => {
  const problems = [
    ...conductProblems(answers),
    ...involvementProblems('carers-assessment', answers),
    ...takingPartProblems(answers, situation),
    ...sharingProblems(answers),
  ];
  return problems.length > 0
    ? broken(problems)
    : done('assessed', {
        changes: { stage: 'decision' },
        forgets: looksForgotten(situation),
        opens: besideCarersAssessment(answers, situation),
      });
};
