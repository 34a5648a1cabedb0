import { describe, expect, it } from 'vitest';
import type { Form } from '../../schemas/form-language.ts';
import { carerDecision } from '../../schemas/forms/carer-decision.ts';
import { decision } from '../../schemas/forms/decision.ts';
import { estimate } from '../../schemas/forms/estimate.ts';
import { finances } from '../../schemas/forms/finances.ts';
import { workPage } from '../../templates/pages/work-page.ts';
import { council } from './fixtures.ts';
import { htmlFaults } from './html-faults.ts';

const parts = [decision, carerDecision, estimate, finances].flatMap((list: Form) =>
  list.sections.map(({ id }) => ({ list, id: list.id, part: id })),
);

const draw = (list: Form, part: string, problems: { field: string; message: string }[] = []) =>
  workPage({
    council,
    list,
    part,
    title: 'Decide eligibility',
    facts: [{ label: 'Due', value: 'Friday 4 December 2026' }],
    before: [],
    state: { values: {}, problems },
    known: [],
    lines: [],
    action: '/x',
    here: '/x',
  });

describe('the pages on which staff decide', () => {
  it.each(parts)('are whole and accessible HTML: $id, $part', async ({ list, part }) => {
    expect(await htmlFaults(draw(list, part))).toEqual([]);
  });

  it('have the title of their part, with what is wrong said first', () => {
    const title = 'Answer condition 1: Decide eligibility - Leicestershire County Council';

    expect(draw(decision, 'condition-1')).toContain(`<title>${title}</title>`);
    expect(draw(decision, 'condition-1', [{ field: 'condition1', message: 'Say if it is met' }])).toContain(
      `<title>Error: ${title}</title>`,
    );
  });
});
