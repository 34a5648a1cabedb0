import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../local/mail/accepted-mail.ts';
import { mailMessagePage, mailPage } from '../../../local/mail/pages.ts';
import { isoInstant } from '../../../schemas/scalars.ts';

const aMail = (changes: Partial<Mail> = {}): Mail => ({
  id: '010b019abcdef012-00000000-0000-4000-8000-000000000000-000001',
  at: isoInstant.parse('2026-07-21T08:05:00.000Z'),
  from: 'Adult Care <care@leicestershire.example>',
  to: ['zoe@person.example', 'helper@person.example'],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: 'Your review',
  text: 'Your review is due.',
  html: '<!doctype html><html lang="en"><head><title>t</title></head><body><a href="/x">Go</a></body></html>',
  tags: { reference: 'K7M-29QX-T4F' },
  ...changes,
});

describe('mailPage', () => {
  it('links each mail by its subject, with everyone it went to and the time in Europe/London', () => {
    const page = mailPage([aMail()]);

    expect(page).toContain(`<a href="/_local/mailbox/${aMail().id}">Your review</a>`);
    expect(page).toContain('zoe@person.example, helper@person.example');
    expect(page).toContain('<time datetime="2026-07-21T08:05:00.000Z">21 July 2026 at 09:05</time>');
  });

  it('says so when there is no mail, and names a mail that has no subject', () => {
    expect(mailPage([])).toContain('No mail has been sent yet.');
    expect(mailPage([aMail({ subject: '' })])).toContain('>No subject</a>');
  });

  it('shows markup in an address or subject as text', () => {
    const page = mailPage([aMail({ subject: '<script>alert(1)</script>', to: ['"><img src=x> <a@b.example>'] })]);

    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('mailMessagePage', () => {
  const frame = (page: string) => /<iframe ([^>]*)srcdoc="([^"]*)"><\/iframe>/.exec(page);

  it('frames the HTML in a sandbox that allows neither scripts, forms nor same origin', () => {
    const [, attributes = ''] = frame(mailMessagePage(aMail())) ?? [];

    expect(attributes).toContain('sandbox="allow-top-navigation-by-user-activation"');
    expect(attributes).toContain('title="The message as HTML"');
  });

  it('opens links of the mail in the whole tab and keeps its doctype first', () => {
    const [, , srcdoc = ''] = frame(mailMessagePage(aMail())) ?? [];

    expect(srcdoc).toMatch(/^&lt;!doctype html&gt;.*&lt;head&gt;&lt;base target=&quot;_top&quot;&gt;/);
  });

  it('does not take a header element for the head of the mail', () => {
    const [, , srcdoc = ''] = frame(mailMessagePage(aMail({ html: '<header>Hello</header>' }))) ?? [];

    expect(srcdoc).toMatch(/^&lt;base target=&quot;_top&quot;&gt;&lt;header&gt;/);
  });

  it('cannot be left by a quote or closing tag in the HTML or the text', () => {
    const attack = '"></iframe></pre><script>alert(1)</script>';
    const page = mailMessagePage(aMail({ html: attack, text: attack, subject: attack, tags: { reference: attack } }));

    expect(page).not.toContain('<script');
    expect(page.match(/<\/iframe>/g)).toHaveLength(1);
    expect(page.match(/<\/pre>/g)).toHaveLength(1);
  });

  it('leaves out the frame of a mail that is text alone', () => {
    const page = mailMessagePage(aMail({ html: '' }));

    expect(page).not.toContain('<iframe');
    expect(page).toContain('<pre>Your review is due.</pre>');
  });
});
