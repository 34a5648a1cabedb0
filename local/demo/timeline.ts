import type { AuditEvent } from '../../schemas/case.ts';
import type { Client } from './client.ts';
import type { LocalControl } from './local-control.ts';

/** The things of a case that the demo tells of. */
export type DemoEventName =
  | 'application-received'
  | 'task-created'
  | 'task-completed'
  | 'email-sent'
  | 'decision-made'
  | 'plan-returned'
  | 'plan-agreed'
  | 'support-started'
  | 'review-reminder'
  | 'review-completed'
  | 'plan-revised'
  | 'cycle-continued';

/** One line of `npm run demo -- --json`: `at` on the moved clock, `to` where someone was written to, `state` of the machine then. */
export type DemoEvent = {
  readonly at: string;
  readonly event: DemoEventName;
  readonly reference: string;
  readonly state: string;
  readonly to?: string;
  readonly about?: string;
};

/** What an audit event tells of besides itself: the milestones are made of finished tasks, reminders of mail. */
const namesOf = ({ action, about = '' }: Pick<AuditEvent, 'action' | 'about'>): DemoEventName[] => {
  if (action === 'application-received') return ['application-received'];
  if (action === 'task-created') return ['task-created'];
  if (action === 'review-planned') return about.startsWith('review-1 ') ? [] : ['cycle-continued'];
  if (action === 'email-sent') return about.includes('.remind.') ? ['email-sent', 'review-reminder'] : ['email-sent'];
  if (action !== 'task-completed') return [];
  const milestones: [RegExp, DemoEventName][] = [
    [/\.decide-eligibility /, 'decision-made'],
    [/\.agree-plan-\d+ changes-asked/, 'plan-returned'],
    [/\.assessment-\d+\.agree-plan-\d+ agreed/, 'plan-agreed'],
    [/\.review-\d+\.agree-plan-\d+ agreed/, 'plan-revised'],
    [/\.set-up-support /, 'support-started'],
    [/\.review-plan /, 'review-completed'],
  ];
  return ['task-completed', ...milestones.filter(([pattern]) => pattern.test(about)).map(([, name]) => name)];
};

/**
 * Reads what has happened on a case since it was last asked, through the API: the case's own history, with the address of each
 * mail from the mailbox and the state that the running machine is in.
 */
export const createTimeline = (client: Client, control: LocalControl) => {
  const seen = new Set<string>();

  return async (reference: string): Promise<DemoEvent[]> => {
    const [{ events }, mail, executions] = await Promise.all([
      client.readCase(reference),
      control.mail(),
      control.executions(),
    ]);
    const state = executions.find(({ name, status }) => name.includes(reference) && status === 'RUNNING')?.state ?? '';
    const addressOf = (key: string) => mail.find(({ tags }) => tags['message'] === key.replaceAll('.', '__'))?.to[0];
    return events
      .filter(({ at, id }) => !seen.has(at + id) && seen.add(at + id))
      .flatMap((event) =>
        namesOf(event).map((name): DemoEvent => {
          const to = event.action === 'email-sent' ? addressOf(event.about ?? '') : undefined;
          return {
            at: event.at,
            event: name,
            reference,
            state,
            ...(to && { to }),
            ...(event.about && { about: event.about.replace(`${reference}.`, '') }),
          };
        }),
      );
  };
};
