/**
 * `npm run test:emulator`: deploys the stacks of an earlier state with the ordinary CDK CLI to MiniStack, an independent emulator of AWS, begins a case, updates
 * the stacks to what is synthesized now, and plays the case on through the deployed API and Cognito until its review cycle waits. The emulator enforces IAM, so every function
 * works with the rights of its own role and no others. Needs Python 3.10 with pip; without it, says
 * that it is skipped. Exit code 1 when something is not as it should be.
 */
import assert from 'node:assert/strict';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import { createAws } from './aws.ts';
import { checkExecutions, checkMail, checkNothingLeft, checkSite, checkTable } from './checks.ts';
import { deployEarlier, destroy, update } from './deployment.ts';
import { differences } from './differences.ts';
import { personEmail, playJourney } from './journey.ts';
import { loggedErrors } from './logged-errors.ts';
import { findPython, installEmulator, startEmulator } from './ministack.ts';
import { type SignedIn, signInAs } from './staff.ts';

const council = 'leicestershire';
const started = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const suite = async (endpoint: string): Promise<void> => {
  for (const { lacks, documented } of differences) say(`emulator differs: ${lacks} AWS: ${documented}`);
  const outputs = await deployEarlier(endpoint, council);
  say('both stacks are deployed as they were');
  const aws = createAws(endpoint);
  // The emulator answers for the API at this path; AWS at the stack's output SiteUrl.
  const [, api] = /^https:\/\/(\w+)\./.exec(outputs.SiteUrl) ?? [];
  const url = `${endpoint}/restapis/${api}/live/_user_request_`;

  const signedIn: [StaffRole, SignedIn][] = [];
  for (const role of staffRole.options) signedIn.push([role, await signInAs(aws, endpoint, outputs, council, role)]);
  // One entry for each role of the enumeration.
  const staff = Object.fromEntries(signedIn) as Record<StaffRole, SignedIn>;
  say('staff are signed in through Cognito');
  const meanwhile = async () => {
    assert.deepEqual(await update(endpoint), outputs, 'table, staff and address outlive the update');
    say('both stacks are updated, with the case under way');
    await checkSite(url, council);
    say('the site answers strangers as it should');
  };
  const reference = await playJourney({ url, council, staff, onStep: say, meanwhile });
  await checkExecutions(aws, reference);
  say('the journey has ended and the review cycle waits');
  say(`the table holds ${await checkTable(aws, outputs.CasesTable, reference)} items of the case`);
  say(`${await checkMail(endpoint, personEmail, staff['key-worker'].email)} mails were sent`);
  await destroy(endpoint);
  await checkNothingLeft(aws, outputs);
  say('both stacks are taken down, and no case or user is left');
};

const python = await findPython();
if (python === undefined) {
  console.log('skipped: the emulator needs Python 3.10 or later with pip and venv');
} else {
  await installEmulator(python);
  const emulator = await startEmulator();
  say(`the emulator runs at ${emulator.endpoint}`);
  try {
    await suite(emulator.endpoint);
    say('passed');
  } catch (error) {
    console.error(error);
    for (const line of await loggedErrors(createAws(emulator.endpoint))) console.error(line);
    process.exitCode = 1;
  } finally {
    await emulator.stop();
  }
}
