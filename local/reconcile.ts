/**
 * `npm run reconcile -- --council SLUG`: compares every open case of a council in a data folder, `CAREWAY_DATA` or the one that `npm start` uses, with the executions
 * that carry it, and sets going what stands still. With `--table NAME --machines STACK` it does so on AWS, with the credentials of whoever
 * runs it; `STACK` is the service stack, whose name the two machines begin with. Run it again until it repairs nothing.
 * Exit code 1 where something is left for a person to mend, 2 where it could not be run.
 */
import { type CouncilSlug, councilSlug } from '../schemas/scalars.ts';
import { depsOnAws } from '../services/compose.ts';
import type { Deps } from '../services/deps.ts';
import { createReconcilePass } from '../services/work/reconcile-pass.ts';
import { commandLine, dataFolder } from './command-line.ts';

type Opened = { readonly deps: Deps; readonly close: () => Promise<void> };

/** The deps of the deployed functions, of the names that a run needs. @throws where nobody is signed in to AWS */
const onAws = async (council: CouncilSlug, table: string, stack: string): Promise<Opened> => {
  const { SFNClient, paginateListStateMachines } = await import('@aws-sdk/client-sfn');
  const wanted = {
    ASSESSMENT_JOURNEY_ARN: `${stack}-assessment-journey`,
    REVIEW_CYCLE_ARN: `${stack}-review-cycle`,
  };
  for await (const { stateMachines = [] } of paginateListStateMachines({ client: new SFNClient({}) }, {})) {
    for (const [variable, name] of Object.entries(wanted)) {
      const found = stateMachines.find((machine) => machine.name === name)?.stateMachineArn;
      if (found) process.env[variable] = found;
    }
  }
  for (const [variable, name] of Object.entries(wanted)) {
    if (process.env[variable] === undefined) throw new Error(`There is no state machine ${name}`);
  }
  process.env['CASES_TABLE'] = table;
  process.env['COUNCILS'] = council;
  return { deps: depsOnAws(), close: async () => undefined };
};

/** The whole platform on a data folder, so that what is set going goes on. */
const inFolder = async (): Promise<Opened> => {
  const { startPlatform } = await import('./platform.ts');
  const platform = await startPlatform({ folder: dataFolder(), origin: 'http://localhost:3000', clock: 'ticking' });
  await platform.clock.settle();
  return {
    deps: platform.deps,
    close: async () => {
      await platform.clock.settle();
      await platform.stop();
    },
  };
};

const usage = 'npm run reconcile -- --council SLUG [--table NAME --machines STACK]';

const run = async (): Promise<number> => {
  const { table, machines, ...values } = commandLine(usage, {
    council: { type: 'string' },
    table: { type: 'string' },
    machines: { type: 'string' },
  });
  const council = councilSlug.safeParse(values.council);
  if (!council.success || (table === undefined) !== (machines === undefined)) {
    console.error(`Say which council, and on AWS the table and the service stack.\n\n${usage}`);
    return 2;
  }
  const { deps, close } = table && machines ? await onAws(council.data, table, machines) : await inFolder();
  const { looked, repaired, unmended } = await createReconcilePass(deps, council.data)({ anew: true });
  await close();
  console.log(
    `${looked} cases and executions were looked at: ${repaired === 0 ? 'nothing stood still' : `${repaired} stood still and were set going`}${
      unmended === 0 ? '.' : `, ${unmended} are left for a person to mend.`
    }`,
  );
  return unmended === 0 ? 0 : 1;
};

process.exitCode = await run().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  console.error(
    `Nothing was reconciled: ${why}. Stop Careway first where it runs on this folder; CAREWAY_DATA names another.`,
  );
  return 2;
});
