import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import type { CarewayFunction } from './careway-function.ts';

export type StaffSignInProps = {
  /** Names the sign-in pages' host where no prefix is given. */
  readonly stage: string;
  readonly councils: readonly CouncilSlug[];
  /** Where staff come back to: `<siteUrl>/<council>/staff/signed-in`. */
  readonly siteUrl: string;
  /** First label of the sign-in pages' host. @default `careway-<stage>-<account>` */
  readonly prefix?: string | undefined;
  /** By council's slug, the SAML metadata address of each that signs its staff in by its own directory. */
  readonly directories: Readonly<Record<string, string>>;
  readonly keep: boolean;
};

/**
 * Sign-in for staff: a Cognito user pool with a group `<council>.<role>` for every role of every council. Defaults: nobody signs up
 * by themselves, a second factor is required, authorization code with PKCE and no other flow, an hour's access in a
 * working day's session.
 */
export class StaffSignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Where the sign-in pages are. */
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, councils, siteUrl, prefix, directories, keep }: StaffSignInProps) {
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
    for (const council of councils) {
      for (const role of staffRole.options) {
        this.pool.addGroup(`${council}.${role}`, { groupName: `${council}.${role}` });
      }
    }
    const providers = Object.entries(directories).map(
      ([council, metadata]) =>
        new UserPoolIdentityProviderSaml(this, `Directory-${council}`, {
          userPool: this.pool,
          name: council,
          metadata: UserPoolIdentityProviderSamlMetadata.url(metadata),
          attributeMapping: {
            email: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'),
            fullname: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'),
          },
        }),
    );
    this.client = this.pool.addClient('Site', {
      generateSecret: false,
      // Naming no flow would leave Cognito's own defaults on; naming one as off leaves only the renewal of tokens.
      authFlows: { userPassword: false },
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...providers.map((provider) => UserPoolClientIdentityProvider.custom(provider.providerName)),
      ],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: councils.map((council) => `${siteUrl}/${council}/staff/signed-in`),
        logoutUrls: councils.map((council) => `${siteUrl}/${council}`),
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    });
    const domain = this.pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix: prefix ?? `careway-${stage}-${Aws.ACCOUNT_ID}` },
    });
    this.url = domain.baseUrl();
  }

  /** Lets the function tell genuine tokens from others; it needs no right, since the keys are public. */
  trustedBy({ lambda }: CarewayFunction): void {
    const { region } = Stack.of(this);
    lambda.addEnvironment('STAFF_ISSUER', `https://cognito-idp.${region}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`);
    lambda.addEnvironment('STAFF_CLIENT_ID', this.client.userPoolClientId);
  }
}
