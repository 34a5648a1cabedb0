import { describe, expect, it } from 'vitest';
import { assessFinances } from '../../../domain/charging/financial-assessment.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { financialAssessment } from '../../../schemas/assessment.ts';

const posted = (changes: object = {}) =>
  financialAssessment.parse({ ...staffAnswers('2026-01-12')['assess-finances'], ...changes });

describe('assessFinances', () => {
  it('works out 41.55 a week for case H1 of the charging tables and keeps the working', () => {
    const result = assessFinances(posted(), undefined);

    expect(result.ok && result.record.charge).toMatchObject({ personPays: 4155, councilPays: 14_745, status: 'final' });
    expect(result.ok && result.record.charge.working.length).toBeGreaterThan(5);
  });

  it('records no charge that rests on a figure nobody has looked up, and names the figure', () => {
    const result = assessFinances(posted({ confirmed: [] }), undefined);

    expect(result).toMatchObject({ ok: false, broken: [{ field: 'confirmed.2025-26.mig-single-pension-age' }] });
  });

  it('charges by the figure that was looked up where it differs: 1 pound more to live on is 1 pound less to pay', () => {
    const rate = { pence: 23_360, source: 'The circular', confirmedOn: '2026-01-12' };
    const confirmedRates = { '2025-26': { 'mig-single-pension-age': rate } };

    const result = assessFinances(posted({ confirmed: [], confirmedRates }), undefined);

    expect(result.ok && result.record.charge.personPays).toBe(4055);
  });

  it('names the field of a figure that cannot be: a weekly cost below 0', () => {
    const { assessment } = staffAnswers('2026-01-12')['assess-finances'];

    const read = financialAssessment.safeParse({
      ...staffAnswers('2026-01-12')['assess-finances'],
      assessment: { ...assessment, weeklyCost: -1 },
    });

    expect(read.error?.issues[0]?.path).toEqual(['assessment', 'weeklyCost']);
  });
});
