import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Council } from '../../schemas/council.ts';
import { type Half, half, togetherCode } from '../../schemas/together.ts';
import type { Deps } from '../deps.ts';
import { printable } from '../mail/links.ts';
import { createOnce } from '../mail/once.ts';
import { createLimits } from '../web/limits.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Days for which a code works: longer than a form is kept that nobody goes on with. */
const goodDays = 90;

/** Under which it is kept what became of a code: by its hash, so that no key holds the code. */
export const togetherName = (code: string): string =>
  `together#${createHash('sha256').update(code).digest('base64url')}`;

/** Until when it is kept, in epoch seconds. */
export const togetherUntil = ({ clock }: Pick<Deps, 'clock'>): number =>
  Math.floor(Temporal.Instant.from(clock.now()).epochMilliseconds / 1000) + goodDays * 86_400;

/** A code as it was typed or read from paper: however it is spaced, small or large, with letters that look like digits. */
export const readCode = (typed: unknown): string | undefined =>
  togetherCode.safeParse(
    String(typed ?? '')
      .toUpperCase()
      .replaceAll(/[^\dA-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1'),
  ).data;

/** A code as it is read aloud: in fours. */
export const shownCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** What became of an invitation: `limited` where this address has had its share for today, `later` where no mail goes now. */
export type Invited = 'sent' | 'limited';

/** The parts that two people fill in by themselves, and the code that makes them two of one. */
export const createTogether = (deps: Deps) => {
  const { store, clock, mailer, siteUrl } = deps;
  const invite = createLimits(deps);

  return {
    /** A new code, by which the other part may be begun. @param own the part of whoever begins */
    async open({ slug }: Council, own: Half): Promise<string> {
      const code = [...randomBytes(16)].map((byte) => alphabet[byte & 31]).join('');
      const claim = { name: `${togetherName(code)}#open`, answer: own, expiresAt: togetherUntil(deps) };
      await store.claim(slug, claim, clock.now());
      return code;
    },

    /** The part of whoever began with this code; undefined for a code that there is not. */
    async begunBy({ slug }: Council, code: string): Promise<Half | undefined> {
      return half.safeParse(await store.claimed(slug, `${togetherName(code)}#open`, clock.now())).data;
    },

    /**
     * Mails the other a link to begin their part. Pressed twice it is one mail; nobody is mailed without end, whoever asks for it.
     *
     * @throws MailNotAccepted where SES may accept the mail later
     */
    async invite(council: Council, code: string, address: string): Promise<Invited> {
      const day = clock.now().slice(0, 10);
      const whom = createHash('sha256').update(address.toLowerCase()).digest('base64url').slice(0, 16);
      const once = createOnce(deps);
      const name = `${togetherName(code)}#mail#${whom}#${day}`;
      if ((await store.claimed(council.slug, name, clock.now())) !== undefined) return 'sent';
      if (!(await invite(council, 'invitation', address.toLowerCase()))) return 'limited';
      const { linkEmail } = await import('../../templates/emails/emails.ts');
      const { readableDate } = await import('../../domain/time/readable-date.ts');
      const { addDays, londonDate } = await import('../../domain/time/clock-time.ts');
      await once(council.slug, name, async () => {
        const { ok } = await mailer.send({
          to: address,
          from: council.name,
          email: linkEmail('fill-in-together', {
            council: printable(council),
            url: `${siteUrl}/${council.slug}/together/${code}`,
            until: readableDate(addDays(londonDate(clock.now()), goodDays - 1)),
          }),
          tags: { council: council.slug, reference: 'none', message: 'fill-in-together' },
        });
        return ok;
      });
      return 'sent';
    },
  };
};
