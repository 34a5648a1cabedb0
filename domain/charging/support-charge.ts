import type { Support, SupportCharge } from '../../schemas/support-catalogue.ts';
import type { SupportKind } from '../../schemas/support-kinds.ts';
import { FREE_ADAPTATION_LIMIT_PENCE } from './free-care.ts';

const freeLimit = (FREE_ADAPTATION_LIMIT_PENCE / 100).toLocaleString('en-GB');

const mayHaveToPay: SupportCharge = {
  level: 'may-be-charged',
  says: 'There may be something to pay. A financial assessment works out how much.',
  source: 'Care Act 2014, sections 14 and 17',
};

/** What the law says of the charge for each kind; of the others it depends on what the support is. */
const byLaw: Partial<Record<SupportKind, SupportCharge>> = {
  'information-advice': {
    level: 'free',
    says: 'Free.',
    source: 'Care Act 2014, section 14: only meeting needs may be charged for',
  },
  'equipment-adaptations': {
    level: 'free-within-limit',
    says: `Free where an aid or a small change to the home costs £${freeLimit} or less.`,
    source: 'SI 2014/2672, regulation 3',
  },
  reablement: {
    level: 'free-within-limit',
    says: 'Free for the first 6 weeks.',
    source: 'SI 2014/2672, regulation 3',
  },
  'carer-break': {
    level: 'may-be-charged',
    says: 'The carer does not pay for care of the other person. The other person may have to.',
    source: 'Care Act 2014, sections 14(3) and 20',
  },
  'home-care': mayHaveToPay,
  'day-opportunities': mayHaveToPay,
  'shared-lives': mayHaveToPay,
  'housing-with-care': mayHaveToPay,
  'care-home': mayHaveToPay,
};

/** Whether support costs the person anything: what its source says, else what the law says of its kind, else nothing is known. */
export const chargeFor = ({ charge, kind }: Pick<Support, 'charge' | 'kind'>): SupportCharge | undefined =>
  charge ?? byLaw[kind];
