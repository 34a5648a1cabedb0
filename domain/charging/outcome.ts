import { asPence, type Charge, type ChargeResult, type WorkingLine } from './charge.ts';
import type { Worksheet } from './worksheet.ts';

/** What a charge comes to before the worksheet's doubts are added; what is left out is nothing. */
export interface Outcome {
  readonly outcome: Charge['outcome'];
  readonly personPays: number;
  readonly councilPays: number;
  readonly deferred?: number;
  readonly topUp?: number;
  readonly working: readonly WorkingLine[];
  readonly capitalWorking?: readonly WorkingLine[];
  readonly deferral?: Charge['deferral'];
  readonly mustOfferDeferral?: true;
  readonly arranging?: number;
}

/** A whole charge, provisional if anything that it used is unconfirmed; or the rates that no source gives. */
export function concludeCharge(
  {
    outcome,
    personPays,
    councilPays,
    deferred = 0,
    topUp = 0,
    working,
    capitalWorking = [],
    deferral,
    mustOfferDeferral,
    arranging,
  }: Outcome,
  sheet: Worksheet,
): ChargeResult {
  const broken = sheet.broken();
  if (broken.length > 0) return { ok: false, broken };
  const toConfirm = sheet.toConfirm();
  return {
    ok: true,
    charge: {
      rateYear: sheet.year,
      status: toConfirm.length === 0 ? 'final' : 'provisional',
      toConfirm,
      outcome,
      personPays: asPence(personPays),
      councilPays: asPence(councilPays),
      deferred: asPence(deferred),
      topUp: asPence(topUp),
      working,
      capitalWorking,
      ...(deferral && { deferral }),
      ...(mustOfferDeferral && { mustOfferDeferral }),
      ...(arranging && { arranging: asPence(arranging) }),
    },
  };
}

/** The one line of a charge that no means test went into. */
export function singleResult(label: string, pence: number, basis: string): WorkingLine[] {
  return [{ step: 'result', label, pence, basis }];
}
