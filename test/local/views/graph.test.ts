import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Definition, definitionOf } from '../../../local/views/definition.ts';
import { graphOf, ordinaryWays, takenWays, way } from '../../../local/views/graph.ts';

const definition = (states: Record<string, object>, StartAt = 'A'): Definition => {
  const read = definitionOf(JSON.stringify({ StartAt, States: states }));
  if (!read) throw new Error('The definition was not read');
  return read;
};

const fileOf = (machine: string) =>
  readFileSync(new URL(`../../../statemachines/${machine}.asl.json`, import.meta.url), 'utf8');

describe('definitionOf', () => {
  it('answers nothing for the text of no machine', () => {
    expect(definitionOf('{}')).toBeUndefined();
  });
});

describe('graphOf', () => {
  it.each([
    { state: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' }, kind: 'function' },
    { state: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }, kind: 'person' },
    { state: { Type: 'Choice', Choices: [] }, kind: 'choice' },
    { state: { Type: 'Wait', Seconds: 5 }, kind: 'wait' },
    { state: { Type: 'Pass' }, kind: 'step' },
    { state: { Type: 'Map' }, kind: 'branches' },
    { state: { Type: 'Succeed' }, kind: 'end' },
    { state: { Type: 'Fail' }, kind: 'failure' },
  ])('draws a $state.Type state as $kind', ({ state, kind }) => {
    expect(graphOf(definition({ A: state })).nodes).toEqual([{ name: 'A', kind, comment: '' }]);
  });

  it('merges two conditions and the default that lead the same way into one edge with all 3 labels', () => {
    const Choices = [
      { Condition: "{% $x = 'one' %}", Next: 'B' },
      { Condition: '{% $y %}', Next: 'B' },
    ];

    const { edges } = graphOf(definition({ A: { Type: 'Choice', Choices, Default: 'B' }, B: { Type: 'Succeed' } }));

    expect(edges).toEqual([{ from: 'A', to: 'B', kind: 'next', label: "$x = 'one' or $y or otherwise" }]);
  });

  it('keeps the way on and the way on an error apart where both lead to one state', () => {
    const A = { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['States.ALL', 'Late'], Next: 'B' }] };

    const { edges } = graphOf(definition({ A, B: { Type: 'Succeed' } }));

    expect(edges.map(({ kind, label }) => [kind, label])).toEqual([
      ['next', ''],
      ['catch', 'any error or Late'],
    ]);
  });

  it('leads into each branch of a Parallel state, and has the states of a branch inside a branch', () => {
    const innermost = { StartAt: 'C', States: { C: { Type: 'Succeed' } } };
    const inner = { StartAt: 'B', States: { B: { Type: 'Map', ItemProcessor: innermost, End: true } } };

    const { nodes, edges } = graphOf(definition({ A: { Type: 'Parallel', Branches: [inner], End: true } }));

    expect(nodes.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['A', 'B', 'inside'],
      ['B', 'C', 'inside'],
    ]);
  });
});

describe('ordinaryWays', () => {
  const graph = graphOf(
    definition({
      A: { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Broken' }] },
      B: { Type: 'Succeed' },
      Broken: { Type: 'Pass', Next: 'Told' },
      Told: { Type: 'Fail' },
    }),
  );

  it('leaves out the way on an error and the 2 states that only it leads to', () => {
    const { shown, left } = ordinaryWays(graph, new Set());

    expect(shown.nodes.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(left.map(({ to }) => to)).toEqual(['Broken']);
  });

  it('keeps a way on an error that was taken, and all that follows it', () => {
    const { shown, left } = ordinaryWays(graph, new Set([way('A', 'Broken')]));

    expect(shown.nodes.map(({ name }) => name)).toEqual(['A', 'B', 'Broken', 'Told']);
    expect(left).toEqual([]);
  });

  it.each(['assessment-journey', 'review-cycle'])('leaves a picture of %s without any way on an error', (machine) => {
    const whole = graphOf(definitionOf(fileOf(machine)) ?? definition({}));

    const { shown } = ordinaryWays(whole, new Set());

    expect(shown.edges.filter(({ kind }) => kind === 'catch')).toEqual([]);
    expect(shown.nodes.length).toBeGreaterThan(20);
    expect(shown.nodes.map(({ name }) => name)).not.toContain('Report the failure');
  });
});

describe('takenWays', () => {
  it('takes the ordinary way where the history could mean the way on an error as well', () => {
    const A = { Type: 'Task', Next: 'B', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] };
    const graph = graphOf(definition({ A, B: { Type: 'Succeed' } }));

    const taken = takenWays(graph, new Set([way('A', 'B')]));

    expect([...taken].map(({ kind }) => kind)).toEqual(['next']);
  });
});
