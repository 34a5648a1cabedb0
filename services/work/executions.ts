import type { SFNClientConfig } from '@aws-sdk/client-sfn';
import { type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import type { Executions, Machine } from '../deps.ts';
import { loadedOnce } from '../runtime/loaded-once.ts';

/** The words in which Step Functions says that nobody waits for this token any more. */
const nobodyWaits = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const hasName = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name);

const at = (date: Date | undefined): IsoInstant => isoInstant.parse((date ?? new Date(0)).toISOString());

/**
 * Looks at the executions of the two machines, one at a time or a page at a time. Where Step Functions answers that it is asked too often, the
 * client itself slows down to what it allows: 10 descriptions a second in most regions.
 *
 * @see AWS Step Functions Developer Guide, quotas related to API action throttling
 */
export const createExecutions = ({
  config,
  machineArn,
}: {
  config: SFNClientConfig;
  machineArn: (machine: Machine) => string;
}): Executions => {
  const sdk = loadedOnce(async () => {
    const sfn = await import('@aws-sdk/client-sfn');
    return { ...sfn, client: new sfn.SFNClient({ retryMode: 'adaptive', maxAttempts: 10, ...config }) };
  });
  const executionArn = (machine: Machine, name: string) =>
    `${machineArn(machine).replace(':stateMachine:', ':execution:')}:${name}`;

  return {
    async find(machine, name) {
      const { client, DescribeExecutionCommand } = await sdk();
      try {
        const found = await client.send(new DescribeExecutionCommand({ executionArn: executionArn(machine, name) }));
        return {
          status: found.status ?? 'RUNNING',
          startedAt: at(found.startDate),
          ...(found.stopDate && { endedAt: at(found.stopDate) }),
        };
      } catch (error) {
        if (hasName(error, 'ExecutionDoesNotExist')) return undefined;
        throw error;
      }
    },

    async lastEvent(machine, name) {
      const { client, GetExecutionHistoryCommand } = await sdk();
      const { events = [] } = await client.send(
        new GetExecutionHistoryCommand({
          executionArn: executionArn(machine, name),
          reverseOrder: true,
          maxResults: 1,
          includeExecutionData: false,
        }),
      );
      const [last] = events;
      return { type: last?.type ?? 'ExecutionStarted', at: at(last?.timestamp) };
    },

    async isAwaited(taskToken) {
      const { client, SendTaskHeartbeatCommand } = await sdk();
      try {
        // No state has a heartbeat to put off, and none is written into the history: it says whether the token is waited for.
        await client.send(new SendTaskHeartbeatCommand({ taskToken }));
        return true;
      } catch (error) {
        if (hasName(error, ...nobodyWaits)) return false;
        throw error;
      }
    },

    async stop(machine, name, cause) {
      const { client, StopExecutionCommand } = await sdk();
      try {
        await client.send(
          new StopExecutionCommand({ executionArn: executionArn(machine, name), error: 'Reconciled', cause }),
        );
      } catch (error) {
        if (!hasName(error, 'ExecutionDoesNotExist')) throw error;
      }
    },

    async running(machine, from) {
      const { client, ListExecutionsCommand } = await sdk();
      const { executions = [], nextToken } = await client.send(
        new ListExecutionsCommand({
          stateMachineArn: machineArn(machine),
          statusFilter: 'RUNNING',
          maxResults: 200,
          ...(from && { nextToken: from }),
        }),
      );
      return {
        found: executions.map(({ name = '', startDate }) => ({ name, startedAt: at(startDate) })),
        ...(nextToken && { next: nextToken }),
      };
    },
  };
};
