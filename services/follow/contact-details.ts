import { sameAddress } from '../../domain/journey/address-proof.ts';
import type { Follower } from '../../domain/journey/case-following.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { helperDetails, personDetails } from '../../schemas/forms/case-answers.ts';
import { type CaseReference, type CouncilSlug, caseReference } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createAddressProofs } from '../mail/address-proofs.ts';
import { createLinks, type UsedLink } from '../mail/links.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { CaseReader } from './case-access.ts';

/** The questions about contact details, for the person or for whoever helps. */
export const detailsForm = (as: Follower): Form => (as === 'person' ? personDetails : helperDetails);

/** What the case holds now, as answers to those questions. */
export const detailsOf = ({ person, helper, contactBy, formats, language }: CareCase, as: Follower): Answers => {
  const { email, phone } = (as === 'person' ? person : helper) ?? {};
  const reach: Answers = { ...(phone && { phone }), ...(email && { email }) };
  if (as === 'helper') return reach;
  const { preferredName, address, postcode } = person;
  return {
    ...reach,
    ...(preferredName && { preferredName }),
    address,
    postcode,
    contactBy: contactBy ?? (email ? 'email' : 'post'),
    formats: [...formats],
    ...(language && { language }),
  };
};

const textIn = (answers: Answers, question: string): string | undefined => {
  const answer = answers[question];
  return typeof answer === 'string' ? answer : undefined;
};

const withDetails = (careCase: CareCase, as: Follower, answers: Answers): CareCase => {
  const phone = textIn(answers, 'phone');
  if (as === 'helper') {
    if (careCase.helper === undefined) return careCase;
    const { phone: _before, ...rest } = careCase.helper;
    return { ...careCase, helper: { ...rest, ...(phone && { phone }) } };
  }
  const { phone: _phone, preferredName: _name, ...person } = careCase.person;
  const { language: _language, ...rest } = careCase;
  const [preferredName, language] = [textIn(answers, 'preferredName'), textIn(answers, 'language')];
  const { formats } = answers;
  return {
    ...rest,
    person: {
      ...person,
      ...(phone && { phone }),
      ...(preferredName && { preferredName }),
      address: textIn(answers, 'address') ?? person.address,
      postcode: textIn(answers, 'postcode') ?? person.postcode,
    },
    contactBy: (textIn(answers, 'contactBy') ?? 'email') as NonNullable<CareCase['contactBy']>,
    formats: Array.isArray(formats) ? formats.filter((one) => typeof one === 'string') : [],
    ...(language && { language }),
  };
};

/** What came of a link that proves an address. */
export type ProvedAddress =
  | Exclude<UsedLink, { state: 'opened' }>
  | { readonly state: 'opened'; readonly reference: CaseReference };

/** Contact details, corrected by those whom they are of. */
export const createContactDetails = (deps: Deps) => {
  const { store } = deps;

  const save = async (before: CareCase, after: CareCase, actor: CaseReader['actor'], addresses: string[] = []) =>
    store.commit({
      case: { ...after, version: before.version + 1 },
      addresses,
      events: [
        eventOf(deps, before, {
          actor,
          action: addresses.length > 0 ? 'address-proved' : 'details-changed',
          authority: 'UK GDPR Article 16',
        }),
      ],
    });

  /** Makes a proved address the one of the person or of the helper. @throws Problem 503 */
  const take = async (before: CareCase, as: Follower, email: string): Promise<CareCase> => {
    const proved = { email, emailProved: { at: deps.clock.now(), by: 'link' } } as const;
    const after: CareCase = {
      ...before,
      ...(as === 'person' || before.helper === undefined
        ? { person: { ...before.person, ...proved } }
        : { helper: { ...before.helper, ...proved } }),
    };
    if (!(await save(before, after, { kind: 'public', as }, [email]))) throw problems.busy();
    return { ...after, version: before.version + 1 };
  };

  return {
    /**
     * Saves what was changed, but an email address, to which a link goes first: nothing personal is mailed to an address that is not proved.
     *
     * @returns the address to which a link was sent, if one was
     */
    async change(council: Council, reader: CaseReader, answers: Answers): Promise<string | undefined> {
      const { careCase, as, actor } = reader;
      const given = textIn(answers, 'email');
      const { email: before } = (as === 'person' ? careCase.person : careCase.helper) ?? {};
      const after = withDetails(careCase, as, answers);
      // Taken away, an address gets nothing more; and its holder is signed in no longer.
      const { email: _gone, emailProved: _proof, ...person } = after.person;
      const left = given === undefined && before !== undefined && as === 'person' ? { ...after, person } : after;
      if (!(await save(careCase, left, actor))) throw problems.busy();
      if (given === undefined || sameAddress(before, given)) return undefined;
      await createLinks(deps).send(council, {
        address: given,
        purpose: 'address',
        path: `/${council.slug}/case/confirm-email`,
        subjects: [`${careCase.reference} ${as}`],
      });
      return given;
    },

    /** Uses the link to a new address, with the date of birth as a second check, and makes it the case's. */
    async prove(council: CouncilSlug, token: string, dateOfBirth: unknown): Promise<ProvedAddress> {
      let changed: { careCase: CareCase; as: Follower } | undefined;
      const used = await createLinks(deps).use(
        council,
        'address',
        token,
        async ({ subjects: [subject = ''], address }) => {
          const [reference, whose] = subject.split(' ');
          const known = caseReference.safeParse(reference);
          const before = known.success ? await store.case(council, known.data) : undefined;
          if (before === undefined || before.person.dateOfBirth !== dateOfBirth) return false;
          const as = whose === 'helper' ? 'helper' : 'person';
          // Before the link counts as used: where the process dies in between, using it again finishes what was begun.
          changed = { careCase: await take(before, as, address), as };
          return true;
        },
      );
      if (used.state !== 'opened') return used;
      if (changed === undefined) throw problems.notFound();
      await createAddressProofs(deps).tellWhatWasHeld(changed.careCase, changed.as);
      return { state: 'opened', reference: changed.careCase.reference };
    },
  };
};
