import { type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { inApp } from './synthesized.ts';

/** What the rules of AWS Solutions find in a stack, as `rule at resource`. */
const findings = (stack: Stack, checks = new AwsSolutionsChecks()): string[] =>
  checks
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );

/** The same without what is accepted: the rules ask that of themselves, by a method that they keep to themselves. */
const withoutAcceptance = (): AwsSolutionsChecks =>
  Object.defineProperty(new AwsSolutionsChecks(), 'isAcknowledged', { value: () => false });

/** What is accepted, where and for what reason, with the paths of all that lies there. */
const acceptedIn = (stack: Stack) =>
  stack.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({ rule, reason, at: node.path, below: node.findAll().map((each) => each.node.path) })),
  );

describe('the rules of AWS Solutions', () => {
  const { found, accepted, raw, stacks } = inApp({}, (both) => {
    const all = Object.values(both);
    return {
      found: all.flatMap((stack) => findings(stack)),
      raw: new Set(all.flatMap((stack) => findings(stack, withoutAcceptance()))),
      accepted: all.flatMap(acceptedIn),
      stacks: all.map((stack) => stack.node.path),
    };
  });

  it('find nothing but what is accepted', () => {
    expect(found).toEqual([]);
  });

  it('have something to find: the test looks at every resource', () => {
    expect(raw.size).toBeGreaterThan(100);
  });

  it('are accepted for a reason that says why, beside what they find, and never for a whole stack', () => {
    expect(accepted.length).toBeGreaterThan(10);
    for (const { reason, at } of accepted) {
      expect(reason.split(' ').length, at).toBeGreaterThan(7);
      expect(stacks).not.toContain(at);
    }
  });

  it('are accepted only where they find something', () => {
    const idle = accepted.filter(({ rule, below }) => !below.some((path) => raw.has(`${rule} at ${path}`)));

    expect(idle.map(({ rule, at }) => `${rule} at ${at}`)).toEqual([]);
  });
});
