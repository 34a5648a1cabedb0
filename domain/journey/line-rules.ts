import { deferralInterestLine, deferralReachLine } from '../charging/deferral-work.ts';
import { capitalCounted, chargeLine, incomeCounted, type LineContext, tariffLine } from '../charging/finance-lines.ts';
import { carerEligibilityLine, eligibilityLine } from '../eligibility/eligibility-lines.ts';
import type { LineRule } from '../forms/computed-lines.ts';
import { estimateLine } from '../plan/estimate.ts';
import { planLines } from '../plan/plan-lines.ts';
import { advocateLine } from './advocacy-outcome.ts';
import { capacityLine } from './capacity-outcome.ts';

/** The rules whose result a page of a list shows, by the name that the list's `computed` has for them, for a council and a day. */
export const lineRules = (context: LineContext): Readonly<Record<string, LineRule>> => ({
  'advocate-required': advocateLine,
  'capacity-finding': capacityLine,
  eligibility: eligibilityLine,
  'carer-eligibility': carerEligibilityLine,
  estimate: (answers) => estimateLine(answers, context.today),
  'income-counted': (answers) => incomeCounted(answers, context),
  'capital-counted': (answers) => capitalCounted(answers, context),
  'tariff-income': (answers) => tariffLine(answers, context),
  'deferral-interest': (answers) => deferralInterestLine(answers, context.today),
  'deferral-reach': deferralReachLine,
  charge: (answers) => chargeLine(answers, context),
  ...planLines,
});
