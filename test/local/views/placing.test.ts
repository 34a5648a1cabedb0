import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../local/views/definition.ts';
import { type Graph, graphOf, ordinaryWays } from '../../../local/views/graph.ts';
import { placing, wrapped } from '../../../local/views/placing.ts';

const text = readFileSync(new URL('../../../statemachines/assessment-journey.asl.json', import.meta.url), 'utf8');

const journey = (): Graph => {
  const definition = definitionOf(text);
  if (!definition) throw new Error('The journey was not read');
  return ordinaryWays(graphOf(definition), new Set()).shown;
};

describe('wrapped', () => {
  it.each([
    { text: '', lines: [] },
    { text: 'Assess needs', lines: ['Assess needs'] },
    { text: 'Assess needs!', lines: ['Assess', 'needs!'] },
    { text: 'Superseded-and-over now', lines: ['Superseded-and-over', 'now'] },
  ])('breaks "$text" into lines of at most 12 letters, a longer word alone', ({ text: given, lines }) => {
    expect(wrapped(given, 12)).toEqual(lines);
  });
});

describe('placing', () => {
  it('places every state of the journey inside the picture, no two over one another', async () => {
    const { nodes, width, height } = await placing(journey());

    const boxes = nodes.map(({ name, ...box }) => ({
      name,
      left: box.x - box.width / 2,
      right: box.x + box.width / 2,
      top: box.y - box.height / 2,
      bottom: box.y + box.height / 2,
    }));
    const outside = boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height);
    const over = boxes.filter((one) =>
      boxes.some(
        (other) =>
          one !== other &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      ),
    );
    expect(nodes.length).toBe(journey().nodes.length);
    expect(outside).toEqual([]);
    expect(over).toEqual([]);
  });

  it('draws an ordinary way downwards and the way round again upwards', async () => {
    const { nodes } = await placing(journey());

    const y = (name: string) => nodes.find((node) => node.name === name)?.y ?? Number.NaN;
    expect(y('Triage the request')).toBeLessThan(y('Assess needs'));
    expect(y('Go round again')).toBeGreaterThan(y('Draft the plan'));
  });

  it('reckons a graph once', async () => {
    expect(await placing(journey())).toBe(await placing(journey()));
  });
});
