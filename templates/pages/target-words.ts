import type { Council } from '../../schemas/council.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/**
 * By when the council aims to be in touch: said in the same words wherever it is, and worked out from what sets the day that each person is told.
 *
 * @param ofCarer whether it is said to a carer
 */
export const aimWords = (
  { targets, carerCannotGoOn }: Pick<Council, 'targets' | 'carerCannotGoOn'>,
  ofCarer = false,
): string =>
  `We aim to be in touch within ${days(targets.standard)}. If you have no food or heat, or are not safe, we aim for ${days(targets.urgent)}. If ${ofCarer ? 'you' : 'your carer'} cannot go on, we aim for ${days(targets[carerCannotGoOn ?? 'carer-breakdown'])}.`;
