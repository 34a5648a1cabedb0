import { oneOf } from './posted-fields.ts';

/**
 * The kinds of support that a need may be met by, from advice to arranged services; the one list, of the catalogue and of plans.
 *
 * The kinds that Coventry's page names, with what stands before services: own strengths, people around and the community. Care Act
 * 2014 s.8(1) gives examples, not a full list.
 */
export const supportKinds = [
  'information-advice',
  'own-strengths',
  'family-friends',
  'community',
  'equipment-adaptations',
  'technology',
  'reablement',
  'home-care',
  'day-opportunities',
  'carer-support',
  'carer-break',
  'shared-lives',
  'housing-with-care',
  'care-home',
  'other',
] as const;

/** One of the kinds of support. */
export const supportKind = oneOf(supportKinds, `Choose a kind of support: ${supportKinds.join(', ')}`);
export type SupportKind = (typeof supportKinds)[number];
