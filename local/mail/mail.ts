import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SESClientConfig } from '@aws-sdk/client-ses';
import type { AbstractLevel } from 'abstract-level';
import type { SNSEvent } from 'aws-lambda';
import type { Temporal } from 'temporal-polyfill';
import { isoInstant } from '../../schemas/scalars.ts';
import { loadedOnce } from '../../services/runtime/loaded-once.ts';
import type { Mail } from './accepted-mail.ts';
import { feedbackEvents } from './feedback.ts';
import type { SesEmail } from './ses-query.ts';
import { acceptedXml, parseSendEmail, refusedXml, SesError } from './ses-query.ts';
import type { SesAccount } from './ses-rules.ts';
import { assertSendable } from './ses-rules.ts';

/** What the local SES needs. */
export type MailDeps = {
  /** Where mail is kept: `classic-level` on disk, or `memory-level` in a test. Shares it with others by sublevels. */
  store: AbstractLevel<string | Buffer | Uint8Array, string, string>;
  /** The platform's clock. */
  now: () => Temporal.Instant;
  /** Verified senders: addresses, or domains with their subdomains. Any other source is refused, as SES does. */
  identities: SesAccount['identities'];
  /** Configuration sets that exist. A mail that names another is refused. Default: none. */
  configurationSets?: SesAccount['configurationSets'];
  /**
   * Receives bounces and complaints as the Lambda behind the SNS topic would, after SendEmail has answered. At least
   * once: an event is forgotten only when this resolves. Default: feedback goes nowhere.
   */
  onFeedback?: (event: SNSEvent) => Promise<void>;
};

/** The local SES: an endpoint for `@aws-sdk/client-ses` in this process, and the mailbox of all that was sent. */
export type LocalMail = {
  /** Options for `new SESClient()` that keep every request in this process: no socket is opened. */
  clientOptions: () => Required<Pick<SESClientConfig, 'region' | 'credentials' | 'endpoint' | 'requestHandler'>>;
  /**
   * All mail, newest first by order of sending.
   * @param part.limit at most so many; default all
   * @param part.after the id of the last that was seen: those sent before it
   * @param part.since only what was sent from this moment on, ISO 8601
   */
  list: (part?: { limit?: number; after?: string; since?: string }) => Promise<Mail[]>;
  /** How many were sent, without reading them. */
  count: () => Promise<number>;
  /** One mail by its message id. */
  get: (id: string) => Promise<Mail | undefined>;
  /** Delivers feedback that a killed process left behind. Call once when the platform can take it. */
  resume: () => Promise<void>;
  /** Resolves when all feedback so far was handled. Rejects with what the handler threw; the event stays for `resume`. */
  settled: () => Promise<void>;
};

/**
 * Opens the local SES over a store.
 *
 * Mail is in the store before SendEmail answers, together with the feedback it will cause in one batch, so whatever the
 * caller was told is accepted survives `kill -9`.
 */
export const createMail = ({ store, now, identities, configurationSets = [], onFeedback }: MailDeps): LocalMail => {
  const mails = store.sublevel<string, Mail>('mail', { valueEncoding: 'json' });
  const pending = store.sublevel<string, SNSEvent>('mail-feedback', { valueEncoding: 'json' });
  // Mails are numbered from 1 and none is ever deleted.
  const lastNumber = async () => Number((await mails.keys({ reverse: true, limit: 1 }).all())[0] ?? 0);
  const nextNumber = numbering(lastNumber);
  let feedback = Promise.resolve();

  const deliverPending = async () => {
    const errors: unknown[] = [];
    for await (const [key, event] of pending.iterator()) {
      try {
        await onFeedback?.(event);
        await pending.del(key);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Feedback about mail was not handled');
  };

  const publish = () => {
    // An earlier failure was told to whoever asked `settled`; its event is still pending and is tried again here.
    feedback = feedback
      .catch(() => undefined)
      .then(() => nextTurn())
      .then(deliverPending);
    feedback.catch(() => undefined);
    return feedback;
  };

  const accept = async (email: SesEmail) => {
    const number = await nextNumber();
    const mail = mailOf(email, now(), number);
    const events = onFeedback === undefined ? [] : feedbackEvents(mail);
    await store.batch<string, Mail | SNSEvent>(
      [
        { type: 'put', sublevel: mails, key: keyOf(number), value: mail },
        ...events.map((value, index) => ({
          type: 'put' as const,
          sublevel: pending,
          key: `${keyOf(number)}-${index}`,
          value,
        })),
      ],
      {},
    );
    if (events.length > 0) void publish();
    return mail.id;
  };

  const handle = async ({ body }: { body?: unknown }) => {
    try {
      const email = parseSendEmail(String(body));
      assertSendable(email, { identities, configurationSets });
      return xmlResponse(200, acceptedXml(await accept(email)));
    } catch (error) {
      if (error instanceof SesError) return xmlResponse(400, refusedXml(error));
      throw error;
    }
  };

  return {
    clientOptions: () => ({
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      endpoint: 'http://ses.localhost',
      requestHandler: { handle },
    }),
    list: async ({ limit = Number.POSITIVE_INFINITY, after = '', since } = {}) => {
      const last = numberOf(after);
      const range = { reverse: true, ...(last !== undefined && { lt: keyOf(last) }) };
      if (since === undefined) return mails.values({ ...range, ...(Number.isFinite(limit) && { limit }) }).all();
      const found: Mail[] = [];
      for await (const mail of mails.values(range)) {
        if (Date.parse(mail.at) < Date.parse(since) || found.length === limit) break;
        found.push(mail);
      }
      return found;
    },
    count: lastNumber,
    get: async (id) => {
      const number = numberOf(id);
      const mail = number === undefined ? undefined : await mails.get(keyOf(number));
      return mail?.id === id ? mail : undefined;
    },
    resume: publish,
    settled: () => feedback,
  };
};

/** Keys sort as numbers do, so that the store's order is the order of sending. */
const keyOf = (number: number) => String(number).padStart(12, '0');

/** The number at the end of a message id. */
const numberOf = (id: string): number | undefined => {
  const digits = /-(\d+)$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Numbers mails from where the store left off; concurrent calls never share a number. */
const numbering = (lastNumber: () => Promise<number>) => {
  const load = loadedOnce(lastNumber);
  let given = 0;
  return async () => {
    const last = await load();
    given = Math.max(given, last) + 1;
    return given;
  };
};

/** SES ids are a region's prefix, the milliseconds in hexadecimal, a UUID and six digits; here those count the mails. */
const messageId = (at: Temporal.Instant, number: number) =>
  `010b${at.epochMilliseconds.toString(16).padStart(12, '0')}-${randomUUID()}-${String(number).padStart(6, '0')}`;

const mailOf = (email: SesEmail, at: Temporal.Instant, number: number): Mail => ({
  id: messageId(at, number),
  at: isoInstant.parse(at.toString({ smallestUnit: 'millisecond' })),
  from: email.source,
  to: email.to,
  cc: email.cc,
  bcc: email.bcc,
  replyTo: email.replyTo,
  subject: email.subject ?? '',
  text: email.text ?? '',
  html: email.html ?? '',
  tags: Object.fromEntries(email.tags.map(({ name, value }) => [name, value])),
  ...(email.configurationSet === undefined ? {} : { configurationSet: email.configurationSet }),
});

const xmlResponse = (statusCode: number, xml: string) => ({
  response: { statusCode, headers: { 'content-type': 'text/xml' }, body: new TextEncoder().encode(xml) },
});
