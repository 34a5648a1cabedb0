import type { KeptCharge } from '../../schemas/finance.ts';
import { pence } from '../../schemas/scalars.ts';

/** A charge of a financial assessment, in pence a week. */
export const aCharge = (personPays: number, councilPays: number, rest: Partial<KeptCharge> = {}): KeptCharge => ({
  rateYear: '2025-26',
  status: 'final',
  toConfirm: [],
  outcome: 'assessed',
  personPays: pence.parse(personPays),
  councilPays: pence.parse(councilPays),
  deferred: pence.parse(0),
  topUp: pence.parse(0),
  working: [],
  capitalWorking: [],
  ...rest,
});
