import { type Definition, everyState, expression, inside, isHumanStep, type State } from './definition.ts';

/** What a state is to someone who reads the picture. */
export type StateKind = 'person' | 'function' | 'choice' | 'wait' | 'step' | 'branches' | 'end' | 'failure';

export type GraphNode = { readonly name: string; readonly kind: StateKind; readonly comment: string };

/** `next` is the ordinary way on, `catch` the way on an error, `inside` leads into a branch or the work on an item. */
export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'catch' | 'inside';
  /** When this way is taken; empty where it always is. */
  readonly label: string;
};

export type Graph = {
  readonly start: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

const kindOf = (state: State): StateKind => {
  switch (state.Type) {
    case 'Task':
      return isHumanStep(state) ? 'person' : 'function';
    case 'Choice':
      return 'choice';
    case 'Wait':
      return 'wait';
    case 'Succeed':
      return 'end';
    case 'Fail':
      return 'failure';
    case 'Parallel':
    case 'Map':
      return 'branches';
    default:
      return 'step';
  }
};

const errorWords = (error: string) => (error === 'States.ALL' ? 'any error' : error);

const edgesOf = ([from, state]: [string, State]): GraphEdge[] => [
  ...(state.Choices ?? []).map(({ Next, Condition = '' }) => ({
    from,
    to: Next,
    kind: 'next' as const,
    label: expression(String(Condition)),
  })),
  ...(state.Default ? [{ from, to: state.Default, kind: 'next' as const, label: 'otherwise' }] : []),
  ...(state.Next ? [{ from, to: state.Next, kind: 'next' as const, label: '' }] : []),
  ...inside(state).map(({ StartAt }) => ({ from, to: StartAt, kind: 'inside' as const, label: '' })),
  ...(state.Catch ?? []).map(({ Next, ErrorEquals }) => ({
    from,
    to: Next,
    kind: 'catch' as const,
    label: ErrorEquals.map(errorWords).join(' or '),
  })),
];

/** Several conditions that lead the same way are one line in the picture. */
const merged = (edges: readonly GraphEdge[]): GraphEdge[] =>
  [...Map.groupBy(edges, ({ from, to, kind }) => JSON.stringify([from, to, kind])).values()].flatMap(
    ([first, ...more]) => (first ? [{ ...first, label: [first, ...more].map(({ label }) => label).join(' or ') }] : []),
  );

/** A machine as states and ways between them. */
export const graphOf = (definition: Definition): Graph => {
  const states = everyState(definition);
  return {
    start: definition.StartAt,
    nodes: states.map(([name, state]) => ({ name, kind: kindOf(state), comment: state.Comment ?? '' })),
    edges: merged(states.flatMap(edgesOf)),
  };
};

/** How a way that was taken is named in a set: with both of its ends. */
export const way = (from: string, to: string): string => JSON.stringify([from, to]);

/**
 * The ways of a graph that an execution took. Where an ordinary way and one on an error join the same two states, the history
 * does not say which of the two it was: the ordinary one.
 */
export const takenWays = ({ edges }: Graph, taken: ReadonlySet<string>): ReadonlySet<GraphEdge> => {
  const ordinary = new Set(edges.filter(({ kind }) => kind !== 'catch').map(({ from, to }) => way(from, to)));
  return new Set(
    edges.filter(
      ({ from, to, kind }) => taken.has(way(from, to)) && !(kind === 'catch' && ordinary.has(way(from, to))),
    ),
  );
};

/**
 * The part of a machine that stays readable: without the ways on an error, other than those in `taken`, and without the states
 * that only they lead to. Answers what was left out as well.
 */
export const ordinaryWays = (graph: Graph, taken: ReadonlySet<string>): { shown: Graph; left: GraphEdge[] } => {
  const went = takenWays(graph, taken);
  const kept = graph.edges.filter((edge) => edge.kind !== 'catch' || went.has(edge));
  const reached = new Set([graph.start]);
  // A set may grow while it is gone through: what is added is gone through too.
  for (const name of reached) for (const { from, to } of kept) if (from === name) reached.add(to);
  return {
    shown: {
      start: graph.start,
      nodes: graph.nodes.filter(({ name }) => reached.has(name)),
      edges: kept.filter(({ from }) => reached.has(from)),
    },
    left: graph.edges.filter((edge) => edge.kind === 'catch' && !kept.includes(edge)),
  };
};
