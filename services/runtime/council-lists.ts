import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { type Overlay, type Overlays, overlays, withOverlay } from '../../schemas/overlay.ts';

/** Read once for each council, by those alone who ask its lists: most functions never do. */
const read = new WeakMap<Council, Overlays>();

/**
 * All that a council changes in lists, by the list's id.
 *
 * @throws ZodError where its file is wrong, which a test of every council's file finds first
 */
export const overlaysOf = (council: Council): Overlays => {
  if (council.lists === undefined) return {};
  const known = read.get(council) ?? overlays.parse(council.lists);
  read.set(council, known);
  return known;
};

/** What a council changes in a list, or nothing. */
export const overlayOf = (council: Council, list: string): Overlay | undefined => overlaysOf(council)[list];

/** A question list as a council asks it. */
export const askedBy = (council: Council, list: Form): Form => withOverlay(list, overlayOf(council, list.id));
