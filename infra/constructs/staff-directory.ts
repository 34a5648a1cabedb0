import { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import { accepted } from './accepted.ts';

export type StaffDirectoryProps = {
  readonly councils: readonly CouncilSlug[];
  /** Whether the user pool outlives the stack and cannot be deleted by a mistake. */
  readonly keep: boolean;
};

/**
 * Who of the staff may sign in, and as what: a Cognito user pool with a group `<council>.<role>` for every role of every council. Defaults:
 * nobody signs up by themselves, a second factor is required.
 */
export class StaffDirectory extends Construct {
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, { councils, keep }: StaffDirectoryProps) {
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
