/**
 * Who may agree to a plan for the council: never its author, up to a limit of each one's own, and above it a panel. All of it is the council's
 * own division of work (`plans` in its data). Panels look at large or unusual budgets and do not rewrite plans: statutory guidance 10.85.
 */
import type { Council } from '../../schemas/council.ts';
import type { PlanView } from '../../schemas/panel-view.ts';
import type { StaffMember, StaffRole } from '../../schemas/staff.ts';
import { inPounds } from '../forms/forms.ts';

type Rules = Council['plans'];

/** A member of staff as far as it matters who agrees. */
export type Colleague = Pick<StaffMember, 'id' | 'name' | 'roles' | 'weeklyLimit'>;

/** The most that somebody may agree alone in a role, in pence a week: their own limit, else that of the role; undefined where there is none. */
export const limitOf = (rules: Rules, { weeklyLimit }: Pick<Colleague, 'weeklyLimit'>, role: StaffRole) =>
  weeklyLimit ?? rules?.limits?.[role];

const isWithin = (weekly: number, limit: number | undefined): boolean => limit === undefined || weekly <= limit;

/** Whose agreement a plan takes: any one of these, or so many of a panel. */
export type Agreement =
  | { readonly by: 'one'; readonly role: StaffRole; readonly who: readonly Colleague[] }
  | { readonly by: 'panel'; readonly role: StaffRole; readonly quorum: number; readonly who: readonly Colleague[] };

/** A plan whose agreement is sought: what it costs a week in pence, and the id of whoever wrote it. */
export type SoughtFor = { readonly weekly: number; readonly author: string | undefined };

/** The role that agrees to plans where no panel does. */
const agreeingRole = 'manager';

/**
 * Who agrees to a plan: one of those whose limit it is within, or the panel where it is above all of theirs or costs as much as the council wants
 * a panel to look at. `who` are those who can, without the author; the directory need not have everybody who may sign in.
 */
export const agreementFor = (rules: Rules, { weekly, author }: SoughtFor, staff: readonly Colleague[]): Agreement => {
  const inRole = (role: StaffRole) => staff.filter(({ id, roles }) => id !== author && roles.includes(role));
  const others = inRole(agreeingRole);
  const who = others.filter((one) => isWithin(weekly, limitOf(rules, one, agreeingRole)));
  const nobodyMay = who.length === 0 && (others.length > 0 || !isWithin(weekly, rules?.limits?.[agreeingRole]));
  const { panel } = rules ?? {};
  const isForPanel = panel && (nobodyMay || (panel.fromWeekly !== undefined && weekly >= panel.fromWeekly));
  return isForPanel
    ? { by: 'panel', role: panel.role, quorum: panel.quorum, who: inRole(panel.role) }
    : { by: 'one', role: agreeingRole, who };
};

/** Names as they are said: "A, B or C". */
const oneOf = (who: readonly Colleague[]): string => {
  const names = who.map(({ name }) => name);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '');
};

/** Who can agree to a plan, in a sentence. */
export const whoCan = (agreement: Agreement): string => {
  if (agreement.by === 'one') {
    return agreement.who.length === 0
      ? 'Nobody in the staff directory can. A manager adds somebody who can.'
      : `${oneOf(agreement.who)} can.`;
  }
  const { quorum, who } = agreement;
  return who.length < quorum
    ? `A panel of ${quorum} decides, and only ${who.length} can be on it. A manager adds others.`
    : `A panel of ${quorum} decides.`;
};

/** Why somebody may not agree to a plan, with who can; undefined where they may. */
export const whyNotAgree = (
  rules: Rules,
  sought: SoughtFor,
  me: Pick<Colleague, 'id' | 'weeklyLimit'>,
  staff: readonly Colleague[],
): { readonly code: 'author-cannot-check' | 'above-limit' | 'panel-decides'; readonly message: string } | undefined => {
  const agreement = agreementFor(rules, sought, staff);
  const can = whoCan(agreement);
  if (me.id === sought.author) {
    return {
      code: 'author-cannot-check',
      message: `You wrote this plan, so someone else has to agree it for the council. ${can}`,
    };
  }
  if (agreement.by === 'panel') return { code: 'panel-decides', message: can };
  const limit = limitOf(rules, me, agreement.role);
  return isWithin(sought.weekly, limit)
    ? undefined
    : {
        code: 'above-limit',
        message: `You may agree plans of up to ${inPounds(limit ?? 0)} a week, and this one costs ${inPounds(sought.weekly)}. ${can}`,
      };
};

/**
 * What a panel comes to: nothing before as many as the quorum have said their view, then what more than half of them say. Where all have spoken
 * and no view has more than half, more is needed. One member has one view.
 *
 * @param members how many can be on it
 */
export const panelResult = (
  views: readonly Pick<PlanView, 'view'>[],
  { quorum, members }: { readonly quorum: number; readonly members: number },
): PlanView['view'] | undefined => {
  if (views.length < quorum) return undefined;
  const most = (['agree', 'not-agree', 'more-needed'] as const).find(
    (view) => views.filter((one) => one.view === view).length * 2 > views.length,
  );
  return most ?? (views.length >= members ? 'more-needed' : undefined);
};

/** What whoever looks at a plan may do about its money, in sentences: their limit, and who decides where they do not. */
export const standing = (
  rules: Rules,
  sought: SoughtFor,
  me: Pick<Colleague, 'id' | 'weeklyLimit'>,
  staff: readonly Colleague[],
): readonly string[] => {
  const limit = limitOf(rules, me, agreeingRole);
  const not = whyNotAgree(rules, sought, me, staff);
  if (not) return [not.message];
  return [
    limit === undefined
      ? 'You may agree to this plan: you have no limit.'
      : `You may agree to this plan: your limit is ${inPounds(limit)} a week.`,
  ];
};
