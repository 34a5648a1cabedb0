/** What cannot wait for an assessment: urgent needs and safeguarding. Care Act 2014 ss.19(3) and 42(1). */
import type { Ruling } from '../ruling.ts';

/** Whether needs may be met before any assessment, wherever the person ordinarily lives. s.19(3). */
export const urgentSupport = (urgentNeeds: boolean): Ruling<'urgent' | 'not-urgent'> =>
  urgentNeeds
    ? {
        may: true,
        code: 'urgent',
        reason: 'The needs appear to be urgent.',
        next: 'Support may be arranged now, before the assessment, and reviewed when the assessment is made.',
        source: 's.19(3)',
      }
    : {
        may: false,
        code: 'not-urgent',
        reason: 'The needs do not appear to be urgent.',
        next: 'Assess first.',
        source: 's.19(3)',
      };

/** The three limbs of the duty to make enquiries about abuse or neglect, of an adult in the area, resident or not. */
export type SafeguardingSigns = {
  /** Whether the needs are met or not, and eligible or not, does not matter. */
  readonly hasCareNeeds: boolean;
  readonly experiencingOrAtRisk: boolean;
  readonly cannotProtectSelfBecauseOfNeeds: boolean;
};

/** Whether the council must make, or cause, an enquiry: reasonable cause to suspect all three limbs. s.42(1). */
export const safeguardingEnquiry = (signs: SafeguardingSigns): Ruling<'enquire' | 'not-all-limbs'> =>
  signs.hasCareNeeds && signs.experiencingOrAtRisk && signs.cannotProtectSelfBecauseOfNeeds
    ? {
        may: true,
        code: 'enquire',
        reason: 'There is reasonable cause to suspect all three limbs.',
        next: 'Make or cause an enquiry. It does not wait for consent: ask what the person wishes, and write down why it is made against their wish.',
        source: 's.42(1)',
      }
    : {
        may: false,
        code: 'not-all-limbs',
        reason: 'Not all three limbs are suspected.',
        next: 'Record what was considered, and stay alert: signpost to help, and to 999 in immediate danger.',
        source: 's.42(1)',
      };
