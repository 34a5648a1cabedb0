import { type SupportKind, supportKinds } from '../../support-kinds.ts';

/** What a need of a plan is about: the outcomes of adults, then those that only carers have, and the carer's own health. Eligibility Regs regs 2(2) and 3(2). */
export const planOutcomes = [
  ['nutrition', 'Eating and drinking'],
  ['hygiene', 'Keeping clean'],
  ['toilet', 'Using the toilet'],
  ['clothed', 'Getting dressed'],
  ['home-safely', 'Being safe at home'],
  ['habitable-home', 'Looking after the home'],
  ['relationships', 'Family and friends'],
  ['work-education', 'Work, learning and volunteering'],
  ['community', 'Getting out and about'],
  ['child-care', 'Looking after a child'],
  ['child', 'Carers: looking after a child'],
  ['others', 'Carers: looking after others'],
  ['recreation', 'Carers: time for what they enjoy'],
  ['carer-health', 'Carers: their own health'],
] as const;

/** The nine areas of well-being in few words. Care Act 2014 s.1(2). */
export const wellbeingAreas = [
  ['dignity', 'Dignity and respect'],
  ['health', 'Health and feelings'],
  ['protection', 'Safety from abuse and neglect'],
  ['control', 'Control over daily life'],
  ['participation', 'Work, learning and free time'],
  ['economic', 'Money and place in society'],
  ['relationships', 'Home life, family and friends'],
  ['accommodation', 'A home that suits them'],
  ['contribution', 'Doing something for others'],
] as const;

const kindWords: Readonly<Record<SupportKind, string>> = {
  'information-advice': 'Information and advice',
  'own-strengths': 'What the person can do',
  'family-friends': 'Family and friends',
  community: 'Community groups',
  'equipment-adaptations': 'Equipment or changes to the home',
  technology: 'Technology',
  reablement: 'Reablement',
  'home-care': 'Home care',
  'day-opportunities': 'Day opportunities',
  'carer-support': 'Support for a carer',
  'carer-break': 'Break for a carer',
  'shared-lives': 'Shared Lives',
  'housing-with-care': 'Housing with care',
  'care-home': 'Care home',
  other: 'Something else',
};

/** The kinds of support by name, as the catalogue of a council has them. */
export const kindsOfSupport = supportKinds.map((kind) => [kind, kindWords[kind]] as const);

/** Ways in which a personal budget is held; several go together. Care Act 2014 ss.24, 26 and 31. */
export const waysToHold = [
  ['direct-payment', 'Direct payment'],
  ['council-managed', 'Managed by the council'],
  ['individual-service-fund', 'Held by a provider or other third party'],
  ['none', 'Nothing is paid for'],
] as const;

/** What a rate is paid for, as estimates and plans have it. */
export const ratePer = [
  ['hour', 'An hour'],
  ['time', 'Each time: a visit, session, day or night'],
] as const;
