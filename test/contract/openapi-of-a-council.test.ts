import { describe, expect, it } from 'vitest';
import { isoInstant } from '../../schemas/scalars.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';
import { openApi } from '../../services/web/openapi.ts';

const councils = createCouncils(everyCouncil());
const question = {
  id: 'councilParking',
  type: 'text',
  label: 'Where can one park?',
  name: 'Parking',
  error: 'Enter where one can park',
};
const overlaid = {
  ...councils,
  known: (slug: string) => ({
    ...councils.known(slug),
    ...(slug === 'coventry' && {
      lists: { triage: { version: 1, add: [{ page: 'contact', shownIn: 'assess-needs', question }] } },
    }),
  }),
};
const deps = (of: typeof councils) => ({
  clock: { now: () => isoInstant.parse('2026-11-28T10:00:00.000Z') },
  councils: of,
  siteUrl: 'https://care.example',
  staffSignIn: {
    issuer: 'https://sign-in.example',
    clientId: 'x',
    keys: () => Promise.reject(new Error('not asked')),
    endpoints: { authorize: '', token: '', logout: '' },
    directories: [],
  },
});
const schemasIn = (of: typeof councils) => openApi(deps(of)).components?.schemas ?? {};

describe('the OpenAPI document', () => {
  it('has the answers of a list as the councils ask it that have changed it, and no others', () => {
    const names = Object.keys(schemasIn(overlaid)).filter((name) => name.includes('AnswersOf'));

    expect(names).toEqual(['TriageAnswersOfCoventry', 'TriageAnswersOfWarwickshire']);
    expect(JSON.stringify(schemasIn(overlaid)['TriageAnswersOfCoventry'])).toContain('councilParking');
    expect(JSON.stringify(schemasIn(overlaid)['TriageAnswers'])).not.toContain('councilParking');
  });

  it('has Warwickshire’s triage as it is asked there: a question of its own, another left out', () => {
    const schemas = schemasIn(councils);
    const own = JSON.stringify(schemas['TriageAnswersOfWarwickshire']);

    expect(Object.keys(schemas).filter((name) => name.includes('AnswersOf'))).toEqual(['TriageAnswersOfWarwickshire']);
    expect(own).toContain('councilOtherServices');
    expect(own).not.toContain('"referrer"');
    expect(JSON.stringify(schemas['TriageAnswers'])).toContain('"referrer"');
  });

  it('has none where no council changes a list', () => {
    const unchanged = {
      ...councils,
      known: (slug: string) => {
        const { lists: _lists, ...rest } = councils.known(slug);
        return rest;
      },
    };

    expect(Object.keys(schemasIn(unchanged)).filter((name) => name.includes('AnswersOf'))).toEqual([]);
  });
});
