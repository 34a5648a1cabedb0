/** Where the platform shows the mailbox; one mail is at this path followed by `/` and its id. */
export const mailboxPath = '/_local/mailbox';
