import { loadedOnceBy } from '../../services/runtime/loaded-once.ts';
import type { MachineDefinition } from './definition.ts';
import type { Execution } from './execution.ts';
import type { ExecutionStore } from './store.ts';
import { validateDefinition } from './validate.ts';

/** A machine that executions can be started of. */
export interface Machine {
  name: string;
  arn: string;
  roleArn: string;
  definition: MachineDefinition;
  /** The JSON text and its hash. */
  text: string;
  hash: string;
}

/** The definitions that executions run with, each read, parsed and written once by its content, however many wait in it. */
export function createDefinitions(
  store: Pick<ExecutionStore, 'definition' | 'saveDefinition'>,
  machines: readonly Machine[],
) {
  const parsed = new Map(machines.map(({ hash, definition }) => [hash, Promise.resolve(definition)]));
  const saved = new Map<string, Promise<void>>();

  async function read({ definition, machine, arn }: Execution): Promise<MachineDefinition> {
    const text = await store.definition(definition);
    if (text === undefined) throw new Error(`The definition of ${arn} is missing in the store.`);
    return validateDefinition(machine, text);
  }

  return {
    /** The definition that an execution was started with. @throws where the store lacks it */
    of(execution: Execution): Promise<MachineDefinition> {
      return loadedOnceBy(parsed, execution.definition, () => read(execution));
    },
    /** Keeps a machine's definition for the executions that outlive it. */
    save({ hash, text }: Machine): Promise<void> {
      return loadedOnceBy(saved, hash, () => store.saveDefinition(hash, text));
    },
  };
}
