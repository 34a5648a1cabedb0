import type { IsoDate } from '../../schemas/scalars.ts';
import { freeReablementSpell } from '../time/deadlines.ts';
import type { Service } from './means.ts';

/** The most that an aid or a minor adaptation may cost and be free, in pence. @see SI 2014/2672, regulation 3 */
export const FREE_ADAPTATION_LIMIT_PENCE = 1_000_00;

/** Whether the law forbids a charge, and which provision says so. */
export type FreeCare = { readonly isFree: true; readonly basis: string } | { readonly isFree: false };

const free = (basis: string): FreeCare => ({ isFree: true, basis });
const mayBeCharged: FreeCare = { isFree: false };

/**
 * Whether a service is free in a week whatever the person has.
 *
 * Reablement and intermediate care are free for the first six weeks of the period, or for all of it when shorter. Care
 * given to the cared-for adult is never charged to the carer whom it relieves.
 *
 * @see Care Act 2014, section 14(3); SI 2014/2672, regulations 3 and 4; SI 2014/2673, regulation 3
 */
export function freeCare(service: Service, day: IsoDate): FreeCare {
  switch (service.kind) {
    case 'care':
    case 'support-for-carer':
      return mayBeCharged;
    case 'aid-or-adaptation':
      return service.cost <= FREE_ADAPTATION_LIMIT_PENCE
        ? free('SI 2014/2672, regulation 3: 1,000.00 or less')
        : mayBeCharged;
    case 'reablement': {
      const { startedOn, plannedLastDay } = service;
      const { lastDay } = freeReablementSpell(startedOn, plannedLastDay);
      const isInSpell = day >= startedOn && day <= lastDay;
      return isInSpell ? free('SI 2014/2672, regulation 3: the first 6 weeks of reablement') : mayBeCharged;
    }
    case 'care-for-cjd':
      return free('SI 2014/2672, regulation 4: Creutzfeldt-Jakob disease');
    case 'section-117-aftercare':
      return free('Mental Health Act 1983, section 117');
    case 'nhs-service':
      return free('National Health Service Act 2006, section 1: NHS services are free');
    case 'assessment':
    case 'information-or-advice':
      return free('Care Act 2014, section 14: only meeting needs may be charged for');
    case 'prevention-for-carer':
      return free('SI 2014/2673, regulation 3');
    case 'replacement-care-for-carer':
      return free('Care Act 2014, section 14(3): care for the cared-for adult is not charged to the carer');
  }
}
