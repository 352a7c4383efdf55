import { Authentication, type OidcOptions } from '../../../../../lib/kubeadm/model/authentication';
import { ClaimMapping, type JwtIssuer } from '../../../../../lib/kubeadm/model/jwt-issuer';
import { profile } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const PEM = '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n';
const OLD = { profile: profile('1.10'), kubernetesVersion: '1.29.4' };
const NEWER = { profile: profile('1.10'), kubernetesVersion: '1.31.4' };
const OTHER = { url: 'https://ci.example' };

/** Examples of rules on issuers of users. */
export const AUTHENTICATION_CASES: readonly RuleCase[] = [
  {
    rule: 'oidc-issuer',
    broken: oidc({ issuerUrl: 'id.example/realm?x=1', clientId: '' }),
    sound: oidc({}),
    says: `mothership/demo/control-plane: authentication.issuerUrl is "id.example/realm?x=1"
  allowed: an HTTPS URL without user, query and fragment
  fix: write "https://id.example/realm"
mothership/demo/control-plane: authentication.clientId is ""
  allowed: a client ID
  fix: write a client ID`,
  },
  {
    rule: 'oidc-required-claims',
    broken: oidc({ requiredClaims: { a: '1', b: '2' } }),
    sound: oidc({ requiredClaims: { a: '1' } }),
    says: `mothership/demo/control-plane: authentication.requiredClaims is ["a","b"]
  allowed: one claim
  fix: use Authentication.issuers, which supports any number of required claims`,
  },
  {
    rule: 'oidc-username',
    broken: oidc({ usernameClaim: '', usernamePrefix: '' }),
    sound: oidc({ usernameClaim: 'name', usernamePrefix: '-' }),
    says: `mothership/demo/control-plane: authentication.usernameClaim is ""
  allowed: a claim
  fix: write a claim
mothership/demo/control-plane: authentication.usernamePrefix is ""
  allowed: a prefix, or "-" for names without one
  fix: write "-"`,
  },
  {
    rule: 'oidc-username',
    broken: oidc({ usernamePrefix: '' }),
    sound: oidc({ usernameClaim: 'email', usernamePrefix: '' }),
    says: `mothership/demo/control-plane: authentication.usernamePrefix is ""
  allowed: a prefix, or "-" for names without one
  fix: write "-"`,
  },
  {
    rule: 'oidc-algorithms',
    broken: oidc({ signingAlgorithms: ['RS256', 'HS256'] }),
    sound: oidc({ signingAlgorithms: ['RS256', 'ES384', 'PS512'] }),
    says: `mothership/demo/control-plane: authentication.signingAlgorithms[1] is "HS256"
  allowed: "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"
  fix: write "RS256"`,
  },
  {
    rule: 'oidc-certificates',
    broken: oidc({ certificateAuthority: '/etc/ssl/ca.pem' }),
    sound: oidc({ certificateAuthority: PEM }),
    says: `mothership/demo/control-plane: authentication.certificateAuthority is "/etc/ssl/ca.pem"
  allowed: certificates in PEM
  fix: write the content of the file from -----BEGIN CERTIFICATE----- on`,
  },
  {
    rule: 'issuers-version',
    broken: issuers([{}], OLD),
    sound: issuers([{}], NEWER),
    says: `mothership/demo/control-plane: authentication is "1.29.4"
  allowed: Kubernetes 1.30 or newer
  fix: use Authentication.oidc, or upgrade Kubernetes first`,
  },
  {
    rule: 'issuers-version',
    broken: withControlPlane({ authentication: limited([]) }, NEWER),
    sound: withControlPlane({ authentication: limited(['/version']) }),
    says: `mothership/demo/control-plane: authentication.anonymousPaths is "1.31.4"
  allowed: Kubernetes 1.32 or newer
  fix: leave anonymousPaths out, or upgrade Kubernetes first`,
  },
  {
    rule: 'issuers-count',
    broken: issuers([]),
    sound: issuers([{}, OTHER]),
    says: `mothership/demo/control-plane: authentication.issuers.length is 0
  allowed: 1 to 64 issuers
  fix: leave authentication out`,
  },
  {
    rule: 'issuer-address',
    broken: issuers([{}, {}, { url: 'http://user@ci.example' }]),
    sound: issuers([{ discoveryURL: 'https://in.example/d' }, OTHER]),
    says: `mothership/demo/control-plane: authentication.issuers[1].url is "https://id.example"
  allowed: a URL that is used nowhere else
  fix: merge the two issuers
mothership/demo/control-plane: authentication.issuers[2].url is "http://user@ci.example"
  allowed: an HTTPS URL without user, query and fragment
  fix: write "https://ci.example"`,
  },
  {
    rule: 'issuer-audiences',
    broken: issuers([{ audiences: [] }]),
    sound: issuers([{ audiences: ['a', 'b'] }]),
    says: `mothership/demo/control-plane: authentication.issuers[0].audiences is []
  allowed: at least one audience, without duplicates
  fix: write the client ID for which the issuer creates tokens`,
  },
  {
    rule: 'issuer-claims',
    broken: issuers([
      { username: ClaimMapping.claim(''), userRules: [{ expression: ' ', message: '' }] },
    ]),
    sound: issuers([{ username: ClaimMapping.claim('sub') }]),
    says: `mothership/demo/control-plane: authentication.issuers[0].username is ""
  allowed: a claim
  fix: write a claim
mothership/demo/control-plane: authentication.issuers[0].userRules.expression is " "
  allowed: an expression
  fix: write an expression`,
  },
  {
    rule: 'issuer-email-verified',
    broken: issuers([{ username: ClaimMapping.expression("'corp:' + claims.email") }]),
    sound: issuers([
      {
        username: ClaimMapping.expression('claims.email'),
        claimRules: [{ expression: 'claims.email_verified == true', message: 'not verified' }],
      },
    ]),
    says: `mothership/demo/control-plane: authentication.issuers[0].username is "'corp:' + claims.email"
  allowed: claims.email together with claims.email_verified
  fix: add { expression: 'claims.email_verified == true', message: '…' } to claimRules`,
  },
  {
    rule: 'issuer-email-verified',
    broken: issuers([{ username: ClaimMapping.expression('claims.?email.orValue(claims.sub)') }]),
    sound: issuers([
      {
        username: ClaimMapping.expression('claims.email'),
        claimRules: [
          { expression: 'claims.?email_verified.orValue(true) == true', message: 'not verified' },
        ],
      },
    ]),
    says: `mothership/demo/control-plane: authentication.issuers[0].username is "claims.?email.orValue(claims.sub)"
  allowed: claims.email together with claims.email_verified
  fix: add { expression: 'claims.email_verified == true', message: '…' } to claimRules`,
  },
  {
    rule: 'issuer-extra',
    broken: issuers([{ extra: { tenant: 'claims.t', 'a.k8s.io/b': 'claims.b' } }]),
    sound: issuers([{ extra: { 'example.com/tenant': 'claims.t' } }]),
    says: `mothership/demo/control-plane: authentication.issuers[0].extra is "tenant"
  allowed: lower-case keys with a domain before a slash, except those of Kubernetes
  fix: write your own domain before the slash
mothership/demo/control-plane: authentication.issuers[0].extra is "a.k8s.io/b"
  allowed: lower-case keys with a domain before a slash, except those of Kubernetes
  fix: write your own domain before the slash`,
  },
  {
    rule: 'issuer-certificates',
    broken: issuers([{ certificateAuthority: `${PEM}-----BEGIN PRIVATE KEY-----` }]),
    sound: issuers([{ certificateAuthority: PEM }]),
    says: `mothership/demo/control-plane: authentication.issuers[0].certificateAuthority is "a private key"
  allowed: certificates in PEM, which are public
  fix: remove the key`,
  },
  {
    rule: 'anonymous-paths',
    broken: withControlPlane({ authentication: limited(['version', '/api/*']) }),
    sound: withControlPlane({ authentication: limited(['/version']) }),
    says: `mothership/demo/control-plane: authentication.anonymousPaths is "version"
  allowed: whole paths that begin with a slash, without asterisks
  fix: write "/version"
mothership/demo/control-plane: authentication.anonymousPaths is "/api/*"
  allowed: whole paths that begin with a slash, without asterisks
  fix: list each path`,
  },
  {
    rule: 'oidc-certificates',
    broken: oidc({ certificateAuthority: 'c'.repeat(60) }),
    says: `mothership/demo/control-plane: authentication.certificateAuthority is "${'c'.repeat(60)}"
  allowed: certificates in PEM
  fix: write the content of the file from -----BEGIN CERTIFICATE----- on`,
  },
  {
    rule: 'oidc-certificates',
    broken: oidc({ certificateAuthority: 'c'.repeat(61) }),
    says: `mothership/demo/control-plane: authentication.certificateAuthority is "${'c'.repeat(60)}…"
  allowed: certificates in PEM
  fix: write the content of the file from -----BEGIN CERTIFICATE----- on`,
  },
  {
    rule: 'issuers-count',
    broken: issuers(distinct(65)),
    sound: issuers(distinct(64)),
    says: `mothership/demo/control-plane: authentication.issuers.length is 65
  allowed: 1 to 64 issuers
  fix: remove issuers`,
  },
];

function distinct(count: number): readonly Partial<JwtIssuer>[] {
  return Array.from({ length: count }, (_, i) => ({ url: `https://id${i}.example` }));
}

function oidc(options: Partial<OidcOptions>): RuleCase['broken'] {
  const all = { issuerUrl: 'https://id.example', clientId: 'kube', ...options };
  return withControlPlane({ authentication: Authentication.oidc(all).model });
}

function issuers(
  parts: readonly Partial<JwtIssuer>[],
  rest: Partial<AssembledCluster> = {},
): RuleCase['broken'] {
  const { model } = Authentication.issuers(parts.map(issuer));
  return withControlPlane({ authentication: model }, rest);
}

function limited(anonymousPaths: readonly string[]) {
  return Authentication.issuers([issuer({})], { anonymousPaths }).model;
}

function issuer(part: Partial<JwtIssuer>): JwtIssuer {
  return {
    url: 'https://id.example',
    audiences: ['kube'],
    username: ClaimMapping.claim('sub'),
    ...part,
  };
}
