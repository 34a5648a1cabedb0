import { randomUUID } from 'node:crypto';

/** What a SendEmail request asks for, as it came over the wire and before any rule is applied. */
export type SesEmail = {
  source: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string | undefined;
  text: string | undefined;
  html: string | undefined;
  configurationSet: string | undefined;
  tags: { name: string; value: string }[];
};

/** An answer of the local SES that the SDK turns into an exception: HTTP 400 with an AWS error code. */
export class SesError extends Error {
  override readonly name = 'SesError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads a SendEmail request in the AWS Query protocol: a form-encoded body where lists are `Name.member.1`, `.2` and so on.
 *
 * @throws SesError `InvalidAction` when the body asks for anything else: the platform sends with SendEmail alone
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html
 */
export const parseSendEmail = (body: string): SesEmail => {
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  if (action !== 'SendEmail') {
    throw new SesError('InvalidAction', `Could not find operation ${action} for version ${form.get('Version') ?? ''}`);
  }
  const field = (name: string) => form.get(name) ?? undefined;
  const list = (name: string, part = '') => {
    const values: string[] = [];
    for (let n = 1; form.has(`${name}.member.${n}${part}`); n += 1)
      values.push(form.get(`${name}.member.${n}${part}`) ?? '');
    return values;
  };
  const tagValues = list('Tags', '.Value');
  return {
    source: form.get('Source') ?? '',
    to: list('Destination.ToAddresses'),
    cc: list('Destination.CcAddresses'),
    bcc: list('Destination.BccAddresses'),
    replyTo: list('ReplyToAddresses'),
    subject: field('Message.Subject.Data'),
    text: field('Message.Body.Text.Data'),
    html: field('Message.Body.Html.Data'),
    configurationSet: field('ConfigurationSetName'),
    tags: list('Tags', '.Name').map((name, index) => ({ name, value: tagValues[index] ?? '' })),
  };
};

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

const xmlText = (value: string) => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The XML that answers an accepted SendEmail. */
export const acceptedXml = (messageId: string) =>
  `<SendEmailResponse xmlns="${namespace}"><SendEmailResult><MessageId>${xmlText(messageId)}</MessageId></SendEmailResult>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendEmailResponse>`;

/** The XML that answers a refused request, in the shape from which the SDK makes its exception. */
export const refusedXml = ({ code, message }: SesError) =>
  `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${xmlText(code)}</Code>` +
  `<Message>${xmlText(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
