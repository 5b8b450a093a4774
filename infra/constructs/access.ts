import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { AccessSettings } from '../../shared/access/settings.ts';
import type { Environment } from '../environment.ts';

export interface AccessProps {
  access: Environment['access'];
  /** Where the page is: people come back to it from signing in and out. */
  pageAddress: string;
}

/** Groups of the user pool, by role. */
const readers = 'picketline-read';
const markers = 'picketline-mark';

/** Who may sign in: a Cognito user pool of our own, or the issuer that the environment names. */
export class Access extends Construct {
  readonly settings: AccessSettings;
  /** Refuses at the gateway whoever has no good token, before any function runs. */
  readonly authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { access, pageAddress }: AccessProps) {
    super(scope, id);
    const { kind: _, ...settings } = access.kind === 'issuer' ? access : this.#userPool(access.domain, pageAddress);
    this.settings = settings;
    this.authorizer = new HttpJwtAuthorizer('SignIn', settings.issuer, { jwtAudience: [settings.audience] });
  }

  #userPool(domainPrefix: string, pageAddress: string): AccessSettings & { kind: 'user-pool' } {
    const pool = new UserPool(this, 'People', {
      // Accounts are given, not taken.
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection is of the Plus plan; a second factor is required instead.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan costs by person and month; a second factor is required instead.',
      },
    );
    for (const groupName of [readers, markers]) new UserPoolGroup(this, groupName, { userPool: pool, groupName });
    const { domainName } = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    const client = new UserPoolClient(this, 'Page', {
      userPool: pool,
      // A page can keep no secret: the code is bound to it by PKCE.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${pageAddress}/`],
        logoutUrls: [`${pageAddress}/`],
      },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
    });
    const host = `https://${domainName}.auth.${Stack.of(this).region}.amazoncognito.com`;
    return {
      kind: 'user-pool',
      issuer: pool.userPoolProviderUrl,
      jwksUri: `${pool.userPoolProviderUrl}/.well-known/jwks.json`,
      authorizationEndpoint: `${host}/oauth2/authorize`,
      tokenEndpoint: `${host}/oauth2/token`,
      logoutEndpoint: `${host}/logout?client_id=${client.userPoolClientId}&logout_uri=`,
      clientId: client.userPoolClientId,
      audience: client.userPoolClientId,
      scope: 'openid',
      rolesClaim: 'cognito:groups',
      roles: { read: [readers], mark: [markers] },
    };
  }
}
