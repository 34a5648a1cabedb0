import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { staffPageHtml } from '../../templates/staff/frame.ts';
import { type SectionWork, sectionView } from '../../templates/staff/task-view.ts';

/** The page of a section of a list, as staff see it, with what a test wants different. The first section where none is named. */
export const drawnSection = (
  council: Council,
  list: Form,
  { part = '', ...rest }: Partial<SectionWork> & { part?: string } = {},
): string => {
  const [first] = list.sections;
  const section = list.sections.find(({ id }) => id === part) ?? first;
  if (section === undefined) throw new Error(`The list ${list.id} has no section`);
  const here = `/${council.slug}/staff/tasks/x`;
  const view = sectionView({
    list,
    section,
    state: { values: {}, problems: [], rows: {} },
    asked: {},
    known: [],
    lines: [],
    conflicts: [],
    aside: [],
    stale: [],
    ...rest,
  });
  const frame = { council, who: 'Kwame Nowak', path: `${here}/sections/${section.id}`, navigation: [] };
  return staffPageHtml('staff/task-section.njk', frame, {
    ...view,
    title: list.title,
    reference: 'K7M-29QX-T4F',
    forWhom: 'Rose Okafor',
    here,
    first: [],
    rest: [],
    panels: [],
    support: { pages: [] },
    also: '',
    action: `${here}/sections/${section.id}`,
    signIn: `/${council.slug}/staff/sign-in`,
    me: 'worker',
    was: '{}',
    saved: 'Nothing is saved yet.',
  });
};
