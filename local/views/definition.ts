import * as z from 'zod';

/** What a drawing needs of a state. Everything else in it passes through unread. */
const state = z.looseObject({
  Type: z.string(),
  Comment: z.string().optional(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Seconds: z.unknown().optional(),
  Timestamp: z.string().optional(),
  Choices: z
    .array(z.looseObject({ Next: z.string(), Condition: z.union([z.string(), z.boolean()]).optional() }))
    .optional(),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).optional(),
  get Branches() {
    return z.array(block).optional();
  },
  get ItemProcessor() {
    return block.optional();
  },
});

/** States that run from one start: a machine, a branch of a Parallel state, or what a Map state does with each item. */
const block = z.looseObject({
  Comment: z.string().optional(),
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), state);
  },
});

export type State = z.infer<typeof state>;
/** A state machine's definition, as far as it is drawn. */
export type Definition = z.infer<typeof block>;

const read = new Map<string, Definition | undefined>();

/**
 * Reads the text of a state machine file, its placeholders bound or not; undefined where it holds no machine, as for an
 * execution whose machine the platform no longer has. What was read is kept by its text.
 */
export const definitionOf = (text: string): Definition | undefined => {
  if (!read.has(text)) read.set(text, block.safeParse(JSON.parse(text)).data);
  return read.get(text);
};

/** Every state of a definition with its name, those inside Parallel and Map states too. Names are unique in a machine. */
export const everyState = ({ States }: Definition): [string, State][] =>
  Object.entries(States).flatMap(([name, one]) => [[name, one] as [string, State], ...inside(one).flatMap(everyState)]);

/** The blocks that a Parallel or Map state holds. */
export const inside = ({ Branches = [], ItemProcessor }: State): Definition[] => [
  ...Branches,
  ...(ItemProcessor ? [ItemProcessor] : []),
];

/** Whether a person does the work of this state, so that it waits for a task token. */
export const isHumanStep = ({ Resource = '' }: State): boolean => Resource.endsWith('.waitForTaskToken');

/** A JSONata field without its brackets. */
export const expression = (field: string): string => field.replace(/^\{%\s*|\s*%\}$/g, '');
