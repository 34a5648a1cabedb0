import type { WaitsFor } from '../../schemas/task.ts';

/** What each reason for waiting is called, after “Waits for”. */
export const waitsForWords: Readonly<Record<WaitsFor, string>> = {
  person: 'the person',
  helper: 'family, a friend or whoever helps',
  health: 'the NHS',
  provider: 'a provider',
  'other-team': 'another team of the council',
  'other-council': 'another council',
  'money-papers': 'papers about money',
  hospital: 'the person to leave hospital',
  court: 'a court or the Office of the Public Guardian',
  'something-else': 'something else, as the note says',
};
