import type { Council } from '../../schemas/council.ts';
import { render } from '../environment.ts';
import { siteOf } from './pages.ts';

type Option = { readonly value: string; readonly text: string; readonly selected: boolean };

/** One kind of help as the public reads it. */
type SupportShown = {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly kind: string;
  /** Who gives it; empty where no source names anybody. */
  readonly provider: string;
  readonly whom: string;
  /** Where it is to be had, where that is not the council’s whole area. */
  readonly area: string;
  readonly cost: readonly string[];
  readonly ways: readonly { readonly says: string; readonly href: string; readonly text: string }[];
  readonly isUnconfirmed: boolean;
};

/**
 * What help there is, with a search that needs no script.
 *
 * @param input.near whether nothing has the words that were typed, and this is what comes near
 */
export const supportPage = ({
  council,
  ...shown
}: {
  council: Council;
  words: string;
  outcomes: readonly Option[];
  whom: readonly Option[];
  isNarrowed: boolean;
  near: boolean;
  counted: string;
  groups: readonly { readonly title: string; readonly entries: readonly SupportShown[] }[];
}): string =>
  render('pages/support.njk', {
    site: siteOf(council),
    title: shown.words === '' ? 'What help there is' : `${shown.words} - What help there is`,
    assessment: council.terms.assessment,
    advice: council.notices.advice,
    ...shown,
  });
