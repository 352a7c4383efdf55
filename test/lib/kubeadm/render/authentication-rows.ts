import { Authentication, type OidcOptions } from '../../../../lib/kubeadm/model/authentication';
import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import { ClaimMapping, type JwtIssuer } from '../../../../lib/kubeadm/model/jwt-issuer';
import { controlPlaneModel } from '../../../support/models';
import type { PropRow } from '../../../support/rendering';
import { CLUSTER, CONFIG, feature, onComponent } from './control-plane-landings';

const FOLDER = '/etc/kubernetes/authentication';
const PEM = '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n';
const OIDC = { issuerUrl: 'https://id.example', clientId: 'kube' };
const OIDC_ARGS = {
  'oidc-issuer-url': 'https://id.example',
  'oidc-client-id': 'kube',
  'oidc-username-claim': 'sub',
};
const FULL: Required<JwtIssuer> = {
  url: 'https://id.example',
  discoveryURL: 'https://in.example/discovery',
  audiences: ['kube', 'ops'],
  certificateAuthority: PEM,
  username: ClaimMapping.claim('sub', 'corp:'),
  groups: ClaimMapping.expression('claims.roles'),
  uid: ClaimMapping.claim('oid'),
  extra: { 'example.com/tenant': 'claims.tenant' },
  requiredClaims: { hd: 'example' },
  claimRules: [{ expression: 'claims.exp < 10', message: 'too long' }],
  userRules: [{ expression: "user.username != 'root'", message: 'no' }],
};
const FULL_TEXT = `kind: AuthenticationConfiguration
jwt:
  - issuer:
      url: https://id.example
      discoveryURL: https://in.example/discovery
      certificateAuthority: |
        -----BEGIN CERTIFICATE-----
        fake
        -----END CERTIFICATE-----
      audiences:
        - kube
        - ops
      audienceMatchPolicy: MatchAny
    claimValidationRules:
      - claim: hd
        requiredValue: example
      - expression: claims.exp < 10
        message: too long
    claimMappings:
      username:
        claim: sub
        prefix: 'corp:'
      groups:
        expression: claims.roles
      uid:
        claim: oid
      extra:
        - key: example.com/tenant
          valueExpression: claims.tenant
    userValidationRules:
      - expression: user.username != 'root'
        message: 'no'
  - issuer:
      url: https://ci.example
      audiences:
        - kube
    claimMappings:
      username:
        expression: claims.job
anonymous:
  enabled: true
  conditions:
    - path: /api/v1/namespaces/kube-public/configmaps/cluster-info
    - path: /healthz
    - path: /livez
    - path: /readyz
    - path: /version
`;
const CI: JwtIssuer = {
  url: 'https://ci.example',
  audiences: ['kube'],
  username: ClaimMapping.expression('claims.job'),
};
const ISSUERS = Authentication.issuers([FULL, CI], { anonymousPaths: ['/version', '/livez'] });

const OIDC_ROWS: Readonly<Record<keyof OidcOptions, readonly PropRow[]>> = {
  issuerUrl: [oidc({}, {})],
  clientId: [oidc({ clientId: 'k8s' }, { 'oidc-client-id': 'k8s' })],
  usernameClaim: [oidc({ usernameClaim: 'email' }, { 'oidc-username-claim': 'email' })],
  usernamePrefix: [oidc({ usernamePrefix: '-' }, { 'oidc-username-prefix': '-' })],
  groupsClaim: [oidc({ groupsClaim: 'groups' }, { 'oidc-groups-claim': 'groups' })],
  groupsPrefix: [oidc({ groupsPrefix: 'corp:' }, { 'oidc-groups-prefix': 'corp:' })],
  requiredClaims: [
    oidc({ requiredClaims: { hd: 'example' } }, { 'oidc-required-claim': 'hd=example' }),
  ],
  signingAlgorithms: [
    oidc({ signingAlgorithms: ['RS256', 'ES256'] }, { 'oidc-signing-algs': 'RS256,ES256' }),
  ],
  certificateAuthority: [
    oidc({ certificateAuthority: PEM }, { 'oidc-ca-file': `${FOLDER}/oidc-ca.pem` }),
    feature(
      authentication(Authentication.oidc({ ...OIDC, certificateAuthority: PEM })),
      [...CONFIG, 'files'],
      [{ path: `${FOLDER}/oidc-ca.pem`, owner: 'root:root', permissions: '0600', content: PEM }],
    ),
    feature(
      authentication(Authentication.oidc({ ...OIDC, certificateAuthority: PEM })),
      [...CLUSTER, 'apiServer', 'extraVolumes', 0, 'mountPath'],
      FOLDER,
    ),
  ],
};

/** Rows of every way to know users. */
export const AUTHENTICATION_ROWS: readonly PropRow[] = [
  ...Object.values(OIDC_ROWS).flat(),
  onComponent(authentication(ISSUERS), 'apiServer', {
    'authentication-config': `${FOLDER}/config.yaml`,
  }),
  file('1.33.1', `apiVersion: apiserver.config.k8s.io/v1beta1\n${FULL_TEXT}`),
  file('1.34.0', `apiVersion: apiserver.config.k8s.io/v1\n${FULL_TEXT}`),
  feature(
    authentication(ISSUERS),
    [...CLUSTER, 'apiServer', 'extraVolumes', 0, 'hostPath'],
    FOLDER,
  ),
];

function authentication({ model }: Authentication): Partial<ControlPlaneFeatures> {
  return { authentication: model };
}

function oidc(options: Partial<OidcOptions>, args: Readonly<Record<string, string>>): PropRow {
  return onComponent(authentication(Authentication.oidc({ ...OIDC, ...options })), 'apiServer', {
    ...OIDC_ARGS,
    ...args,
  });
}

function file(kubernetesVersion: string, content: string): PropRow {
  return {
    model: { kubernetesVersion, controlPlane: controlPlaneModel(authentication(ISSUERS)) },
    key: 'controlPlane',
    lands: () => [[...CONFIG, 'files', 0, 'content'], content],
  };
}
