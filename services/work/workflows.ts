import type { SFNClientConfig } from '@aws-sdk/client-sfn';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import { storedVersions } from '../../schemas/versions.ts';
import type { ExecutionInput } from '../../schemas/workflow.ts';
import type { Workflows } from '../deps.ts';
import { CarewayError } from '../runtime/errors.ts';
import { loadedOnce } from '../runtime/loaded-once.ts';
import { logger } from '../runtime/logger.ts';
import type { CaseStore } from '../store/case-store.ts';
import { schemaVersion } from '../store/versions.ts';

type Machine = Extract<Signal, { kind: 'start-execution' }>['machine'];

/** The name of an execution: the same leg of the same thread never starts twice. At most 80 characters. */
export const executionName = ({ council, reference, thread, leg }: ExecutionInput): string =>
  `${council}_${reference}_${thread}_${leg}`;

/** The words in which Step Functions says that nobody waits for this token any more. */
const nobodyWaits = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/** How many references one line of the log names. */
const mostNamed = 10;

/** One line for each error, however many signals it befell. AWS's own words are left out: SES's name the reader. */
const tellOf = (failed: readonly { readonly signal: Signal | undefined; readonly why: unknown }[]): void => {
  const byError = Map.groupBy(failed, ({ why }) =>
    why instanceof CarewayError ? `${why.name}: ${why.message}` : why instanceof Error ? why.name : 'unknown',
  );
  for (const [error, those] of byError) {
    const references = those
      .slice(0, mostNamed)
      .map(({ signal }) => `${signal?.council} ${signal?.reference} ${signal?.kind}`);
    logger.warn('Signals could not be sent', { error, howMany: those.length, references });
  }
};

const hasName = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name);

/**
 * Sends what is owed: to Step Functions, and by `tell` and `tellHeld` to people, by `open`, `tellStaff` and `tellNamed` to staff, by `close` to a case that ends. Every call may be repeated without harm. The client is loaded with the first.
 */
export const createWorkflows = ({
  config,
  store,
  machineArn,
  tell,
  tellHeld,
  open,
  close,
  died,
  tellStaff,
  tellNamed,
  tellBefore,
  tellInvited,
  now,
}: {
  config: SFNClientConfig;
  store: CaseStore;
  machineArn: (machine: Machine) => string;
  tell: (news: Extract<Signal, { kind: 'tell-person' }>) => Promise<void>;
  tellHeld: (held: Extract<Signal, { kind: 'tell-held' }>) => Promise<void>;
  open: (planned: Extract<Signal, { kind: 'open-task' }>) => Promise<void>;
  close: (ending: Extract<Signal, { kind: 'close-case' }>) => Promise<void>;
  died: (died: Extract<Signal, { kind: 'person-died' }>) => Promise<void>;
  tellStaff: (taken: Extract<Signal, { kind: 'tell-staff' }>) => Promise<void>;
  tellNamed: (opened: Extract<Signal, { kind: 'tell-named' }>) => Promise<void>;
  tellBefore: (changed: Extract<Signal, { kind: 'tell-before-change' }>) => Promise<void>;
  tellInvited: (invited: Extract<Signal, { kind: 'tell-invited' }>) => Promise<void>;
  now: () => IsoInstant;
}): Workflows => {
  const sdk = loadedOnce(async () => {
    const sfn = await import('@aws-sdk/client-sfn');
    return { ...sfn, client: new sfn.SFNClient(config) };
  });

  const start = async (machine: Machine, input: ExecutionInput): Promise<void> => {
    const { client, StartExecutionCommand } = await sdk();
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: machineArn(machine),
          name: executionName(input),
          input: JSON.stringify({ ...input, [schemaVersion]: storedVersions['execution-input'].version }),
        }),
      );
    } catch (error) {
      if (!hasName(error, 'ExecutionAlreadyExists')) throw error;
    }
  };

  const answer = async ({ token, closed }: Task): Promise<void> => {
    if (token === undefined || closed === undefined) return;
    const { client, SendTaskSuccessCommand, SendTaskFailureCommand } = await sdk();
    const taskToken = token;
    try {
      await (closed.answer.kind === 'output'
        ? client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(closed.answer.output) }))
        : client.send(new SendTaskFailureCommand({ taskToken, error: closed.answer.error })));
    } catch (error) {
      if (!hasName(error, ...nobodyWaits)) throw error;
    }
  };

  const send = async (signal: Signal): Promise<void> => {
    if (signal.kind === 'start-execution') await start(signal.machine, signal.input);
    else if (signal.kind === 'tell-person') await tell(signal);
    else if (signal.kind === 'tell-held') await tellHeld(signal);
    else if (signal.kind === 'open-task') await open(signal);
    else if (signal.kind === 'close-case') await close(signal);
    else if (signal.kind === 'person-died') await died(signal);
    else if (signal.kind === 'tell-staff') await tellStaff(signal);
    else if (signal.kind === 'tell-named') await tellNamed(signal);
    else if (signal.kind === 'tell-before-change') await tellBefore(signal);
    else if (signal.kind === 'tell-invited') await tellInvited(signal);
    else {
      const task = await store.task(signal.council, signal.taskId);
      if (task) await answer(task);
    }
    await store.removeSignal(signal);
  };

  return {
    answer,
    send,
    async trySend(signals) {
      const due = signals.filter(({ at }) => at <= now());
      const sent = await Promise.allSettled(due.map(send));
      const failed = sent.flatMap((one, index) =>
        one.status === 'rejected' ? [{ signal: due[index], why: one.reason }] : [],
      );
      tellOf(failed);
      return failed.length;
    },
  };
};
