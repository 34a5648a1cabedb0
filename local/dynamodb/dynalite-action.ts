import { createRequire } from 'node:module';
import { AwsError } from '../aws-endpoint.ts';
import type { LevelView } from './level-view.ts';

/** dynalite is CommonJS without types; the shapes below are what its version 4 has. */
const require = createRequire(import.meta.url);

interface Validation {
  types: Record<string, unknown>;
  custom?: unknown;
}

interface Validations {
  checkTypes(input: unknown, types: Validation['types']): Record<string, unknown>;
  checkValidations(input: unknown, types: Validation['types'], custom: unknown, store: LevelView['store']): void;
}

type Action = (
  store: LevelView['store'],
  input: Record<string, unknown>,
  callback: (error: unknown, output?: Record<string, unknown>) => void,
) => void;

const { checkTypes, checkValidations } = require('dynalite/validations/index.js') as Validations;
const actions = new Map<string, { action: Action; validation: Validation }>();

const load = (operation: string) => {
  const known = actions.get(operation);
  if (known) return known;
  const file = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}.js`;
  const loaded = {
    action: require(`dynalite/actions/${file}`) as Action,
    validation: require(`dynalite/validations/${file}`) as Validation,
  };
  actions.set(operation, loaded);
  return loaded;
};

/** @throws AwsError `ValidationException` or `SerializationException` */
export type Check = (operation: string, view: LevelView, input: object) => Record<string, unknown>;

/**
 * Checks the request as far as that needs no data, with dynalite's own validation, and parses its expressions.
 */
export const checked: Check = (operation, view, input) => check(operation, view, input, false);

/**
 * The same for a request that TypeScript has seen and whose attributes the SDK's marshaller has made: what kind of thing stands where is not
 * asked again, which is half of a small request's time.
 */
export const checkedTyped: Check = (operation, view, input) => check(operation, view, input, true);

const check = (operation: string, view: LevelView, input: object, isTyped: boolean): Record<string, unknown> => {
  const { types, custom } = load(operation).validation;
  try {
    // Copied, because the check deletes the fields that it does not know.
    const data = isTyped ? { ...input } : checkTypes({ ...input }, types);
    checkValidations(data, isTyped ? {} : types, custom, view.store);
    return data;
  } catch (error) {
    throw awsErrorOf(error);
  }
};

/**
 * Runs one of dynalite's actions on a view; nothing is committed.
 *
 * @param data a request that {@link checked} returned
 * @throws AwsError as DynamoDB names it, such as `ConditionalCheckFailedException`
 */
export const perform = (operation: string, view: LevelView, data: Record<string, unknown>) =>
  new Promise<Record<string, unknown>>((resolve, reject) => {
    load(operation).action(view.store, data, (error, output = {}) =>
      error ? reject(awsErrorOf(error)) : resolve(output),
    );
  });

interface DynaliteError extends Error {
  statusCode: number;
  body: { __type: string; message?: string; Message?: string };
}

const isDynaliteError = (error: unknown): error is DynaliteError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

/** dynalite's error as an {@link AwsError}; anything else is a defect and stays what it is. */
const awsErrorOf = (error: unknown): unknown => {
  if (!isDynaliteError(error)) return error;
  const { __type, message, Message } = error.body;
  return new AwsError(__type.split('#').at(-1) ?? __type, message ?? Message ?? '', {}, error.statusCode);
};
