import { inPounds } from '../../domain/forms/forms.ts';
import { allWorkOf } from '../../domain/journey/work-records.ts';
import { chargeOf, recordInForce } from '../../domain/plan/behind-plan.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, shortDate } from '../../domain/time/readable-date.ts';
import type { CasePart } from '../../schemas/access.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { OpenedCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

const plansOf = (records: readonly CaseRecord[]): PlanRecord[] =>
  records.filter((record): record is PlanRecord => record.kind === 'plan').toSorted((a, b) => b.number - a.number);

const planStates: Readonly<Record<PlanRecord['state'], string>> = {
  draft: 'is being written',
  submitted: 'waits to be agreed',
  'changes-requested': 'is being changed as asked',
  agreed: 'is agreed, and support is being set up',
  active: 'is in force',
  superseded: 'was replaced',
  ended: 'has ended',
};

/** The newest estimate of a week, in pence. */
const estimated = (records: readonly CaseRecord[]): number | undefined => {
  const result = allWorkOf(records, 'estimate-budget')[0]?.result;
  return result?.kind === 'estimate' ? result.weeklyTotal : undefined;
};

/** The plan, what it costs, and what the person pays: three lines. */
export const planAndMoney = ({ records, withheld }: Pick<OpenedCase, 'records' | 'withheld'>): string[] => {
  const notShown = (part: CasePart) => withheld.includes(part);
  const inForce = recordInForce(records);
  const [newest] = plansOf(records);
  const plan = inForce ?? newest;
  const also = newest && newest !== plan ? ` Version ${newest.number} ${planStates[newest.state]}.` : '';
  const charge = chargeOf(records);
  const estimate = estimated(records);
  const { budget } = plan ?? {};
  return [
    plan
      ? `Plan: version ${plan.number} ${planStates[plan.state]}.${also}`
      : notShown('plan')
        ? 'Plan: it is no part of your work.'
        : 'Plan: there is none yet.',
    budget
      ? `Personal budget: ${inPounds(budget.cost)} a week; the council pays ${inPounds(budget.council)}.`
      : estimate === undefined
        ? `Personal budget: ${notShown('charge') ? 'it is no part of your work' : 'nothing is estimated yet'}.`
        : `Personal budget: estimated at ${inPounds(estimate)} a week.`,
    charge
      ? `The person pays ${inPounds((charge.wholeWeek ?? charge).personPays)} a week${charge.status === 'provisional' ? ', provisionally' : ''}.`
      : `What the person pays is ${notShown('money') ? 'no part of your work' : 'not worked out yet'}.`,
  ];
};

const steps: Readonly<Record<KeptCharge['working'][number]['step'], string>> = {
  add: 'Add',
  'take-away': 'Take away',
  result: 'Result',
  'left-out': 'Not counted',
};

const workingRows = (lines: KeptCharge['working']) =>
  lines.map(({ label, pence, step, basis }) => ({
    label,
    amount: inPounds(pence),
    step: steps[step],
    basis,
    isResult: step === 'result',
  }));

/** The working of a charge: of the week, or of each stretch of a week that is not alike on all its days. */
const workings = (charge: KeptCharge) => {
  const of = (title: string, working: KeptCharge['working'], capital: KeptCharge['working']) =>
    [
      { title, rows: workingRows(working) },
      { title: `${title}: savings and property`, rows: workingRows(capital) },
    ].filter(({ rows }) => rows.length > 0);
  return [
    ...of('How the charge is worked out', charge.working, charge.capitalWorking),
    ...(charge.parts ?? []).flatMap(({ from, to, working, capitalWorking }) =>
      of(`From ${readableDate(from)} to ${readableDate(to)}`, working, capitalWorking),
    ),
  ];
};

/** Care that the plan of a carer gives to the person of this case, as they were asked about it. Care Act 2014 s.20(7). */
const careFromCarers = (records: readonly CaseRecord[]): string[] =>
  allWorkOf(records, 'take-in-care').map(
    ({ answers: { adultAgrees, whichCare } }) =>
      `Care from the plan of their carer${adultAgrees === 'no' ? ', to which they do not agree' : ''}: ${whichCare}`,
  );

/** What the section on plan and money shows: versions of the plan with what changed, what it costs, who pays what, and the charge line by line. */
export const planView = (opened: OpenedCase) => {
  const { case: careCase, records } = opened;
  const plans = plansOf(records);
  const written = new Set(allWorkOf(records, 'draft-plan').map(({ id }) => id));
  const charges = allWorkOf(records, 'assess-finances').flatMap(({ id, at, result }) =>
    result?.kind === 'charge' ? [{ id, at, charge: result.charge }] : [],
  );
  const [newest] = charges;
  return {
    lines: [...planAndMoney(opened), ...careFromCarers(records)],
    plans: plans.map(({ id, number, state, at, signed, budget }, index) => {
      const before = plans.slice(index + 1).find((one) => written.has(one.id));
      const answers = staffCasePath(careCase, `answers/${id}`);
      return {
        number,
        state: `It ${planStates[state]}`,
        when: shortDate(londonDate(at)),
        signed: signed ? `${signed.by}, ${shortDate(isoDate.parse(signed.on))}` : '',
        budget: budget ? `${inPounds(budget.cost)} a week` : '',
        answers: written.has(id) ? answers : '',
        changes: written.has(id) && before ? `${answers}?with=${encodeURIComponent(before.id)}` : '',
        copy: written.has(id) ? staffCasePath(careCase, `copies/plan.${id}/read`) : '',
      };
    }),
    money: charges.map(({ id, at, charge }) => {
      const { personPays, councilPays, deferred, topUp } = charge.wholeWeek ?? charge;
      return {
        when: shortDate(londonDate(at)),
        personPays: inPounds(personPays),
        councilPays: inPounds(councilPays),
        deferred: inPounds(deferred),
        topUp: inPounds(topUp),
        status: charge.status === 'final' ? 'Final' : 'Provisional: some figures are to be confirmed',
        rates: charge.rateYear,
        answers: staffCasePath(careCase, `answers/${id}`),
      };
    }),
    toConfirm: (newest?.charge.toConfirm ?? []).map(({ what, pence, source }) => ({
      what,
      amount: pence == null ? '' : inPounds(pence),
      source,
    })),
    later: (newest?.charge.later ?? []).map(({ from, why, personPays }) => ({
      from: readableDate(from),
      why,
      personPays: inPounds(personPays),
    })),
    workings: newest ? workings(newest.charge) : [],
  };
};
