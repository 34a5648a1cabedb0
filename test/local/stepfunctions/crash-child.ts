import { ClassicLevel } from 'classic-level';
import type { Store } from '../../../local/clock.ts';
import { anError, aRunner } from './a-runner.ts';
import { crashMachines } from './crash-machines.ts';

// A platform of its own process that brings every machine to its middle, says so, and then waits to be killed.
const store: Store = new ClassicLevel(String(process.argv[2]));
const runner = await aRunner({
  machines: crashMachines,
  store,
  lambdas: { flaky: () => anError('Busy'), hangs: () => new Promise(() => undefined) },
});
const arns: Record<string, string> = {};
for (const name of ['wait', 'token', 'both', 'each', 'retry']) arns[name] = await runner.begin(name, [1, 2], name);
await runner.clock.forward('PT61S');
const tokens = runner.calls.filter(({ name }) => name === 'ask').map(({ payload }) => payload.token);
// Last, for a call under way keeps the clock busy.
const { executionArn } = await runner.call('StartExecution', {
  stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:call',
  input: '{"n":5}',
  name: 'call',
});
while (!runner.calls.some(({ name }) => name === 'hangs')) await new Promise((resolve) => setImmediate(resolve));
process.stdout.write(`${JSON.stringify({ arns: { ...arns, call: executionArn }, tokens })}\n`);
setInterval(() => undefined, 60_000);
