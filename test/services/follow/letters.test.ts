import { describe, expect, it } from 'vitest';
import { estimate } from '../../../schemas/forms/estimate.ts';
import { withOverlay } from '../../../schemas/overlay.ts';
import { type WorkRecord, workRecord } from '../../../schemas/records.ts';
import { letterOf } from '../../../services/follow/letters.ts';
import { withAdded, workCopy } from '../../../services/follow/work-copy.ts';
import { finishing } from '../../support/finished-work.ts';
import { council } from '../../templates/fixtures.ts';

const head = {
  id: 'work.assessment-1.estimate-budget',
  councilName: council.name,
  reference: 'K7M-29QX-T4F',
  madeOn: '2026-01-05',
};
const words = {
  conditions: council.eligibilityNotice,
  worker: council.terms.worker,
  complaintsRole: council.complaints.role,
  name: council.terms.firstBudget,
};

/** What finishing a kind of work keeps. */
const kept = (
  kind: 'decide-carer-eligibility' | 'estimate-budget' | 'assess-finances',
  changes: object = {},
): WorkRecord => {
  const outcome = finishing(kind)();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return workRecord.parse({
    council: council.slug,
    reference: head.reference,
    at: '2026-01-05T11:00:00.000Z',
    by: { kind: 'public' },
    ...outcome.records[0],
    ...changes,
  });
};
const said = (kind: Parameters<typeof kept>[0]): string => JSON.stringify(letterOf(kept(kind), head, words)?.blocks);

describe('letterOf', () => {
  it.each([
    {
      kind: 'decide-carer-eligibility',
      says: ['You have eligible needs.', 'Time for things that you enjoy', 'Ombudsman'],
    },
    { kind: 'estimate-budget', says: ['£189.00 a week', 'Help to wash and dress each morning', '7, 45 minutes each'] },
    { kind: 'assess-finances', says: ['£41.55', 'State Pension', 'Council Tax', 'Laundry'] },
  ] as const)('says in the letter of $kind what its rule found', ({ kind, says }) => {
    for (const words of says) expect(said(kind)).toContain(words);
  });

  it('sets a new charge beside the one before: from which day, and why', () => {
    const before = kept('assess-finances', { id: 'assessment-1.assess-finances', at: '2025-10-05T11:00:00.000Z' });
    const { result, answers } = before;
    if (result?.kind !== 'charge') throw new Error('There is no charge');
    const charge = { ...result.charge, personPays: 2000 };
    const now = workRecord.parse({
      ...before,
      id: 'case.assess-finances',
      at: '2026-01-05T11:00:00.000Z',
      answers: { ...answers, assessmentReason: 'change', changedOn: '2025-12-01', late: 'no' },
      result: { kind: 'charge', charge },
    });

    const letter = JSON.stringify(letterOf(now, head, words, [before, now])?.blocks);

    expect(letter).toContain('Your money or your care has changed.');
    expect(letter).toContain('It changed on 1 December 2025.');
    expect(letter).toContain('["You pay","£41.55","£20.00"]');
    expect(letter).toContain('From 5 January 2026');
    expect(JSON.stringify(letterOf(before, head, words, [before, now])?.blocks)).not.toContain('What has changed');
  });

  it('is none for other work, whose copy its list gives', () => {
    const { result: _result, ...record } = kept('estimate-budget');

    expect(letterOf(record, head, words)).toBeUndefined();
    expect(workCopy(estimate, record, head)?.title).toBe('Your estimated budget');
  });
});

describe('withAdded', () => {
  const ownEstimate = withOverlay(estimate, {
    version: 1,
    add: [
      {
        page: 'told',
        shownIn: 'draft-plan',
        question: {
          id: 'councilPanel',
          type: 'yesno',
          label: 'Does a panel look at it?',
          name: 'Panel looks at it',
          error: 'Select yes or no: panel looks at it',
        },
      },
    ],
  });

  it('ends the letter with the answers to the council’s own questions', () => {
    const record = kept('estimate-budget', { added: { councilPanel: 'yes' } });
    const letter = letterOf(record, head, words);
    if (letter === undefined) throw new Error('There is no letter');

    const blocks = withAdded(letter, ownEstimate, record, head).blocks;

    expect(JSON.stringify(blocks.slice(letter.blocks.length))).toContain('Panel looks at it');
    expect(withAdded(letter, estimate, kept('estimate-budget'), head)).toBe(letter);
  });
});
