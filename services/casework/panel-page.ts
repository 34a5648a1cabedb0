import { whoCan } from '../../domain/plan/authority.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Problem } from '../../schemas/answers.ts';
import { panelViewForm } from '../../schemas/forms/panel-view.ts';
import type { PlanView } from '../../schemas/panel-view.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { list, table, text } from '../../templates/documents/document.ts';
import type { Deps } from '../deps.ts';
import { problems as known } from '../runtime/problems.ts';
import type { WholeCase } from '../store/case-store.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { type Awaiting, awaitingAgreement } from '../work/awaiting-agreement.ts';
import { staffPage } from './staff-frame.ts';
import type { TaskPanel } from './task-panel.ts';
import { panelsFor } from './task-panels.ts';

/** Where the page of a panel is, and where its members send their views. */
export const panelPath = ({ council, id }: Pick<Task, 'council' | 'id'>): string =>
  `/${council}/staff/tasks/${id}/panel`;

const views = {
  agree: 'Agrees',
  'not-agree': 'Does not agree',
  'more-needed': 'Says that more is needed',
} as const satisfies Record<PlanView['view'], string>;

/** A panel as whoever may see its task finds it. */
export type OpenedPanel = { readonly task: Task; readonly whole: WholeCase; readonly awaiting: Awaiting };

/** @throws Problem 403 where the task waits for no agreement */
export const openedPanel = async (deps: Deps, task: Task): Promise<OpenedPanel> => {
  const whole = await deps.store.whole(task.council, task.reference);
  const awaiting = whole && (await awaitingAgreement(deps, task, whole));
  if (whole === undefined || awaiting === undefined) throw known.notYours();
  return { task, whole, awaiting };
};

/** Whether a panel decides on what a task is about, so that its page is the panel's. */
export const isForPanel = async (deps: Deps, task: Task): Promise<boolean> => {
  if (task.kind !== 'agree-plan-for-council') return false;
  const records = await deps.store.records(task.council, task.reference);
  return (await awaitingAgreement(deps, task, { records }))?.agreement.by === 'panel';
};

/** Why somebody says no view here, in a sentence; empty where they may. */
const whyNotMe = ({ staff }: StaffRequest, { task, awaiting }: OpenedPanel): string => {
  if (task.status !== 'open') {
    const { closed } = task;
    const on = closed ? readableDate(londonDate(closed.at)) : '';
    return `The panel decided on ${on}: ${closed?.outcome === 'agreed' ? 'the council agrees' : 'the plan has to change'}.`;
  }
  if (awaiting.agreement.by !== 'panel') return `No panel decides on this plan. ${whoCan(awaiting.agreement)}`;
  if (awaiting.sought.author === staff.id) {
    return `You wrote this plan, so you are not on the panel that decides on it. ${whoCan(awaiting.agreement)}`;
  }
  return staff.roles.includes(awaiting.agreement.role)
    ? ''
    : `Members of the panel have the role ${awaiting.agreement.role.replaceAll('-', ' ')}.`;
};

/** What has been said so far, and what is needed. */
const soFar = ({ awaiting }: OpenedPanel): TaskPanel => {
  const { agreement, views: said } = awaiting;
  const quorum = agreement.by === 'panel' ? agreement.quorum : 1;
  return {
    id: 'views',
    title: 'The panel so far',
    blocks: [
      ...text(
        agreement.by === 'panel'
          ? `${said.length} of ${quorum} have said their view. What more than half of them say is the decision. ${whoCan(agreement)}`
          : whoCan(agreement),
      ),
      ...list(agreement.by === 'panel' ? agreement.who.map(({ name }) => `${name} can be on it`) : []),
      ...table(
        'Views',
        ['Member', 'View', 'Reasons', 'On'],
        said.map(({ by, view, why, at }) => [by.name, views[view], why, readableDate(londonDate(at))]),
      ),
    ],
  };
};

/** The page of a panel: what whoever decides reads, what was said so far, and one’s own view. */
export const panelPage = async (
  deps: Deps,
  request: StaffRequest,
  opened: OpenedPanel,
  refused?: {
    readonly values: Readonly<Record<string, unknown>>;
    readonly problems: readonly Problem[];
    readonly status: number;
  },
): Promise<SiteResponse> => {
  const { task, whole, awaiting } = opened;
  const { council, staff } = request;
  const own = awaiting.views.find(({ by }) => by.id === staff.id);
  const [panels, { actionView }] = await Promise.all([
    panelsFor(deps, { council, task, whole, answers: {}, reader: staff.id }),
    import('../../templates/staff/action-view.ts'),
  ]);
  const view = actionView({
    list: panelViewForm,
    values: refused?.values ?? { ...own },
    problems: refused?.problems ?? [],
    notNow: whyNotMe(request, opened),
    reference: task.reference,
    back: `/${council.slug}/staff/tasks`,
    action: panelPath(task),
    key: '',
    csrf: staff.session?.csrf,
  });
  return staffPage(
    deps,
    request,
    'staff/plan-panel.njk',
    {
      ...view,
      title: kindsOfWork[task.kind].title,
      formTitle: own ? 'Change your view' : panelViewForm.title,
      panels: [soFar(opened), ...panels],
    },
    { status: refused?.status ?? 200 },
  );
};
