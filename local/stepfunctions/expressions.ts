import jsonata from 'jsonata';
import { StateFailure } from './failure.ts';

/** The JSONata source inside `{% ... %}`, or null for text that is no expression. */
export function sourceOf(text: string): string | null {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : null;
}

const compiled = new Map<string, jsonata.Expression>();

function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  compiled.set(source, expression);
  return expression;
}

/**
 * What is wrong with a string of a definition as an expression, or null.
 * Expressions see no context item: `$states.input.name` reads the input, a bare `name` reads nothing and AWS refuses it.
 */
export function expressionProblem(text: string, inCatch: boolean): string | null {
  if (text.startsWith('{%') !== text.endsWith('%}')) return `"${text}" must both start with {% and end with %}`;
  const source = sourceOf(text);
  if (source === null) return null;
  try {
    const ast = compile(source).ast();
    // The steps of a path; a lone name is a path of one step.
    const first = ast.steps?.[0] ?? ast;
    if (first.type === 'name')
      return `reference to "${first.value}" at the top level: write $states.input.${first.value}`;
  } catch (error) {
    return `"${source}" is not JSONata: ${messageOf(error)}`;
  }
  if (source.includes('$$')) return '$$ is not supported';
  if (/\$eval\b/.test(source)) return '$eval is not supported: use $parse';
  if (!inCatch && source.includes('$states.errorOutput')) return '$states.errorOutput exists only in Catch';
  return null;
}

/** JSONata errors are plain objects with a message, not always Errors. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/**
 * The value of a template: every string in it that is an expression is replaced by what it gives, keys stay as they are.
 *
 * @param field where the template stands in the state, such as `Output`, for the error message
 * @throws StateFailure States.QueryEvaluationError if an expression throws, or gives nothing or a function
 */
export async function evaluate(template: unknown, field: string, bindings: Record<string, unknown>): Promise<unknown> {
  if (typeof template === 'string') {
    const source = sourceOf(template);
    return source === null ? template : evaluateSource(source, field, bindings);
  }
  if (Array.isArray(template)) {
    return Promise.all(template.map((element, index) => evaluate(element, `${field}[${index}]`, bindings)));
  }
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(
      async ([key, value]) => [key, await evaluate(value, `${field}/${key}`, bindings)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  return template;
}

async function evaluateSource(source: string, field: string, bindings: Record<string, unknown>): Promise<unknown> {
  const fail = (problem: string) =>
    new StateFailure(
      'States.QueryEvaluationError',
      `The JSONata expression '${source}' specified for the field '${field}' ${problem}`,
      { location: field },
    );
  let result: unknown;
  try {
    result = await compile(source).evaluate(undefined, bindings);
  } catch (error) {
    throw fail(`threw an error during evaluation. ${messageOf(error)}`);
  }
  if (result === undefined) throw fail('returned nothing (undefined).');
  // Through JSON: results carry JSONata's own marks on arrays, and may share parts with the snapshot.
  const text = typeof result === 'function' || isLambda(result) ? undefined : JSON.stringify(result);
  if (text === undefined) throw fail('returned an unsupported result type.');
  return JSON.parse(text);
}

function isLambda(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);
}
