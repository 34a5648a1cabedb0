import * as z from 'zod';

const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a number or a JSONata expression {% ... %}');
const LONGEST_SECONDS = 99_999_999;
const seconds = (least: number) => z.union([z.int().min(least).max(LONGEST_SECONDS), expression]);
const anyJson = z.unknown();

const described = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const moves = { Next: z.string().optional(), End: z.literal(true).optional() };
const assigns = { Assign: z.record(z.string(), anyJson).optional() };
const outputs = { Output: anyJson.optional() };

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.int().min(1).max(LONGEST_SECONDS).default(1),
  MaxAttempts: z.int().min(0).max(LONGEST_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_399).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
export type Retrier = z.infer<typeof retrier>;

const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  Next: z.string(),
  ...assigns,
  ...outputs,
});
export type Catcher = z.infer<typeof catcher>;

const handles = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const pass = z.strictObject({ Type: z.literal('Pass'), ...described, ...assigns, ...outputs, ...moves });

const task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: anyJson.optional(),
  TimeoutSeconds: seconds(1).optional(),
  HeartbeatSeconds: seconds(1).optional(),
  ...described,
  ...assigns,
  ...outputs,
  ...moves,
  ...handles,
});

const choiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.boolean(), expression]),
  Next: z.string(),
  ...assigns,
  ...outputs,
});

const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(choiceRule).min(1),
  Default: z.string().optional(),
  ...described,
  ...assigns,
  ...outputs,
});

const wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: seconds(0).optional(),
  Timestamp: z.union([z.iso.datetime({ offset: true }), expression]).optional(),
  ...described,
  ...assigns,
  ...outputs,
  ...moves,
});

const succeed = z.strictObject({ Type: z.literal('Succeed'), ...described, ...outputs });

const fail = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...described,
});

const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(z.lazy((): z.ZodType<Block> => block)).min(1),
  Arguments: anyJson.optional(),
  ...described,
  ...assigns,
  ...outputs,
  ...moves,
  ...handles,
});

const map = z.strictObject({
  Type: z.literal('Map'),
  ItemProcessor: z.lazy((): z.ZodType<ItemProcessor> => itemProcessor),
  Items: z.union([z.array(anyJson), z.record(z.string(), anyJson), expression]).optional(),
  ItemSelector: anyJson.optional(),
  MaxConcurrency: z.union([z.int().min(0), expression]).optional(),
  ...described,
  ...assigns,
  ...outputs,
  ...moves,
  ...handles,
});

const state = z.discriminatedUnion('Type', [pass, task, choice, wait, succeed, fail, parallel, map]);

/** One state of a definition, as AWS's Amazon States Language writes it in JSONata. */
export type State =
  | z.infer<typeof pass>
  | z.infer<typeof task>
  | z.infer<typeof choice>
  | z.infer<typeof wait>
  | z.infer<typeof succeed>
  | z.infer<typeof fail>
  | z.infer<typeof parallel>
  | z.infer<typeof map>;
/** The states of one type, such as `StateOf<'Wait'>`. */
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;

/** States that lead to one another: a machine, a branch of a Parallel state, the processor of a Map state. */
export interface Block {
  Comment?: string | undefined;
  StartAt: string;
  States: Record<string, State>;
}
interface ItemProcessor extends Block {
  ProcessorConfig?: { Mode: 'INLINE' } | undefined;
}

const blockFields = {
  Comment: z.string().optional(),
  StartAt: z.string(),
  States: z.record(z.string().min(1).max(80), state),
};
const block: z.ZodType<Block> = z.strictObject(blockFields);
const itemProcessor: z.ZodType<ItemProcessor> = z.strictObject({
  ...blockFields,
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
});

/** The Amazon States Language that the runner runs, in JSONata: the shape. `validate.ts` checks the rest. */
export const machineDefinition = z.strictObject({
  ...blockFields,
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.int().min(1).max(LONGEST_SECONDS).optional(),
  Version: z.literal('1.0').optional(),
});
export type MachineDefinition = z.infer<typeof machineDefinition>;
