import type { CaseStage } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { EligibilityIndication } from '../../schemas/eligibility.ts';
import { msg, pageLanguage, said, say } from '../../schemas/say.ts';
import { assetUrl, colourUrl, logoUrl, lookUrl, storyUrls } from '../assets.ts';
import { carersNotice } from '../carers-notice.ts';
import { render } from '../environment.ts';
import { renderShared } from '../shared-pages.ts';
import { inTheirWords } from './council-words.ts';
import { toldStages, wayAt } from './stages.ts';

/** What a form brought, as a page carries it on. */
type TypedOnPage = {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly words: readonly string[];
  readonly maySend: boolean;
};

const productColour = '#1c4e63';

const stylesOf = ({ colour, brand }: Council): string[] => {
  const look = brand && lookUrl(brand);
  return [...(colour === undefined ? [] : [colourUrl(colour)]), ...(look === undefined ? [] : [look])];
};

/** What the layout shows around every page: whose site it is. @param logoOf the address of a council's logo, by its slug */
export const siteOf = (council: Council | undefined, logoOf = logoUrl) => ({
  name: council?.name ?? 'Careway',
  url: council === undefined ? '/' : `/${council.slug}`,
  /** Where the council's name leads, and whether that is its own website. */
  home: council?.brand?.homeUrl ?? (council === undefined ? '/' : `/${council.slug}`),
  ownHome: council?.brand?.homeUrl !== undefined,
  logo: council?.brand?.logo ? { src: logoOf(council.slug), ...council.brand.logo } : false,
  colour: council?.colour ?? productColour,
  styles: [assetUrl('careway.css'), ...(council === undefined ? [] : stylesOf(council))],
  script: assetUrl('careway.js'),
  icon: assetUrl('icon.svg'),
  contact: inTheirWords(council)?.contact,
  safeguarding: council?.safeguarding,
  privacyUrl: council?.privacyUrl,
  links: council === undefined ? [] : informationLinks(council),
  ...pageLanguage(),
});

const informationLinks = ({ slug }: Council) => [
  { href: `/${slug}/support`, text: say`What help there is` },
  { href: `/${slug}/help`, text: say`Help and contact` },
  { href: `/${slug}/privacy`, text: say`Privacy` },
  { href: `/${slug}/cookies`, text: say`Cookies` },
  { href: `/${slug}/accessibility`, text: say`Accessibility statement` },
];

/** A council's front page: what an assessment is, who can ask, what happens, and the button that opens the form. */
export const startPage = ({
  council: of,
  title,
  time,
  referralTime,
}: {
  council: Council;
  title: string;
  /** How long it takes in words: "20 to 35 minutes"; and the same of a professional’s referral. */
  time: string;
  referralTime: string;
}): string => {
  const council = inTheirWords(of);
  return render('pages/start.njk', {
    site: siteOf(of),
    title,
    time,
    referralTime,
    area: council.area,
    terms: council.terms,
    notices: council.notices,
    conditions: council.eligibilityNotice,
    complaintsRole: council.complaints.role,
    stages: toldStages(council),
  });
};

/** How a condition's answer is said to the public: what the form shows so far, never that it is met. */
const found = {
  met: msg`What you told us suggests that this may be true for you.`,
  'not-met': msg`What you told us does not show this so far.`,
  'not-known': msg`We need to know more about this.`,
} as const;

/** What follows from an indication, once the form is sent. */
const meaning: Readonly<Record<EligibilityIndication['possibility'], string>> = {
  'may-be-eligible': msg`We will talk with you to find out more.`,
  'may-not-be-eligible': msg`You can still have an assessment. It may show more than the form could ask.`,
  'not-enough-information': msg`Some answers are missing. We will ask you about them when we talk.`,
};

const conditionsOf = (notices: readonly string[], indication: EligibilityIndication) =>
  notices.map((notice, index) => {
    const answer = indication.conditions.find(({ condition }) => condition === index + 1)?.answer ?? 'not-known';
    return { notice: `${notice.charAt(0).toUpperCase()}${notice.slice(1)}`, found: said(found[answer]) };
  });

/** What a carer pays, where the council does not say it in words of its own. Care Act 2014 s.14(1) and (3). */
const carerCharging = msg`A carer never pays for care that the person they look after gets. Where a carer gets support of their own, we say first if there is something to pay.`;
const carersPayNothing = msg`A carer never pays for care that the person they look after gets. We do not charge carers for support of their own.`;

/** What a carer may have to pay, in the council's words; without these, what its settings say of charging carers. Care Act 2014 s.14(1) and (3). */
export const carerChargingOf = ({ carerChargingNotice, charging }: Council): string =>
  carerChargingNotice ?? said(charging?.chargeCarers === false ? carersPayNothing : carerCharging);

const carersAdvice = msg`Whatever we decide, we give carers advice and information.`;

/** What we say that we have, by the form that was sent. */
const received = {
  application: msg`We have your application`,
  referral: msg`We have your referral`,
  'referral-not-agreed': msg`We have your referral`,
  'not-agreed': msg`We have your application`,
  'help-now': msg`We have your request for help`,
} as const;

/**
 * What a person sees when the application is in. It shows nothing that they typed but what follows from it.
 *
 * @param input.targetOn the day by which the council aims to be in touch, written out: "Monday 16 February 2026"
 * @param input.outsideArea whether the home lies outside the postcodes that the council named
 * @param input.toConfirm whether an email address was given that has been asked to be confirmed
 * @param input.carer the carer's own case, where two people asked to be assessed together
 * @param input.way which form it was, where something else follows than from an application
 * @param input.readOn the day on which a call for help is read, written out
 * @param input.recallToken shows the button that opens the form again, which posts this token
 */
export const confirmationPage = ({
  council: of,
  reference,
  about = 'needs',
  indication,
  carer,
  outsideArea,
  toConfirm = false,
  way = 'application',
  readOn = '',
  targetOn,
  recallToken = '',
  helped = false,
  together,
}: {
  council: Council;
  reference: string;
  about?: 'needs' | 'carer';
  indication?: EligibilityIndication | undefined;
  carer?: { reference: string; indication: EligibilityIndication };
  outsideArea: boolean;
  toConfirm?: boolean;
  way?: keyof typeof received;
  readOn?: string;
  targetOn: string;
  recallToken?: string;
  /** It is one of two parts that two people fill in by themselves; the code of whoever brings in the other. */
  together?: { code?: string } | undefined;
  /** Whether whoever sent it is none of those whom it is about. */
  helped?: boolean;
}): string => {
  const council = inTheirWords(of);
  const { assessment } = council.terms;
  const needs = carer ? say`${assessment} and a carer’s assessment` : assessment;
  const asked = about === 'carer' ? say`carer’s assessment` : needs;
  const whom = about === 'carer' ? say`the carer` : say`the person`;
  const shown = (kind: 'needs' | 'carer', found: EligibilityIndication, whose: string) => ({
    whose,
    heading: said(found.heading),
    meaning: said(meaning[found.possibility]),
    conditions: conditionsOf(kind === 'carer' ? carersNotice.map(said) : council.eligibilityNotice, found),
  });
  return renderShared(
    'pages/confirmation.njk',
    {
      site: siteOf(of),
      title: said(received[way]),
      way,
      picture: storyUrls('what-next'),
      area: council.area,
      forCarer: about === 'carer',
      asked: way === 'help-now' ? '' : asked,
      talkedWith: carer ? say`each of the two` : helped ? whom : say`you`,
      youMeans: carer ? say`the one whom each part is about` : helped ? whom : '',
      notices: council.notices,
      advice: about === 'carer' ? said(carersAdvice) : council.notices.advice,
      charging: [
        ...(about === 'carer' ? [] : [council.notices.charging]),
        ...(about === 'carer' || carer ? [carerChargingOf(council)] : []),
      ],
      indications: [
        ...(indication ? [shown(about, indication, carer ? say`The person who needs support` : '')] : []),
        ...(carer ? [shown('carer', carer.indication, say`The carer`)] : []),
      ],
      outsideArea,
      toConfirm,
    },
    {
      reference,
      carerReference: carer?.reference ?? '',
      targetOn,
      readOn,
      recallToken,
      apart: together ? 'yes' : '',
      togetherCode: together?.code ?? '',
    },
  );
};

/**
 * Where a request is, for whoever holds its reference: nothing about the person.
 *
 * @param input.facts what to show in order, such as `{ label: "We aim to be in touch by", value: "Monday 2 February 2026" }`
 */
export const statusPage = ({
  council,
  reference,
  now,
  next,
  facts,
  stage,
}: {
  council: Council;
  reference: string;
  /** Where the case is, from which the way is drawn. */
  stage: CaseStage;
  now: string;
  next: string;
  facts: readonly { label: string; value: string }[];
}): string => {
  const shown = [{ label: 'Reference', value: reference }, { label: 'Where it is', value: now }, ...facts];
  return render('pages/status.njk', {
    site: siteOf(council),
    title: 'Where your request is',
    next,
    way: wayAt(council, stage) ?? false,
    rows: shown.map(({ label, value }) => ({ key: { text: label }, value: { text: value } })),
  });
};

/** The list of councils that this site serves. */
export const councilsPage = ({ councils }: { councils: readonly Pick<Council, 'slug' | 'name'>[] }): string =>
  render('pages/councils.njk', { site: siteOf(undefined), title: 'Get help with care and support', councils });

/**
 * What a person sees when something is not there, or went wrong.
 *
 * @param input.detail what to do now, in a sentence or two
 * @param input.links where to go on, such as back to the form
 */
export const problemPage = ({
  title,
  detail,
  council,
  links = [],
  typed,
}: {
  title: string;
  detail: string;
  council?: Council;
  links?: readonly { href: string; text: string }[];
  /** A form that was sent in vain. */
  typed?: TypedOnPage | undefined;
}): string => render('pages/problem.njk', { site: siteOf(council), title, detail, links, typed: typed ?? false });
