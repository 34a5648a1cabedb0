import type * as z from 'zod';
import { type Block, type MachineDefinition, machineDefinition, type State } from './definition.ts';
import { expressionProblem } from './expressions.ts';
import { RESOURCES } from './resources.ts';

const DEFINITION_BYTES = 1_048_576;
// What JSONPath calls things, and what JSONata uses instead.
const JSONPATH_FIELDS: Record<string, string> = {
  InputPath: 'Arguments',
  Parameters: 'Arguments',
  Result: 'Output',
  ResultSelector: 'Output',
  ResultPath: 'Output',
  OutputPath: 'Output',
  ItemsPath: 'Items',
  MaxConcurrencyPath: 'MaxConcurrency',
  SecondsPath: 'Seconds',
  TimestampPath: 'Timestamp',
  TimeoutSecondsPath: 'TimeoutSeconds',
  HeartbeatSecondsPath: 'HeartbeatSeconds',
  ErrorPath: 'Error',
  CausePath: 'Cause',
};

/** A definition that cannot be run, with every problem found and where it stands. */
export class InvalidDefinition extends Error {
  readonly problems: readonly string[];

  constructor(machine: string, problems: readonly string[]) {
    super(`The state machine "${machine}" cannot be run:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'InvalidDefinition';
    this.problems = problems;
  }
}

/**
 * A definition, checked: its shape, its size, that every target exists and every state can be reached, that
 * names are unique, that expressions are JSONata, and that nothing in it asks for what this runner lacks.
 *
 * @param definition JSON text or the parsed object, with no placeholder left
 * @throws InvalidDefinition with all problems at once
 */
export function validateDefinition(machine: string, definition: unknown): MachineDefinition {
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  if (Buffer.byteLength(text) > DEFINITION_BYTES) {
    throw new InvalidDefinition(machine, [`the definition is larger than ${DEFINITION_BYTES} bytes`]);
  }
  const parsed = JSON.parse(text);
  if (parsed?.QueryLanguage !== 'JSONata') {
    throw new InvalidDefinition(machine, ['/QueryLanguage: only JSONata is run here; set "QueryLanguage": "JSONata"']);
  }
  const shape = machineDefinition.safeParse(parsed);
  if (!shape.success) throw new InvalidDefinition(machine, shape.error.issues.flatMap(describeIssue));

  const problems: string[] = [];
  checkBlock(shape.data, '', new Set(), problems);
  if (problems.length > 0) throw new InvalidDefinition(machine, problems);
  return shape.data;
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const place = `/${issue.path.join('/')}`;
  if (issue.code !== 'unrecognized_keys') return [`${place}: ${issue.message}`];
  return issue.keys.map((key) => {
    const instead = JSONPATH_FIELDS[key];
    return `${place}: ${instead ? `"${key}" belongs to JSONPath; use "${instead}"` : `unknown field "${key}"`}`;
  });
}

function checkBlock(block: Block, place: string, names: Set<string>, problems: string[]): void {
  if (!(block.StartAt in block.States)) problems.push(`${place}/StartAt: there is no state "${block.StartAt}"`);
  for (const [name, state] of Object.entries(block.States)) {
    const here = `${place}/States/${name}`;
    if (names.has(name)) problems.push(`${here}: the name is used twice in this machine`);
    names.add(name);
    for (const [field, target] of targetsOf(state)) {
      if (!(target in block.States)) problems.push(`${here}/${field}: there is no state "${target}"`);
    }
    checkState(state, here, problems);
    if (state.Type === 'Parallel') {
      state.Branches.forEach((branch, index) => {
        checkBlock(branch, `${here}/Branches[${index}]`, names, problems);
      });
    }
    if (state.Type === 'Map') checkBlock(state.ItemProcessor, `${here}/ItemProcessor`, names, problems);
  }
  const reached = reachable(block);
  for (const name of Object.keys(block.States)) {
    if (!reached.has(name)) problems.push(`${place}/States/${name}: cannot be reached from StartAt`);
  }
  const ends = Object.values(block.States).some(
    (state) => state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End),
  );
  if (!ends) problems.push(`${place}: no state ends it; one must have "End": true, or be of type Succeed or Fail`);
}

function reachable({ StartAt, States }: Block): Set<string> {
  const reached = new Set([StartAt]);
  // A Set's loop also visits what is added on the way.
  for (const name of reached) {
    const state = States[name];
    for (const [, target] of state ? targetsOf(state) : []) reached.add(target);
  }
  return reached;
}

function targetsOf(state: State): [field: string, target: string][] {
  const targets: [string, string][] = [];
  if ('Next' in state && state.Next !== undefined) targets.push(['Next', state.Next]);
  if (state.Type === 'Choice') {
    if (state.Default !== undefined) targets.push(['Default', state.Default]);
    state.Choices.forEach((rule, index) => {
      targets.push([`Choices[${index}]/Next`, rule.Next]);
    });
  }
  if ('Catch' in state) {
    state.Catch?.forEach((rule, index) => {
      targets.push([`Catch[${index}]/Next`, rule.Next]);
    });
  }
  return targets;
}

function checkState(state: State, here: string, problems: string[]): void {
  const ends = state.Type === 'Choice' || state.Type === 'Succeed' || state.Type === 'Fail';
  if (!ends && (state.Next === undefined) === (state.End === undefined)) {
    problems.push(`${here}: needs exactly one of "Next" and "End"`);
  }
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined)) {
    problems.push(`${here}: needs exactly one of "Seconds" and "Timestamp"`);
  }
  if (state.Type === 'Task') {
    const resource = RESOURCES[state.Resource];
    if (resource)
      problems.push(...resource.problems(state.Arguments).map((problem) => `${here}/Arguments: ${problem}`));
    else
      problems.push(
        `${here}/Resource: "${state.Resource}" is not run here; known: ${Object.keys(RESOURCES).join(', ')}`,
      );
    const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
    if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
      problems.push(`${here}/HeartbeatSeconds: must be less than TimeoutSeconds`);
    }
  }
  if ('Retry' in state) checkErrorEquals(state.Retry ?? [], `${here}/Retry`, problems);
  if ('Catch' in state) checkErrorEquals(state.Catch ?? [], `${here}/Catch`, problems);
  if ('Retry' in state) {
    state.Retry?.forEach((rule, index) => {
      if (rule.MaxDelaySeconds !== undefined && rule.MaxDelaySeconds <= rule.IntervalSeconds) {
        problems.push(`${here}/Retry[${index}]/MaxDelaySeconds: must be more than IntervalSeconds`);
      }
    });
  }
  checkValues(state, here, problems, false);
}

function checkErrorEquals(rules: readonly { ErrorEquals: string[] }[], here: string, problems: string[]): void {
  rules.forEach(({ ErrorEquals }, index) => {
    if (!ErrorEquals.includes('States.ALL')) return;
    if (ErrorEquals.length > 1) problems.push(`${here}[${index}]/ErrorEquals: "States.ALL" must stand alone`);
    if (index < rules.length - 1) problems.push(`${here}[${index}]/ErrorEquals: "States.ALL" must come last`);
  });
}

/** Walks everything but nested blocks, which are walked as blocks: expressions, and names of variables. */
function checkValues(value: unknown, here: string, problems: string[], inCatch: boolean): void {
  if (typeof value === 'string') {
    const problem = expressionProblem(value, inCatch);
    if (problem) problems.push(`${here}: ${problem}`);
  } else if (Array.isArray(value)) {
    value.forEach((element, index) => {
      checkValues(element, `${here}[${index}]`, problems, inCatch);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'Branches' || key === 'ItemProcessor' || key === 'Comment') continue;
      if (key === 'Assign') checkNames(inner, `${here}/Assign`, problems);
      checkValues(inner, `${here}/${key}`, problems, inCatch || key === 'Catch');
    }
  }
}

function checkNames(assign: unknown, here: string, problems: string[]): void {
  if (typeof assign !== 'object' || assign === null) return;
  for (const name of Object.keys(assign)) {
    const proper = /^\p{ID_Start}\p{ID_Continue}*$/u.test(name) && name.length <= 80 && name !== 'states';
    if (!proper) problems.push(`${here}: "${name}" cannot be the name of a variable`);
  }
}
