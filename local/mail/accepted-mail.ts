import type { IsoInstant } from '../../schemas/scalars.ts';

/** A mail that the local SES accepted. Addresses are as the sender gave them; an absent body is an empty string. */
export type Mail = {
  /** The SES message id, which SendEmail answered. */
  id: string;
  /** When it was accepted, on the platform's clock, in UTC. */
  at: IsoInstant;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  tags: Record<string, string>;
  configurationSet?: string;
};
