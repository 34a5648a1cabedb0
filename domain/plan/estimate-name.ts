import type { Council } from '../../schemas/council.ts';

/**
 * What the first figure of a budget is called to the person. Some councils call it a personal budget; as long as it may still go up or down it is
 * an estimate, and says so. Care and support statutory guidance 11.24.
 */
export const estimateName = ({ firstBudget }: Pick<Council['terms'], 'firstBudget'>): string =>
  /estimate/i.test(firstBudget) ? firstBudget : `estimated ${firstBudget}`;
