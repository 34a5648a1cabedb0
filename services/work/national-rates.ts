import { asRateYear, mayConfirm, newRatesProblems } from '../../domain/charging/new-year-rates.ts';
import { bookOf } from '../../domain/charging/rates.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { type ChargingOptions, chargingOptions } from '../../schemas/charging-options.ts';
import type { RateName, RateYear } from '../../schemas/charging-rates.ts';
import type { Council } from '../../schemas/council.ts';
import type { NationalRates } from '../../schemas/national-rates.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';

/** Who may read rates and confirm what a finance officer has entered. */
export const mayConfirmRates: readonly StaffRole[] = ['finance-officer', 'manager'];

/** The years that staff have entered and others have confirmed. */
export const confirmedYears = async ({ store }: Pick<Deps, 'store'>): Promise<RateYear[]> =>
  (await store.nationalRates()).flatMap((rates) => asRateYear(rates) ?? []);

/** How a council works, for one kind of work: with the national rates in force, where a charge is worked out. */
export const councilFor = async (
  deps: Pick<Deps, 'store'>,
  council: Council,
  { kind }: Pick<Task, 'kind'>,
): Promise<Council> => {
  if (kind !== 'assess-finances') return council;
  const charging: ChargingOptions = { ...(council.charging ?? chargingOptions.parse({})) };
  return { ...council, charging: { ...charging, nationalRates: await confirmedYears(deps) } };
};

/**
 * A year’s national rates, entered once for the whole deployment by whoever works out the money, and confirmed by somebody else: before that no
 * charge follows them.
 */
export const createNationalRates = (deps: Deps) => {
  const { store, clock } = deps;

  const by = async (council: Council, { id }: StaffIdentity): Promise<NationalRates['enteredBy']> => ({
    council: council.slug,
    id,
    name: (await store.staff(council.slug, id))?.name ?? id,
    at: clock.now(),
  });

  const event = (council: Council, staff: StaffIdentity, role: StaffRole, action: string, rates: NationalRates) => ({
    council: council.slug,
    at: clock.now(),
    id: deps.newId(),
    actor: { kind: 'staff' as const, id: staff.id, role },
    action,
    about: `${rates.year} version ${rates.version}`,
    authority: 'Care Act 2014 sections 14 and 17',
  });

  return {
    /**
     * @returns the draft
     * @throws Problem 400 with every rate that is missing or far from last year’s, 503 where somebody else enters them at this moment
     */
    async enter(
      council: Council,
      staff: StaffIdentity,
      { year, cells, lookedAtAgain }: Pick<NationalRates, 'year' | 'cells'> & { lookedAtAgain: readonly RateName[] },
    ): Promise<NationalRates> {
      const known = await store.nationalRates();
      const book = bookOf(known.flatMap((rates) => asRateYear(rates) ?? []));
      const wrong = newRatesProblems({ year, cells }, { book, lookedAtAgain, today: londonDate(clock.now()) });
      if (wrong.length > 0) throw problems.invalid(wrong);
      const before = known.filter((rates) => rates.year === year);
      const version = Math.max(0, ...before.map((rates) => rates.version)) + 1;
      const draft: NationalRates = { year, state: 'draft', version, cells, enteredBy: await by(council, staff) };
      const replaced = before.find(({ state }) => state === 'draft');
      const line = event(council, staff, 'finance-officer', 'rates-entered', draft);
      if (!(await store.saveNationalRates(draft, replaced, line))) throw problems.busy();
      return draft;
    },

    /**
     * @returns the rates in force
     * @throws Problem 409 where the draft is another by now, or whoever entered it would confirm it
     */
    async confirm(
      council: Council,
      staff: StaffIdentity,
      role: StaffRole,
      { year, version }: Pick<NationalRates, 'year' | 'version'>,
    ): Promise<NationalRates> {
      const known = await store.nationalRates();
      const draft = known.find((rates) => rates.year === year && rates.state === 'draft');
      if (draft === undefined || draft.version !== version) throw problems.ratesChanged();
      if (!mayConfirm(draft, staff)) throw problems.sameCannotConfirm();
      const confirmed: NationalRates = { ...draft, state: 'confirmed', confirmedBy: await by(council, staff) };
      const line = event(council, staff, role, 'rates-confirmed', confirmed);
      if (!(await store.saveNationalRates(confirmed, draft, line))) throw problems.ratesChanged();
      return confirmed;
    },
  };
};
