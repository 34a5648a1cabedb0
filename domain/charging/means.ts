/**
 * What a charge is worked out from, as the rules read it. It is made of the answers to the finance officer’s list, which has checked them:
 * see `finances-from.ts`. Amounts are whole pence a week; what may be left out has its usual value.
 */
import type { CapitalKind, HousingCostKind, IncomeKind, Occupant } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';

/** One amount that comes in: `{ kind: 'state-pension', weekly: 23025 }`. */
export type Income = {
  readonly kind: IncomeKind;
  readonly weekly: number;
  /** Half of an occupational pension goes to a husband, wife or civil partner who lives elsewhere. */
  readonly halfToSpouse?: boolean;
  /** What of it goes there a week, where that is known. */
  readonly passedOn?: number | undefined;
  /** The parts of Universal Credit for housing and for children. */
  readonly elements?: number | undefined;
};

/** Something of which only a part may be the person’s: an equal share of its owners’, unless another share was shown. */
type Owned = {
  readonly value: number;
  readonly owners?: number | undefined;
  readonly sharePercent?: number | undefined;
};

/** Something owned apart from the home, with its whole value. */
export type Capital = Owned & { readonly kind: CapitalKind; readonly mortgage?: number };

/** The home that the person owns, once they live in a care home for good. */
export type Home = Owned & {
  readonly mortgage?: number;
  /** What the person alone owes on their share, such as what has been put off. */
  readonly owedByShare?: number | undefined;
  readonly occupant: Occupant;
  /** Whether the occupant has lived there since before the person moved out. */
  readonly occupiedSinceBefore?: boolean;
  /** That the council leaves it out though the law does not say so, as it may. SI 2014/2672, Schedule 2, paragraph 4. */
  readonly leftOutByCouncil?: boolean;
  /** The day of permanent admission or, later, the day on which another disregard ended unexpectedly. */
  readonly twelveWeeksFrom: IsoDate;
  /** How many days of the 12 weeks an earlier stay for good has left. */
  readonly disregardDays?: number;
  /** The day on which another reason to leave it out ended: before it, it is left out for that reason. */
  readonly otherReasonUntil?: IsoDate | undefined;
  /** That the person goes back to it, or sells it to buy another: they are in a care home for a time. SI 2014/2672, Schedule 2, paragraph 1. */
  readonly goesBack?: boolean;
};

/** What decides the amount that the person must be left with: SI 2014/2672, regulations 6 and 7. */
export type Person = {
  readonly dateOfBirth: IsoDate;
  readonly household: 'single' | 'lone-parent' | 'couple';
  /** A partner’s, from which the couple’s amount follows as well. */
  readonly partnerDateOfBirth?: IsoDate | undefined;
  readonly childrenInHousehold?: number;
  /** Premiums that the person has, or in the council’s view would have on income support. */
  readonly premiums?: readonly ('disability' | 'enhanced-disability' | 'carer')[];
};

/**
 * How the assessment is made (SI 2014/2672, regulation 10): in full; not at all, because the person will not take part;
 * or by light touch, with the person’s consent, on evidence that satisfies the council.
 */
export type Route =
  | { readonly by: 'full' }
  | { readonly by: 'declined' }
  | {
      readonly by: 'light-touch';
      readonly consented: boolean;
      readonly finding: 'pays-in-full' | 'pays-agreed-charge' | 'pays-nothing';
      readonly agreedCharge?: number | undefined;
    };

/** A service, so far as it matters to whether it may be charged for at all. */
export type Service =
  | {
      readonly kind:
        | 'care'
        | 'care-for-cjd'
        | 'section-117-aftercare'
        | 'nhs-service'
        | 'assessment'
        | 'information-or-advice'
        | 'prevention-for-carer'
        | 'replacement-care-for-carer'
        | 'support-for-carer';
    }
  | { readonly kind: 'aid-or-adaptation'; readonly cost: number }
  | { readonly kind: 'reablement'; readonly startedOn: IsoDate; readonly plannedLastDay?: IsoDate | undefined };

/** A cost that the person keeps money for, with the part that a benefit meets. */
export type KeptCost = {
  readonly what: string;
  readonly weekly: number;
  readonly metByBenefit?: number;
  /** What it is for, of a cost of the home: whether some are kept is the council’s choice. */
  readonly kind?: HousingCostKind;
};

/** A cost of disability: what the council takes of it, and what it does not, with its reason. */
export type DisabilityCost = KeptCost & { readonly refused?: { readonly weekly: number; readonly why: string } };

type Means = {
  /** The day on which it is worked out, for a whole week as if all its days were like this one: see `charge-week.ts`. */
  readonly day: IsoDate;
  /** The first day of the week that is charged, where it is an earlier one: the rates are those of that day. */
  readonly firstDay?: IsoDate | undefined;
  readonly route?: Route;
  readonly service?: Service;
  readonly person: Person;
  readonly income: readonly Income[];
  readonly capital: readonly Capital[];
};

/** Care at home for one week: what it costs, what the person has, and what they must pay for first. */
export type HomeAssessment = Means & {
  readonly weeklyCost: number;
  /** Rent, mortgage, council tax and the like. */
  readonly housingCosts: readonly KeptCost[];
  /** Disability-related expenditure, one by one. */
  readonly disabilityCosts: readonly DisabilityCost[];
  /** What arranging it costs the council a year, for someone over the limit who has asked for that. Care Act 2014, sections 14(1)(b) and 18(3). */
  readonly arrangingYearly?: number | undefined;
};

/** What was agreed about putting off what a resident pays until their home is sold. */
export type DeferredPayment = {
  /** The debt so far, in pence. */
  readonly soFar?: number | undefined;
  /** What the resident chooses to keep a week, where it is less than they may. */
  readonly keeps?: number | undefined;
  /** That the council has agreed to put off the resident’s own top-up as well. */
  readonly withTopUp?: boolean;
};

/** A place in a care home for one week: the home’s fee and the most that the council would pay for it. */
export type CareHomeAssessment = Means & {
  readonly weeklyFee: number;
  readonly councilRate: number;
  readonly home?: Home;
  /** Since when the council pays for a stay for good, after 28 days of which Attendance Allowance and the like are not paid. */
  readonly admittedOn?: IsoDate | undefined;
  /** Costs of the home to which a temporary resident will go back: nobody else has any. SI 2014/2672, Schedule 1, paragraph 2. */
  readonly temporary?: { readonly housingCosts: readonly KeptCost[]; readonly leftForPartner?: number | undefined };
  /** A deferred payment agreement that is in force. */
  readonly deferredPayment?: DeferredPayment | undefined;
  /** Who pays the part of the fee above the council’s rate. */
  readonly topUpPayer?: 'third-party' | 'own-money' | undefined;
};
