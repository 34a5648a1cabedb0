/**
 * Our pages' and mails' own words in Easy Read, by the words that they stand for: short sentences, one idea each. Who chose Easy Read has these; what is
 * not here is short already. Questions carry their own (`easyRead` in the lists). They are messages as those of any language, so `{1}` and
 * the tags are kept.
 */
export const easyWords: ReadonlyMap<string, string> = new Map([
  // The start and the parts of a form.
  [
    'You have finished {1} of {2} parts. Except where it says so, you can do them in any order.',
    'You have done {1} of {2} parts. You can choose which part is next.',
  ],
  [
    'You can check your answers and send the form when every part is finished.',
    'Do all parts first. Then you can send the form.',
  ],
  ['Stop now and come back later', 'Stop now. Come back later'],
  [
    'We keep your answers until {1}. <a>Save with an email address</a>, so that you can come back on any device.',
    'We keep your answers until {1}. Do you have an email address? <a>Save with your email</a>. Then you can come back.',
  ],
  [
    'If you have no email address, finish the form on this device, or contact us and we will fill it in with you. Once it is closed, only a link by email opens it again.',
    'Do you have no email address? Then finish the form here. Or ask us. We can fill it in with you.',
  ],
  ['Close the form on this device', 'Close the form'],
  [
    'One of your answers means that this form is not the right way. <a>See what to do</a>.',
    'This form is not the right way for you. <a>See what to do</a>.',
  ],
  // Checking and sending.
  ['Check your answers before you send them', 'Look at your answers'],
  [
    'Nothing is sent until you choose “{1}” at the end of this page.',
    'Are your answers right? Then choose “{1}”. It is at the end of this page.',
  ],
  [
    'Your form is long, so each part has a page of its own. Look through the parts that you want to check.',
    'Your form is long. Each part has its own page.',
  ],
  ['Send it to us', 'Send it to us now'],
  [
    'By sending it you say that, as far as you know, what you told us is true.',
    'You say that your answers are true. You send what you know.',
  ],
  // After it is sent.
  [
    'Keep this reference. You need it when you get in touch with us.',
    'Keep this number. You need it when you call us.',
  ],
  [
    'A member of staff reads what you told us. We aim to get in touch by <strong>{1}</strong>. This is a target, not a promise. {2}',
    'We read your form. We try to talk to you by <strong>{1}</strong>. It may take longer. {2}',
  ],
  ['If things get worse in the meantime, tell us:', 'Do things get worse? Tell us:'],
  [
    'This is not a decision. Only a member of staff can decide, after they have talked with {1}.',
    'This is not a decision. First we talk with {1}. Then we decide.',
  ],
  [
    'You can correct what you sent until someone here starts on it. The reference stays the same.',
    'You can change your form now. You can not change it when we have begun.',
  ],
  [
    'We send a link to each email address in the form that is new to us. It should come within an hour. Open it to confirm that the address is right. Until then we send no news by email. If no link comes, contact us: we have what you sent all the same.',
    'We send you an email. Open the link in it. Then we know that the address is right. Does no email come? Call us.',
  ],
  // Where a form stops.
  ['We have not sent it. What you typed is kept until {1}.', 'Your form is not sent. We keep it until {1}.'],
  // Saving and coming back.
  [
    'Your answers are saved already. With an email address you can come back to them, on this device or another.',
    'Your answers are saved. Tell us your email. Then you can come back.',
  ],
  [
    'We send a link to this address. Whenever you want to come back, ask for a new one.',
    'We send you a link. The link opens your form.',
  ],
  [
    'We also write to you once before the form is deleted. We do not use the address for anything else.',
    'We tell you before we delete your form. We use your email for nothing else.',
  ],
  [
    'We have sent a link to {1}. It should come within 10 minutes. It works once, for 10 minutes.',
    'We sent a link to {1}. It comes soon. You can use it once.',
  ],
  [
    'If it does not come, look in your junk mail, and check that the address above is right.',
    'Does it not come? Look in your junk mail. Is the address right?',
  ],
  [
    'We keep your answers until {1}. Each time you change something, we keep them for 30 days more.',
    'We keep your answers until {1}.',
  ],
  // Mails.
  ['We read what you told us.', 'We read your form.'],
  [
    'We aim to get in touch by <strong>{1}</strong>. This is a target, not a promise.',
    'We try to talk to you by <strong>{1}</strong>. It may take longer.',
  ],
  [
    'We aim to get in touch by {1}. This is a target, not a promise.',
    'We try to talk to you by {1}. It may take longer.',
  ],
  ['We will get in touch as soon as we can.', 'We talk to you as soon as we can.'],
  ['We help the people who need it most first.', 'Some people need help now. We help them first.'],
  ['If things get worse, do not wait for us. Contact us.', 'Do things get worse? Do not wait. Tell us.'],
  ['If someone is in danger now, call 999.', 'Is someone in danger? Call 999.'],
  ['Contact {1} at {2}. Give the reference {3}.', 'Ask for {1} at {2}. Tell them this number: {3}.'],
]);
