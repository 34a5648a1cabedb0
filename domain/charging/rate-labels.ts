import type { RateName } from '../../schemas/charging-rates.ts';

/** What each rate is called in working that a person reads. */
export const rateLabels: Readonly<Record<RateName, string>> = {
  'capital-upper-limit': 'Upper limit of savings and property',
  'capital-lower-limit': 'Lower limit of savings and property',
  'mig-single-18-to-24': 'Minimum income for a single person aged 18 to 24',
  'mig-single-25-or-over': 'Minimum income for a single person from 25 to Pension Credit age',
  'mig-single-pension-age': 'Minimum income for a single person of Pension Credit age',
  'mig-lone-parent': 'Minimum income for a lone parent',
  'mig-couple': 'Minimum income for one of a couple',
  'mig-couple-pension-age': 'Minimum income for one of a couple of Pension Credit age',
  'disability-premium-single': 'Disability premium',
  'disability-premium-couple': 'Disability premium, one of a couple',
  'enhanced-disability-premium-single': 'Enhanced disability premium',
  'enhanced-disability-premium-couple': 'Enhanced disability premium, one of a couple',
  'carer-premium': 'Carer premium',
  child: 'For each child in the household',
  'personal-expenses-allowance': 'Personal expenses allowance',
  'savings-credit-disregard-single': 'Part of Savings Credit that is left out',
  'state-pension': 'New State Pension, full rate',
  'attendance-allowance-lower': 'Attendance Allowance, lower rate',
  'attendance-allowance-higher': 'Attendance Allowance, higher rate',
  'nhs-nursing': 'Nursing care paid by the NHS',
  'nhs-nursing-higher': 'Nursing care paid by the NHS, higher rate',
  'savings-credit-disregard-couple': 'Part of Savings Credit that is left out, couple',
};
