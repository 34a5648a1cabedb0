import type { PromisedBy } from '../promised.ts';
import { cambridgeshire } from './cambridgeshire.ts';
import { coventry } from './coventry.ts';
import { coventrySupport } from './coventry-support.ts';
import { leicestershire } from './leicestershire.ts';
import { staffordshire } from './staffordshire.ts';
import { warwickshire } from './warwickshire.ts';

/** The councils whose pages promise something: how the ids begin, how many there are, and the rows that stand so far. */
export const everyCouncil: Readonly<
  Record<string, { readonly name: string; readonly id: string; readonly count: number; readonly rows: PromisedBy }>
> = {
  leicestershire: { name: 'Leicestershire', id: 'L', count: 43, rows: leicestershire },
  staffordshire: { name: 'Staffordshire', id: 'S', count: 54, rows: staffordshire },
  coventry: { name: 'Coventry', id: 'CV', count: 92, rows: { ...coventry, ...coventrySupport } },
  cambridgeshire: { name: 'Cambridgeshire', id: 'CB', count: 54, rows: cambridgeshire },
  warwickshire: { name: 'Warwickshire', id: 'W', count: 21, rows: warwickshire },
};
