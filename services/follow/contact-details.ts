import { sameAddress } from '../../domain/journey/address-proof.ts';
import { contactOf, differing, type Follower, type PersonsCase, withDetails } from '../../domain/journey/persons.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { helperDetails, personDetails } from '../../schemas/forms/case-answers.ts';
import {
  type ChangeUndone,
  type Helper,
  type KnownPerson,
  mostTold,
  mostUndone,
  type Person,
} from '../../schemas/person.ts';
import { type CaseReference, type CouncilSlug, caseReference, type IsoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createAddressProofs } from '../mail/address-proofs.ts';
import { createChangedDetails } from '../mail/changed-details.ts';
import { createLinks, type Link, type UsedLink } from '../mail/links.ts';
import { writtenFor } from '../mail/reading.ts';
import { problems } from '../runtime/problems.ts';
import { personEventOf } from '../store/audit.ts';
import type { Change, PersonWrite, SpentLink } from '../store/changes.ts';
import { createLimits } from '../web/limits.ts';
import { type TypedBirth, wasBornOn } from '../web/typed-birth.ts';
import type { CaseReader } from './case-access.ts';

const attempts = 3;

type Undoes = NonNullable<Link['undoes']>;

/** As whom somebody asked for a link to a new address. */
const asOf = ({ subjects: [subject = ''] }: Link): Follower => (subject.endsWith(' helper') ? 'helper' : 'person');

/** Whether a link was asked for before a change was undone, so that whoever had made it may have asked. */
const isUndone = ({ changesUndone = [] }: KnownPerson, { sentAt }: Link): boolean =>
  changesUndone.some(({ at }) => sentAt < at);

/** Whether an earlier change of the same was undone after this one, which was built on it. */
const isOvertaken = ({ changesUndone = [] }: KnownPerson, { of, changedAt, ...before }: Undoes): boolean =>
  changesUndone.some(
    (one) =>
      one.of === of &&
      one.changedAt < changedAt &&
      changedAt <= one.at &&
      one.details.some((detail) => before[detail] !== undefined),
  );

type AddressTold = NonNullable<KnownPerson['addressesTold']>[number];

/** The addresses that can still undo their change, the first told first. */
const ableToUndo = ({ addressesTold = [] }: Pick<KnownPerson, 'addressesTold'>, days: number, now: IsoInstant) =>
  addressesTold
    .filter(({ changedAt }) => Date.parse(now) - Date.parse(changedAt) < days * 86_400_000)
    .toSorted((a, b) => a.changedAt.localeCompare(b.changedAt));

/** Which address is told by what is written with a change, if any. */
const toldBy = (follows: Change | undefined): AddressTold[] =>
  (follows?.signals ?? []).flatMap((signal) =>
    signal.kind === 'tell-before-change' && signal.before.email
      ? [{ of: signal.before.of, address: signal.before.email.address, changedAt: signal.at }]
      : [],
  );

/** An item of a person with that a change of theirs was undone. */
const withUndone = (item: Person, { of, details, changedAt }: Omit<ChangeUndone, 'at'>, at: IsoInstant): Person => ({
  ...item,
  changesUndone: [...(item.changesUndone ?? []), { of, details, changedAt, at }].slice(-mostUndone),
});

/** The questions about contact details, for the person or for whoever helps. */
export const detailsForm = (as: Follower): Form => (as === 'person' ? personDetails : helperDetails);

/** What is known now, as answers to those questions. */
export const detailsOf = (of: PersonsCase, as: Follower): Answers => {
  const { email, phone } = contactOf(of, as) ?? {};
  const reach: Answers = { ...(phone && { phone }), ...(email && { email }) };
  if (as === 'helper') return reach;
  const { preferredName, address, postcode, contactBy, formats, language } = of.person;
  return {
    ...reach,
    ...(preferredName && { preferredName }),
    ...(address && { address }),
    ...(postcode && { postcode }),
    contactBy: contactBy ?? (email ? 'email' : 'post'),
    formats: [...formats],
    ...(language && { language }),
  };
};

const textIn = (answers: Answers, question: string): string | undefined => {
  const answer = answers[question];
  return typeof answer === 'string' ? answer : undefined;
};

/** What a person is like by what they answered; what was not asked is as it was. An address that is new counts once it is proved. */
const said = (before: KnownPerson, answers: Answers): Parameters<typeof withDetails>[1] => {
  const {
    preferredName: _name,
    email,
    emailProved,
    phone: _phone,
    safeToLeaveMessage,
    language: _in,
    ...rest
  } = before;
  const [phone, preferredName, language] = ['phone', 'preferredName', 'language'].map((id) => textIn(answers, id));
  const { formats } = answers;
  return {
    ...rest,
    ...(preferredName && { preferredName }),
    // Taken away, an address gets nothing more; and its holder is signed in no longer.
    ...(email && textIn(answers, 'email') && { email, ...(emailProved && { emailProved }) }),
    // Whether a message may be left was said of the number before.
    ...(phone && { phone, ...(phone === before.phone && safeToLeaveMessage !== undefined && { safeToLeaveMessage }) }),
    address: textIn(answers, 'address') ?? before.address,
    postcode: textIn(answers, 'postcode') ?? before.postcode,
    contactBy: (textIn(answers, 'contactBy') ?? 'email') as Person['contactBy'],
    formats: Array.isArray(formats) ? formats.filter((one) => typeof one === 'string') : [],
    ...(language && { language }),
  };
};

/**
 * Contact details, corrected by those whom they are of. They are the person's, so a change counts for all of their cases at once and
 * stands in the history of each. Of items that were joined the one whose case it was made in keeps it.
 */
export const createContactDetails = (deps: Deps) => {
  const { store } = deps;
  const changedDetails = createChangedDetails(deps);

  /** Whether an address is the one by which somebody is reached already. */
  const isSame = (of: PersonsCase, as: Follower, email: string): boolean =>
    sameAddress(contactOf(of, as)?.email, email);

  /** All items of a person, and the one to which a case belongs. */
  const itemsOf = async (careCase: PersonsCase['careCase']) => {
    const { items, person } = await store.personOf(careCase);
    const own = items.find(({ id }) => id === careCase.personId);
    if (own === undefined) throw problems.busy();
    return { items, own, person };
  };

  /** Writes items of a person that were changed; false where somebody else was first, or the link is used that goes with it. */
  const written = async (
    changed: readonly Person[],
    finds: readonly string[],
    event: { actor: CaseReader['actor']; action: EventAction; reference: CaseReference },
    { spends, besides }: { spends?: SpentLink; besides?: Change | undefined } = {},
  ): Promise<boolean> => {
    const [first, ...others] = changed.map((person): PersonWrite => ({ person, finds }));
    const [told, ...alsoTold] = changed.map((person) =>
      personEventOf(deps, person, { ...event, authority: 'UK GDPR Article 16' }),
    );
    if (first === undefined || told === undefined) return true;
    const change = {
      people: [first, ...others],
      personEvents: [told, ...alsoTold],
      ...(spends && { spends }),
    } as const;
    const isWritten = await store.commit(change, ...(besides ? [besides] : []));
    if (isWritten && besides?.signals) await deps.workflows.trySend(besides.signals);
    return isWritten;
  };

  /** The case for which a link to a new address was asked. */
  const caseOf = async (council: CouncilSlug, { subjects: [subject = ''] }: Link) => {
    const known = caseReference.safeParse(subject.split(' ')[0]);
    return known.success ? store.case(council, known.data) : undefined;
  };

  /** The items in which a helper stands, with something said of them. One who helps with several cases may stand in several items. */
  const withHelper = (items: readonly Person[], helper: Helper, change: (found: Helper) => Helper): Person[] =>
    items.flatMap((item) => {
      const isThem = (one: Helper) => one.id === helper.id || sameAddress(one.email, helper.email);
      if (!item.helpers.some(isThem)) return [];
      const helpers = item.helpers.map((one) => (isThem(one) ? change(one) : one));
      return [{ ...item, version: item.version + 1, helpers }];
    });

  /** The items as a person or a helper changes them; none where nothing is new. */
  const changedItems = async ({ careCase, as, helper }: CaseReader, answers: Answers): Promise<Person[]> => {
    const { items, own, person } = await itemsOf(careCase);
    if (as === 'person') {
      const after = said(person, answers);
      const details = differing(person, after);
      const next = { ...own, version: own.version + 1 };
      return details.length > 0 ? [withDetails(next, after, details, deps.clock.now())] : [];
    }
    const phone = textIn(answers, 'phone');
    if (helper === undefined || helper.phone === phone) return [];
    return withHelper(items, helper, ({ phone: _before, ...rest }) => ({ ...rest, ...(phone && { phone }) }));
  };

  const undoDays = ({ council }: CareCase): number => deps.councils.known(council).limits.undoDays;

  /** An item of a person with the address that is told of a change of theirs. */
  const withTold = (item: Person, careCase: CareCase, follows: Change | undefined): Person => {
    const told = toldBy(follows);
    if (told.length === 0) return item;
    const before = ableToUndo(item, undoDays(careCase), deps.clock.now());
    return { ...item, addressesTold: [...before, ...told].slice(0, mostTold) };
  };

  /** Makes a proved address the one of the person or of the helper, and spends its link with it; false where others were always first. */
  const take = async (careCase: CareCase, as: Follower, email: string, spends: SpentLink): Promise<boolean> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { items, own, person } = await itemsOf(careCase);
      const proved = { email, emailProved: { at: spends.at, by: 'link' as const } };
      const helper = as === 'helper' ? person.helpers.find(({ id }) => id === careCase.helperId) : undefined;
      const taken = helper
        ? withHelper(items, helper, (found) => ({ ...found, ...proved }))
        : [withDetails({ ...own, version: own.version + 1 }, proved, ['email'], spends.at)];
      const actor = { kind: 'public', as } as const;
      const event = { actor, action: 'address-proved', reference: careCase.reference } as const;
      const before = { careCase, person };
      const whose = helper?.id ?? 'person';
      const back = isSame(before, as, email)
        ? undefined
        : ableToUndo(person, undoDays(careCase), spends.at).find(
            ({ of, address }) => of === whose && sameAddress(address, email),
          );
      // Whoever could undo it takes it back by the way of every change: whoever had it between has no say in it.
      const isTold = back === undefined && !isSame(before, as, email);
      const besides = await changedDetails.follows(before, as, isTold ? ['email'] : [], actor);
      const mine = taken.find(({ id }) => id === own.id) ?? { ...own, version: own.version + 1 };
      const noted = back
        ? withUndone(mine, { ...back, details: ['email'] }, spends.at)
        : withTold(mine, careCase, besides);
      const others = taken.filter(({ id }) => id !== own.id);
      const changed = noted === mine ? taken : [noted, ...others];
      if (await written(changed, [email], event, { spends, besides })) return true;
    }
    return false;
  };

  /** Writes contact details as they were, with that it was undone, and the work to find out what happened. */
  const putBack = async (
    careCase: CareCase,
    { of, email, phone, changedAt }: Undoes,
    spends: SpentLink,
  ): Promise<boolean> => {
    const { at } = spends;
    const before = {
      ...(email && { email: email.address, emailProved: email.proof }),
      ...(phone && { phone }),
    };
    const details = [...(email ? (['email'] as const) : []), ...(phone === undefined ? [] : (['phone'] as const))];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { items, own, person } = await itemsOf(careCase);
      const helper = person.helpers.find(({ id }) => id === of);
      const withoutPhone = ({ phone: _number, ...rest }: Helper): Helper => rest;
      const putInto = (found: Helper): Helper => ({
        ...(phone === undefined ? found : withoutPhone(found)),
        ...before,
      });
      const helpersItems = helper ? withHelper(items, helper, putInto) : [];
      const mine = helpersItems.find(({ id }) => id === own.id) ?? { ...own, version: own.version + 1 };
      const restored = of === 'person' ? withDetails(mine, before, details, at) : mine;
      const changed = [
        withUndone(restored, { of, details, changedAt }, at),
        ...helpersItems.filter(({ id }) => id !== own.id),
      ];
      const event = {
        actor: { kind: 'public', as: of === 'person' ? 'person' : 'helper' },
        action: 'details-changed-back',
        reference: careCase.reference,
      } as const;
      const now = (await store.case(careCase.council, careCase.reference)) ?? careCase;
      const besides = changedDetails.undone(now, changedAt);
      if (await written(changed, email ? [email.address] : [], event, { spends, besides })) return true;
    }
    return false;
  };

  return {
    /**
     * Saves what was changed, but an email address, to which a link goes first: nothing personal is mailed to an address that is not proved.
     *
     * @returns the new address, and whether a link was sent to it
     */
    async change(
      council: Council,
      reader: CaseReader,
      answers: Answers,
    ): Promise<{ address: string; isSent: boolean } | undefined> {
      const { careCase, as, actor } = reader;
      const given = textIn(answers, 'email');
      const { email: before } = contactOf(reader, as) ?? {};
      const event = { actor, action: 'details-changed', reference: careCase.reference } as const;
      const changed = await changedItems(reader, answers);
      const { email: had, phone } = contactOf(reader, as) ?? {};
      const touched = [
        ...(had !== undefined && given === undefined && as === 'person' ? (['email'] as const) : []),
        ...(phone !== undefined && phone !== textIn(answers, 'phone') ? (['phone'] as const) : []),
      ];
      const besides = await changedDetails.follows(reader, as, touched, actor);
      const noted = changed.map((one) => (one.id === careCase.personId ? withTold(one, careCase, besides) : one));
      if (!(await written(noted, [], event, { besides }))) throw problems.busy();
      if (given === undefined || sameAddress(before, given)) return undefined;
      const mayBeSent = await createLimits(deps)(council, 'new-address', careCase.reference);
      if (!mayBeSent) return { address: given, isSent: false };
      const sent = await createLinks(deps).send(council, {
        address: given,
        purpose: 'address',
        path: `/${council.slug}/case/confirm-email`,
        subjects: [`${careCase.reference} ${as}`],
        readAs: (write) => writtenFor(deps, reader, as, write),
      });
      return { address: given, isSent: sent.state === 'sent' };
    },

    /**
     * Uses the link to a new address, with the date of birth as a second check, and makes it the person's or the helper's.
     *
     * @returns the reference of the case in which it was asked for
     */
    async prove(council: CouncilSlug, token: string, born: TypedBirth): Promise<UsedLink<CaseReference>> {
      const used = await createLinks(deps).use(council, 'address', token, {
        unclear: () => born.error,
        judge: async (link) => {
          const careCase = await caseOf(council, link);
          // Asked for by whoever had changed an address before it was changed back.
          if (careCase && isUndone((await store.personOf(careCase)).person, link)) return undefined;
          return careCase && wasBornOn((await store.personOf(careCase)).person, born) ? { link, careCase } : undefined;
        },
        write: ({ link, careCase }, spends) => take(careCase, asOf(link), link.address, spends),
      });
      if (used.state !== 'opened' && used.state !== 'used') return used;
      // Where it is used, the process may have died before it told what was due.
      const careCase = await caseOf(council, used.link);
      if (careCase) await createAddressProofs(deps).settle((await store.personOf(careCase)).person);
      return used.state === 'used' ? used : { ...used, judged: used.judged.careCase.reference };
    },

    /**
     * Uses the link with which an address is told of a change: what was changed is put back, sign-ins from before end, and staff are to find out
     * whose it is. Whether the case is open does not matter, nor what else was changed meanwhile.
     *
     * @returns `overtaken` where an earlier change was undone already, and this one with it
     */
    async undo(council: CouncilSlug, token: string, born: TypedBirth): Promise<UsedLink<'undone' | 'overtaken'>> {
      const used = await createLinks(deps).use(council, 'undo', token, {
        unclear: () => born.error,
        judge: async ({ undoes, ...link }) => {
          const careCase = await caseOf(council, { ...link, undoes });
          if (careCase === undefined || undoes === undefined) return undefined;
          const { person } = await store.personOf(careCase);
          if (!wasBornOn(person, born)) return undefined;
          return { careCase, undoes, came: isOvertaken(person, undoes) ? ('overtaken' as const) : ('undone' as const) };
        },
        write: ({ careCase, undoes, came }, spends) =>
          came === 'overtaken' ? createLinks(deps).spend(spends) : putBack(careCase, undoes, spends),
      });
      return used.state === 'opened' ? { ...used, judged: used.judged.came } : used;
    },
  };
};
