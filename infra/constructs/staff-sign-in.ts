import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  type IUserPool,
  OAuthScope,
  ProviderAttribute,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { CarewayFunction } from './careway-function.ts';

export type StaffSignInProps = {
  /** Who may sign in. */
  readonly pool: IUserPool;
  /** Names the sign-in pages' host where no prefix is given. */
  readonly stage: string;
  readonly councils: readonly CouncilSlug[];
  /** Where staff come back to: `<siteUrl>/<council>/staff/signed-in`. */
  readonly siteUrl: string;
  /** First label of the sign-in pages' host. @default `careway-<stage>-<account>` */
  readonly prefix?: string | undefined;
  /** By council's slug, the SAML metadata address of each that signs its staff in by its own directory. */
  readonly directories: Readonly<Record<string, string>>;
};

/**
 * How staff sign in to the site: its client of the user pool, the sign-in pages, and the councils' own directories. Defaults: authorization
 * code with PKCE and no other flow, an hour's access in a working day's session.
 */
export class StaffSignIn extends Construct {
  readonly client: UserPoolClient;
  /** Where the sign-in pages are. */
  readonly url: string;
  readonly #pool: IUserPool;
  readonly #directories: readonly string[];

  constructor(scope: Construct, id: string, { pool, stage, councils, siteUrl, prefix, directories }: StaffSignInProps) {
    super(scope, id);
    this.#pool = pool;
    this.#directories = Object.keys(directories);
    const providers = Object.entries(directories).map(
      ([council, metadata]) =>
        new UserPoolIdentityProviderSaml(this, `Directory-${council}`, {
          userPool: pool,
          name: council,
          metadata: UserPoolIdentityProviderSamlMetadata.url(metadata),
          attributeMapping: {
            email: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'),
            fullname: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name'),
          },
        }),
    );
    this.client = new UserPoolClient(this, 'Client', {
      userPool: pool,
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
        logoutUrls: councils.map((council) => `${siteUrl}/${council}/staff/signed-out`),
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    });
    const domain = new UserPoolDomain(this, 'Pages', {
      userPool: pool,
      cognitoDomain: { domainPrefix: prefix ?? `careway-${stage}-${Aws.ACCOUNT_ID}` },
    });
    this.url = domain.baseUrl();
  }

  /** Tells the function where staff sign in, to tell genuine tokens from others or to say it; it needs no right, since the keys are public. */
  tell({ lambda }: CarewayFunction): void {
    const { region } = Stack.of(this);
    lambda.addEnvironment('STAFF_ISSUER', `https://cognito-idp.${region}.${Aws.URL_SUFFIX}/${this.#pool.userPoolId}`);
    lambda.addEnvironment('STAFF_CLIENT_ID', this.client.userPoolClientId);
    lambda.addEnvironment('STAFF_SIGN_IN_URL', this.url);
    lambda.addEnvironment('STAFF_DIRECTORIES', this.#directories.join(','));
  }
}
