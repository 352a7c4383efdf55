import type { ClusterIdentityModel } from '../../../../../lib/openstack/model/credentials';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const FIX =
  'use the CloudCredentials that create the identity and give the cluster its own namespace, or leave namespaceSelector out';

/** Examples of rules on which clusters an identity admits. */
export const IDENTITY_CASES: readonly RuleCase[] = [
  {
    rule: 'identity-selector-labels',
    broken: user('demo', { namespaceSelector: { 'a b': 'x' } }),
    sound: user('demo', { namespaceSelector: { team: '' } }),
    says: `mothership/demo: credentials.namespaceSelector is "a b"
  allowed: a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash
  fix: leave it out, or write a valid label key`,
  },
  {
    rule: 'identity-selector-labels',
    broken: user('demo', { namespaceSelector: { team: 'a b' } }),
    says: `mothership/demo: credentials.namespaceSelector["team"] is "a b"
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends
  fix: leave it out, or write a valid label value`,
  },
  {
    rule: 'identity-admits',
    broken: [user('a', { namespaceSelector: { team: 'x' } }), user('b')],
    sound: [
      user('a', { namespaceSelector: { team: 'x' } }),
      user('b', { namespaceSelector: { team: 'x' } }),
    ],
    says: excluded('b', 'team=x'),
  },
  {
    rule: 'identity-admits',
    broken: [user('a', { namespaceSelector: { 'capi-fleet/cluster': 'other' } })],
    sound: [user('a', { namespaceSelector: { 'capi-fleet/cluster': 'a' } })],
    says: excluded('a', 'capi-fleet/cluster=other'),
  },
  {
    rule: 'identity-admits',
    broken: [
      user('a', { namespaceSelector: { team: 'x' } }),
      user('c', undefined, { credentials: otherSecret() }),
      { ...user('b'), namespace: 'c', ownsNamespace: false },
    ],
    sound: [
      user('a', { namespaceSelector: { team: 'x' } }),
      { ...user('b'), namespace: 'a', ownsNamespace: false },
      { ...user('d'), namespace: 'made-by-hand', ownsNamespace: false },
    ],
    says: excluded('b', 'team=x', 'c'),
  },
  {
    rule: 'identity-admits',
    broken: [
      user('a', { namespaceSelector: { 'kubernetes.io/metadata.name': 'a' } }),
      { ...user('b'), namespace: 'made-by-hand', ownsNamespace: false },
    ],
    sound: [
      user('a', { namespaceSelector: { 'kubernetes.io/metadata.name': 'a' } }),
      { ...user('b'), managementCluster: 'other' },
    ],
    says: excluded('b', 'kubernetes.io/metadata.name=a', 'made-by-hand'),
  },
  {
    rule: 'identity-admits',
    broken: [shared('a', { team: 'x', tier: 'one' }), shared('b', { team: 'y', tier: 'one' })],
    sound: [
      shared('a', { team: 'x' }),
      shared('b', { team: 'x', tier: 'one' }),
      shared('c', { stage: 'live' }),
      { ...shared('d', { team: 'y' }), namespace: 'other' },
      { ...shared('e', { team: 'y' }), managementCluster: 'other' },
    ],
    says: `mothership/b: credentials is "cluster identity of-b"
  allowed: an identity that selects namespace shared like that of mothership/a; this one requires the labels team=y, that one team=x
  fix: use one identity for both clusters, or another namespace`,
  },
];

function excluded(name: string, labels: string, namespace = name): string {
  return `mothership/${name}: credentials is "cluster identity shared"
  allowed: an identity that selects namespace ${namespace}; this one requires the labels ${labels}
  fix: ${FIX}`;
}

/** Cluster that uses the identity `shared`, and writes it where its contents are given. */
function user(
  name: string,
  identity?: Partial<ClusterIdentityModel>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  const secretRef = { name: 'cloud', namespace: 'capi' };
  return cluster({
    name,
    namespace: name,
    path: `mothership/${name}`,
    pools: [],
    credentials: {
      kind: 'clusterIdentity',
      identityName: 'shared',
      cloudName: 'openstack',
      ...(identity && { identity: { secretRef, ...identity } }),
    },
    ...rest,
  });
}

/** Cluster in a namespace that exists already, with an identity of its own. */
function shared(
  name: string,
  namespaceSelector: Readonly<Record<string, string>>,
): AssembledCluster {
  const one = user(name, { namespaceSelector });
  return {
    ...one,
    credentials: {
      ...one.credentials,
      identityName: `of-${name}`,
    } as AssembledCluster['credentials'],
    namespace: 'shared',
    ownsNamespace: false,
  };
}

function otherSecret(): AssembledCluster['credentials'] {
  return { kind: 'secret', secretName: 'cloud-config', cloudName: 'openstack' };
}
