import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, UserPool, UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import { accepted } from './accepted.ts';

export type StaffDirectoryProps = {
  readonly councils: readonly CouncilSlug[];
  /** The verified address in SES by which Cognito writes to staff. @default Cognito's own address, 50 mails a day */
  readonly mailFrom: string | undefined;
  /** Where staff sign in, for the invitation. */
  readonly siteUrl: string | undefined;
  /** Whether the user pool outlives the stack and cannot be deleted by a mistake. */
  readonly keep: boolean;
};

/** What an invited member of staff reads. Cognito puts the user name and the first password in. */
const invitation = (siteUrl: string | undefined) => ({
  emailSubject: 'You can now sign in to adult social care casework',
  emailBody: `<p>You have been given a sign-in for adult social care casework.</p>
<p>Your user name: <strong>{username}</strong><br>Your first password: <strong>{####}</strong></p>
<p>${
    siteUrl === undefined
      ? 'Sign in within 7 days, at the address that your manager gives you.'
      : `Sign in within 7 days: go to <a href="${siteUrl}">${siteUrl}</a>, choose your council, and then staff sign-in.`
  } You choose a password of your own then, of at least 14 letters and signs, and set up an authenticator app on your phone.</p>
<p>If you did not expect this, do not sign in, and tell your manager.</p>`,
});

/** What somebody reads who asks for a new password. */
const verification = {
  emailSubject: 'Your code for adult social care casework',
  emailBody: `<p>Your code is <strong>{####}</strong>. Type it on the page where you asked for it.</p>
<p>If you did not ask, ignore this mail: without the code nothing changes.</p>`,
};

/**
 * Who of the staff may sign in, and as what: a Cognito user pool with a group `<council>.<role>` for every role of every council. Defaults:
 * nobody signs up by themselves, a second factor is required, mails to staff are in our words.
 */
export class StaffDirectory extends Construct {
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, { councils, mailFrom, siteUrl, keep }: StaffDirectoryProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14 },
      featurePlan: FeaturePlan.ESSENTIALS,
      userInvitation: invitation(siteUrl),
      userVerification: verification,
      ...(mailFrom && {
        email: UserPoolEmail.withSES({
          fromEmail: mailFrom,
          fromName: 'Adult social care casework',
          sesRegion: Stack.of(this).region,
          sesVerifiedDomain: mailFrom.slice(mailFrom.indexOf('@') + 1),
        }),
      }),
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accepted(this.pool, {
      'AwsSolutions-COG1':
        'Passwords have 14 characters or more and a second factor beside them; the NCSC advises length in place of kinds of characters.',
      'AwsSolutions-COG8':
        'Threat protection is paid by each user and month; nobody signs in without a second factor, and large councils use their own directory.',
    });
    for (const council of councils) {
      for (const role of staffRole.options) {
        this.pool.addGroup(`${council}.${role}`, { groupName: `${council}.${role}` });
      }
    }
  }
}
