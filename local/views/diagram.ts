import { views } from './environment.ts';
import { type Graph, type StateKind, takenWays } from './graph.ts';
import { letterWidth, lineHeight, type PlacedNode, placing } from './placing.ts';

/** What an execution did with a machine: how often it was in each state, where it is, and the ways it took. */
export type Trace = {
  readonly times: ReadonlyMap<string, number>;
  readonly current: ReadonlySet<string>;
  /** Named by `way`. */
  readonly taken: ReadonlySet<string>;
};

const kinds: Record<StateKind, { words: string; fill: string }> = {
  person: { words: 'Person', fill: '#dfeaf8' },
  function: { words: 'Function', fill: '#ffffff' },
  choice: { words: 'Choice', fill: '#f3e9f7' },
  wait: { words: 'Wait', fill: '#e6f1ee' },
  step: { words: 'Step', fill: '#f2f2f2' },
  branches: { words: 'Branches', fill: '#f2f2f2' },
  end: { words: 'End', fill: '#e3f3e3' },
  failure: { words: 'Failure', fill: '#fbe4e1' },
};
const nowFill = '#ffe680';

const outlineOf = ({ kind, x, y, width, height }: PlacedNode): { outline: string; inner?: string } => {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const box = `M${left} ${top}H${right}V${bottom}H${left}Z`;
  const cut = 12;
  switch (kind) {
    case 'person':
      return { outline: box, inner: `M${left + 6} ${top}V${bottom}M${right - 6} ${top}V${bottom}` };
    case 'branches':
      return { outline: box, inner: `M${left} ${top + 5}H${right}M${left} ${bottom - 5}H${right}` };
    case 'choice':
      return {
        outline: `M${left} ${y}L${left + cut} ${top}H${right - cut}L${right} ${y}L${right - cut} ${bottom}H${left + cut}Z`,
      };
    case 'wait':
    case 'end': {
      const r = height / 2;
      return {
        outline: `M${left + r} ${top}H${right - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${left + r}A${r} ${r} 0 0 1 ${left + r} ${top}Z`,
      };
    }
    case 'failure':
      return {
        outline: `M${left + cut} ${top}H${right - cut}L${right} ${top + cut}V${bottom - cut}L${right - cut} ${bottom}H${left + cut}L${left} ${bottom - cut}V${top + cut}Z`,
      };
    default:
      return { outline: box };
  }
};

const markOf = (kind: StateKind, times: number, isCurrent: boolean): string => {
  const { words } = kinds[kind];
  if (isCurrent) return `▶ ${words}, now`;
  if (times === 0) return words;
  return times === 1 ? `✓ ${words}` : `✓ ${words}, ${times} times`;
};

/** Lines of text around a middle, as the baselines of the picture. */
const lines = (texts: readonly string[], middle: number, height = lineHeight) =>
  texts.map((text, index) => ({ text, y: middle + (index - (texts.length - 1) / 2) * height + 4 }));

/**
 * A machine as inline SVG, with what an execution did in it. States differ in shape and say what they are; visited ones have a
 * thick border and a tick, current ones say "now" as well as being yellow: nothing is told by colour alone.
 */
export const diagram = async (machine: string, graph: Graph, { times, current, taken }: Trace): Promise<string> => {
  const { width, height, nodes, edges } = await placing(graph);
  const went = takenWays(graph, taken);
  const visited = nodes.filter(({ name }) => times.has(name)).length;
  const where = [...current].join(' and ');
  return views.render('diagram.njk', {
    width,
    height,
    title: `The states of ${machine}`,
    description: `${visited} of the ${nodes.length} states drawn were visited. ${where ? `The execution is in ${where}.` : 'It has ended.'} The table of visited states says the same in words.`,
    nodes: nodes.map((node) => {
      const { name, kind, x, y } = node;
      const isCurrent = current.has(name);
      const count = times.get(name) ?? 0;
      const mark = markOf(kind, count, isCurrent);
      const all = lines([...node.lines, mark], y);
      return {
        inner: undefined,
        ...outlineOf(node),
        x,
        id: isCurrent ? `now-${[...current].indexOf(name)}` : undefined,
        fill: isCurrent ? nowFill : kinds[kind].fill,
        visited: count > 0,
        current: isCurrent,
        texts: all.slice(0, -1),
        mark,
        markY: all.at(-1)?.y ?? y,
      };
    }),
    edges: edges.map(({ kind, path, at, lines: label }, index) => ({
      path,
      at,
      dashed: kind === 'catch',
      taken: graph.edges[index] !== undefined && went.has(graph.edges[index]),
      texts: lines(label, at.y, 14),
      // White behind the label, so that no way runs through its letters.
      back: {
        width: Math.max(0, ...label.map(({ length }) => length)) * letterWidth,
        height: label.length * 14 + 2,
      },
    })),
  });
};
