import { compact, type Fields, sortedEntries } from '../../base/fields';
import { minorOf } from '../../base/kubernetes-version';
import type { EmitDocuments } from '../../base/yaml-documents';
import {
  AUTHENTICATION_FOLDER,
  type AuthenticationModel,
  OIDC_DEFAULTS,
  type OidcOptions,
} from '../model/authentication';
import type { KubeadmCluster } from '../model/cluster';
import { trustedIssuerPath } from '../model/feature-volumes';
import type { ClaimMappingModel, JwtIssuerModel } from '../model/jwt-issuer';
import type { ControlPlanePart } from './control-plane-part';
import { texts } from './texts';

type Issuers = Extract<AuthenticationModel, { kind: 'issuers' }>;

const CONFIGURATION = `${AUTHENTICATION_FOLDER}/config.yaml`;
const AUTHORITY = `${AUTHENTICATION_FOLDER}/oidc-ca.pem`;
const PRIVATE = '0600';
const GROUP = 'apiserver.config.k8s.io';
/** First minor version that reads the configuration as `v1`. */
const STABLE_SINCE = 34;

/** Paths that kubelets probe, and that joining machines read before they have a token. */
const OPEN_PATHS = [
  '/api/v1/namespaces/kube-public/configmaps/cluster-info',
  '/healthz',
  '/livez',
  '/readyz',
];

/** Renders the control-plane part for authentication by external issuers. */
export function authenticationPart(
  cluster: KubeadmCluster,
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  const { controlPlane, kubernetesVersion } = cluster;
  const { authentication } = controlPlane;
  if (authentication === undefined) return {};
  if (authentication.kind === 'oidc')
    return oidcPart(authentication.oidc, trustedIssuerPath(cluster));
  const content = emitDocuments([configuration(authentication, kubernetesVersion)]);
  return {
    files: [{ path: CONFIGURATION, permissions: PRIVATE, content }],
    apiServer: { args: { 'authentication-config': CONFIGURATION } },
  };
}

function oidcPart(oidc: OidcOptions, trustedPath: string | undefined): ControlPlanePart {
  const { certificateAuthority: content } = oidc;
  const isWritten = content !== undefined && trustedPath === undefined;
  const required = sortedEntries(oidc.requiredClaims ?? {}).map(
    ([name, value]) => `${name}=${value}`,
  );
  const args = texts({
    'oidc-issuer-url': oidc.issuerUrl,
    'oidc-client-id': oidc.clientId,
    'oidc-username-claim': oidc.usernameClaim ?? OIDC_DEFAULTS.usernameClaim,
    'oidc-username-prefix': oidc.usernamePrefix,
    'oidc-groups-claim': oidc.groupsClaim,
    'oidc-groups-prefix': oidc.groupsPrefix,
    'oidc-required-claim': required[0],
    'oidc-signing-algs': oidc.signingAlgorithms?.join(','),
    'oidc-ca-file': content === undefined ? undefined : (trustedPath ?? AUTHORITY),
  });
  return {
    files: isWritten ? [{ path: AUTHORITY, permissions: PRIVATE, content }] : [],
    apiServer: { args },
  };
}

function configuration({ issuers, anonymousPaths }: Issuers, kubernetesVersion: string): Fields {
  const isStable = (minorOf(kubernetesVersion) ?? 0) >= STABLE_SINCE;
  const paths = anonymousPaths && [...new Set([...OPEN_PATHS, ...anonymousPaths])].sort();
  return {
    apiVersion: `${GROUP}/${isStable ? 'v1' : 'v1beta1'}`,
    kind: 'AuthenticationConfiguration',
    jwt: issuers.map(issuerFields),
    ...(paths && { anonymous: { enabled: true, conditions: paths.map((path) => ({ path })) } }),
  };
}

function issuerFields(issuer: JwtIssuerModel): Fields {
  const { url, discoveryURL, audiences, certificateAuthority, username, groups, uid } = issuer;
  const claims = sortedEntries(issuer.requiredClaims ?? {});
  const extra = sortedEntries(issuer.extra ?? {});
  return compact({
    issuer: compact({
      url,
      discoveryURL,
      certificateAuthority,
      audiences,
      audienceMatchPolicy: audiences.length > 1 ? 'MatchAny' : undefined,
    }),
    claimValidationRules: [
      ...claims.map(([claim, requiredValue]) => ({ claim, requiredValue })),
      ...(issuer.claimRules ?? []),
    ],
    claimMappings: compact({
      username,
      groups,
      uid: uid && withoutPrefix(uid),
      extra: extra.map(([key, valueExpression]) => ({ key, valueExpression })),
    }),
    userValidationRules: issuer.userRules,
  });
}

function withoutPrefix(mapping: ClaimMappingModel): Fields {
  return 'claim' in mapping ? { claim: mapping.claim } : mapping;
}
