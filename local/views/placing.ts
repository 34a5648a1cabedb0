import { loadedOnceBy } from '../../services/runtime/loaded-once.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

type Point = { readonly x: number; readonly y: number };

/** A state with its place: `x` and `y` are its middle, all in pixels. */
export type PlacedNode = GraphNode &
  Point & { readonly width: number; readonly height: number; readonly lines: string[] };
/** A way with its line as SVG path data, and the middle of its label. */
export type PlacedEdge = GraphEdge & { readonly path: string; readonly at: Point; readonly lines: string[] };
export type Placing = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
};

/** The height of a line of text in the picture, in pixels. */
export const lineHeight = 18;
const nodeWidth = 176;
const nodeLetters = 18;
const labelLetters = 20;
/** Wide enough for a letter of a label in any system font, in pixels. */
export const letterWidth = 7;

/** Text broken into lines of at most so many letters; a longer word has a line of its own. */
export const wrapped = (text: string, letters: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter(Boolean)) {
    if (line && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
};

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through the first and last point, bent smoothly towards those between. */
const pathThrough = (points: readonly Point[]): string => {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  const last = rest.pop();
  if (!first || !last) return '';
  const curves = rest.map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end =
      index === rest.length - 1 ? last : { x: round((point.x + next.x) / 2), y: round((point.y + next.y) / 2) };
    return ` Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${curves.length > 0 ? curves.join('') : ` L${last.x} ${last.y}`}`;
};

const place = async ({ nodes, edges }: Graph): Promise<Placing> => {
  const { Graph: Layered, layout } = await import('@dagrejs/dagre');
  const layered = new Layered({ multigraph: true });
  layered.setGraph({ rankdir: 'TB', nodesep: 18, edgesep: 14, ranksep: 34, marginx: 12, marginy: 12 });
  const texts = new Map(nodes.map(({ name }) => [name, wrapped(name, nodeLetters)]));
  for (const { name } of nodes) {
    // One line more than the name has: what kind of state it is, and whether it was visited.
    layered.setNode(name, { width: nodeWidth, height: ((texts.get(name)?.length ?? 1) + 1) * lineHeight + 14 });
  }
  const labels = edges.map(({ label }) => wrapped(label, labelLetters));
  for (const [index, { from, to, kind }] of edges.entries()) {
    const lines = labels[index] ?? [];
    const width = lines.length > 0 ? Math.max(...lines.map((line) => line.length)) * letterWidth + 8 : 0;
    // What is ordinary is drawn straight where it can be; errors go round it.
    const weight = kind === 'catch' ? 1 : 4;
    layered.setEdge(from, to, { width, height: lines.length * lineHeight, labelpos: 'c', weight }, kind);
  }
  layout(layered);
  const { width = 0, height = 0 } = layered.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map((node) => {
      const { x, y, width, height } = layered.node(node.name);
      return { ...node, x: round(x), y: round(y), width, height, lines: texts.get(node.name) ?? [] };
    }),
    edges: edges.map((edge, index) => {
      const { points, x, y } = layered.edge(edge.from, edge.to, edge.kind);
      const at = { x: round(x ?? 0), y: round(y ?? 0) };
      return { ...edge, path: pathThrough(points ?? []), at, lines: labels[index] ?? [] };
    }),
  };
};

const placings = new Map<string, Promise<Placing>>();
const kept = 100;

/** Where the states and ways of a graph go, from top to bottom. Reckoned once for a graph; the layout library loads with the first. */
export const placing = (graph: Graph): Promise<Placing> => {
  const key = JSON.stringify(graph);
  if (placings.size >= kept && !placings.has(key)) placings.clear();
  return loadedOnceBy(placings, key, () => place(graph));
};
