import type { PromisedBy } from '../promised.ts';
import { leicestershire } from './leicestershire.ts';

/** The councils whose pages promise something: how the ids begin, how many there are, and the rows that stand so far. */
export const everyCouncil: Readonly<
  Record<string, { readonly name: string; readonly id: string; readonly count: number; readonly rows: PromisedBy }>
> = {
  leicestershire: { name: 'Leicestershire', id: 'L', count: 43, rows: leicestershire },
  staffordshire: { name: 'Staffordshire', id: 'S', count: 54, rows: {} },
  coventry: { name: 'Coventry', id: 'CV', count: 92, rows: {} },
  cambridgeshire: { name: 'Cambridgeshire', id: 'CB', count: 54, rows: {} },
  warwickshire: { name: 'Warwickshire', id: 'W', count: 21, rows: {} },
};
