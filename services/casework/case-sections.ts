import type { CareCase } from '../../schemas/case.ts';
import { routes } from '../../schemas/routes.ts';

/** The sections of a case in the order of its navigation: each is a page of its own under the case's address. */
export const caseSections = {
  overview: { part: '', text: 'Overview' },
  timeline: { part: 'timeline', text: 'Timeline' },
  work: { part: 'work', text: 'Work' },
  answers: { part: 'answers', text: 'Answers' },
  plan: { part: 'plan', text: 'Plan and money' },
  documents: { part: 'documents', text: 'Documents' },
  people: { part: 'people', text: 'People and sharing' },
  journey: { part: 'journey', text: 'Journey' },
  visits: { part: 'visits', text: 'Visits' },
  notes: { part: 'notes', text: 'Notes' },
  requests: { part: 'requests', text: 'Requests' },
  actions: { part: 'actions', text: 'What may be done' },
} as const;
export type CaseSection = keyof typeof caseSections;

/** The address of a page of a case for staff. */
export const staffCasePath = ({ council, reference }: Pick<CareCase, 'council' | 'reference'>, part = ''): string =>
  `/${council}/staff/cases/${reference}${part === '' ? '' : `/${part}`}`;

/** Whether a page below a case's address is there to be read. Nothing leads to a page that is not. */
export const isCasePage = (part: string): boolean => {
  const path = `/{council}/staff/cases/{reference}${part === '' ? '' : `/${part}`}`;
  return routes.some((route) => route.method === 'GET' && route.path === path);
};
