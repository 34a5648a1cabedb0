import type { AdultNeeds, CarerNeeds } from '../../domain/eligibility/needs.ts';
import type { AdultMeaningCode, CarerMeaningCode, WellbeingArea } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';

/** The questions of the long forms about the nine areas of well-being. */
export const effectQuestions: readonly (readonly [WellbeingArea, string])[] = [
  ['dignity', 'effectOnDignity'],
  ['health', 'effectOnHealth'],
  ['protection', 'effectOnSafety'],
  ['control', 'effectOnControl'],
  ['participation', 'effectOnActivities'],
  ['economic', 'effectOnMoney'],
  ['relationships', 'effectOnRelationships'],
  ['accommodation', 'effectOnHousing'],
  ['contribution', 'effectOnContribution'],
];

const list = (answers: Answers, id: string): string[] => {
  const found = answers[id];
  return Array.isArray(found) ? found.map(String) : [];
};

const impactOf = (answers: Answers): AdultNeeds['significantImpact'] => {
  const effects = effectQuestions.map(([, id]) => answers[id]);
  if (effects.includes('big')) return 'yes';
  if (effects.includes('likely-big')) return 'likely';
  if (effects.includes(undefined)) return undefined;
  return effects.filter((effect) => effect === 'some').length > 1 ? undefined : 'no';
};

const meaningOf: Readonly<Record<string, AdultMeaningCode>> = {
  'needs-help': 'a-assistance',
  'pain-or-distress': 'b-pain',
  danger: 'c-danger',
  'takes-longer': 'd-time',
};

const readOne = (answers: Answers, key: string) => {
  const manage = answers[`${key}Manage`];
  if (manage === undefined) return undefined;
  if (manage === 'does-not-apply') return { applies: false, meanings: [] };
  const ticked = list(answers, `${key}Unable`).flatMap((value) => meaningOf[value] ?? []);
  const meanings = new Set<AdultMeaningCode>(manage === 'cannot' ? ['a-assistance', ...ticked] : ticked);
  return { applies: true, meanings: [...meanings] };
};

/** The long needs form as it was read: kept to show that the present one is read alike. */
export const adultNeedsOfLongForm = (answers: Answers): AdultNeeds => {
  const conditions = list(answers, 'conditions');
  const looksAfter = list(answers, 'looksAfter');
  const impact = impactOf(answers);
  return {
    ...(conditions.length > 0 && { impairmentOrIllness: conditions.includes('none') ? 'no' : 'yes' }),
    outcomes: activities.flatMap(({ key, outcome }) => {
      if (outcome === 'child-care' && looksAfter.length > 0 && !looksAfter.includes('child')) {
        return [{ outcome, applies: false, meanings: [] }];
      }
      const found = readOne(answers, key);
      return found ? [{ outcome, ...found }] : [];
    }),
    ...(impact && { significantImpact: impact }),
  };
};

/** The long carer's form as it was read. */
export const carerNeedsOfLongForm = (answers: Answers): CarerNeeds => {
  const impact = impactOf(answers);
  return {
    ...(answers['caringTasks'] !== undefined && { necessaryCare: 'yes' }),
    ...(answers['healthChange'] !== undefined && { health: answers['healthChange'] as CarerNeeds['health'] }),
    outcomes: carerActivities.flatMap(({ key, outcome }) => {
      const found = readOne(answers, key);
      // The long form had three meanings for carers too, so that none is the fourth.
      return found ? [{ outcome, applies: found.applies, meanings: found.meanings as CarerMeaningCode[] }] : [];
    }),
    ...(impact && { significantImpact: impact }),
  };
};
