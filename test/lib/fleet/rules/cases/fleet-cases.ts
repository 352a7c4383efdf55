import type { AddonModel } from '../../../../../lib/addons/model/addon';
import {
  CLOUD_CONTROLLER_NAME,
  VOLUME_CLUSTER_NAME,
} from '../../../../../lib/openstack/model/addon-facts';
import type { Lookup } from '../../../../../lib/openstack/model/lookup';
import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import { addonModel, poolModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const ROUTED = { kind: 'cilium', routing: 'native', hubble: false, wireguard: false } as const;
const WRAPPED = { ...ROUTED, routing: 'vxlan' } as const;
const ROUTER = { filter: { name: 'edge' } };

/** Examples of rules on clusters together. */
export const FLEET_CASES: readonly RuleCase[] = [
  {
    rule: 'cluster-unique',
    broken: [cluster(), cluster()],
    sound: [cluster(), cluster({ name: 'demo-2' })],
    says: `mothership/demo: name is "demo"
  allowed: a name that no other cluster in mothership/demo has
  fix: name it "demo-2"`,
  },
  {
    rule: 'openstack-name-unique',
    broken: [inNamespace('a-b', 'c'), inNamespace('a', 'b-c')],
    sound: [inNamespace('a-b', 'c'), inNamespace('a', 'b-d')],
    says: `mothership/b-c: name is "b-c"
  allowed: a name that does not result in "a-b-c", which mothership/c uses in homelab
  fix: name it "b-c-2", or use another namespace`,
  },
  {
    rule: 'openstack-name-unique',
    broken: [cluster(), cluster({ managementCluster: 'other', path: 'other/demo' })],
    says: `other/demo: name is "demo"
  allowed: a name that does not result in "demo-demo", which mothership/demo uses in homelab
  fix: name it "demo-2", or use another namespace`,
  },
  {
    rule: 'shared-namespace-names',
    broken: [withPoolNamed('a', 'b-c'), withPoolNamed('a-b', 'c')],
    sound: [withPoolNamed('a', 'b-c'), withPoolNamed('a-b', 'd')],
    says: `mothership/a-b: namespace is "team"
  allowed: a namespace without the machines a-b-c of mothership/a
  fix: leave namespace out to get one of its own`,
  },
  {
    rule: 'cloud-controller-name-unique',
    broken: [controlled('a', 'kubernetes'), controlled('b', 'kubernetes')],
    sound: [controlled('a', 'a'), controlled('b', 'b')],
    says: `mothership/b/ccm: clusterName is "kubernetes"
  allowed: a name that no other cluster on homelab uses; mothership/a uses this one
  fix: write clusterName: "mothership-b"`,
  },
  {
    rule: 'volume-cluster-name-unique',
    broken: [
      named('a', { facts: VOLUME_CLUSTER_NAME.is('prod') }),
      named('b', { facts: VOLUME_CLUSTER_NAME.is('prod') }),
    ],
    sound: [
      named('a', { facts: VOLUME_CLUSTER_NAME.is('prod') }),
      named('b', {
        facts: { ...VOLUME_CLUSTER_NAME.is('b'), ...CLOUD_CONTROLLER_NAME.is('prod') },
      }),
    ],
    says: `mothership/b/ccm: clusterName is "prod"
  allowed: a name that no other cluster on homelab uses; mothership/a uses this one
  fix: write clusterName: "mothership-b"`,
  },
  {
    rule: 'cluster-identity-equal',
    broken: [identified('a', 'x'), identified('b', 'y')],
    sound: [identified('a', 'x'), identified('b', 'x')],
    says: `mothership/b: credentials.identityName is "shared"
  allowed: the same secretRef, source and namespaceSelector as in mothership/a, or another name
  fix: write "shared-2", or use one CloudCredentials for both clusters`,
  },
  {
    rule: 'shared-network-ranges',
    broken: [adopted('a', '10.8.0.0/24'), adopted('b', '192.168.7.0/24')],
    sound: [adopted('a', '10.8.0.0/24'), adopted('b', '10.8.1.0/24')],
    says: `mothership/b: network.nodeCidr is "192.168.7.0/24"
  allowed: a range that does not overlap 192.168.0.0/16, network.podCidrs of mothership/a on the same network
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-network-ranges',
    broken: [dualAdopted('a', 'fd00:8::/64'), dualAdopted('b', 'fd00:10::/64')],
    sound: [dualAdopted('a', 'fd00:8::/64'), dualAdopted('b', 'fd00:11::/64')],
    says: `mothership/b: network.nodeCidrIPv6 is "fd00:10::/64"
  allowed: a range that does not overlap fd00:10::/56, network.podCidrs of mothership/a on the same network
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-network-pods',
    broken: [
      adopted('a', '10.8.0.0/24', { cni: ROUTED }),
      adopted('b', '10.8.0.0/24', { cni: ROUTED }),
    ],
    sound: [
      adopted('a', '10.8.0.0/24', { cni: ROUTED }),
      adopted('b', '10.8.0.0/24', { cni: WRAPPED }),
    ],
    says: `mothership/b: network.podCidrs is "192.168.0.0/16"
  allowed: a range that does not overlap 192.168.0.0/16, network.podCidrs of mothership/a without encapsulation on the same network
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [routed('a', '10.8.0.0/16'), routed('b', '10.8.4.0/24')],
    sound: [routed('a', '10.8.0.0/24'), routed('b', '10.8.4.0/24')],
    says: `mothership/b: network.nodeCidr is "10.8.4.0/24"
  allowed: a range that does not overlap 10.8.0.0/16, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [routed('a', '10.8.0.9/32'), routed('b', '10.8.0.9/32')],
    sound: [routed('a', '10.8.0.9/32'), routed('b', '10.8.0.10/32')],
    says: `mothership/b: network.nodeCidr is "10.8.0.9/32"
  allowed: a range that does not overlap 10.8.0.9/32, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [dual('a', '10.8.0.0/24', 'fd00:8::/64'), dual('b', '10.8.4.0/24', 'fd00:8::/64')],
    sound: [dual('a', '10.8.0.0/24', 'fd00:8::/64'), dual('b', '10.8.4.0/24', 'fd00:9::/64')],
    says: `mothership/b: network.nodeCidrIPv6 is "fd00:8::/64"
  allowed: a range that does not overlap fd00:8::/64, network.nodeCidrIPv6 of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [routed('a', '10.8.0.0/24'), routed('b', '10.8.0.0/24'), routed('c', '10.8.0.0/24')],
    says: `mothership/b: network.nodeCidr is "10.8.0.0/24"
  allowed: a range that does not overlap 10.8.0.0/24, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters
mothership/c: network.nodeCidr is "10.8.0.0/24"
  allowed: a range that does not overlap 10.8.0.0/24, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [routed('a', '10.8.0.0/23'), routed('b', '10.8.1.0/24'), routed('c', '10.8.1.128/25')],
    says: `mothership/b: network.nodeCidr is "10.8.1.0/24"
  allowed: a range that does not overlap 10.8.0.0/23, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters
mothership/c: network.nodeCidr is "10.8.1.128/25"
  allowed: a range that does not overlap 10.8.0.0/23, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-network-ranges',
    broken: [
      onNetwork('a', { id: 'x' }, '10.8.0.0/24'),
      onNetwork('b', { id: 'x' }, '192.168.7.0/24'),
    ],
    sound: [
      onNetwork('a', { id: 'x' }, '10.8.0.0/24'),
      onNetwork('b', { id: 'y' }, '192.168.7.0/24'),
    ],
    says: `mothership/b: network.nodeCidr is "192.168.7.0/24"
  allowed: a range that does not overlap 192.168.0.0/16, network.podCidrs of mothership/a on the same network
  fix: choose another range for one of the two clusters`,
  },
  {
    rule: 'shared-namespace-names',
    broken: [withSecret('a', 'b', 'c'), withSecret('a-b', 'c', '')],
    sound: [withSecret('a', 'b', 'c'), withSecret('a-b', 'd', '')],
    says: `mothership/a-b: namespace is "team"
  allowed: a namespace without the Secret a-b-c of mothership/a
  fix: leave namespace out to get one of its own`,
  },
  {
    rule: 'shared-namespace-names',
    broken: [withConfigMap('a', 'b', 'c'), withConfigMap('a-b', 'c', '')],
    sound: [withConfigMap('a', 'b', 'c'), withConfigMap('a-b', 'c', 'd')],
    says: `mothership/a-b: namespace is "team"
  allowed: a namespace without the ConfigMap a-b-c of mothership/a
  fix: leave namespace out to get one of its own`,
  },
  {
    rule: 'shared-namespace-names',
    broken: [withChart('a', 'b-c'), withChart('a-b', 'c')],
    sound: [withChart('a', 'b-c'), withChart('a-b', 'd')],
    says: `mothership/a-b: namespace is "team"
  allowed: a namespace without the addon a-b-c of mothership/a
  fix: leave namespace out to get one of its own`,
  },
  {
    rule: 'shared-router-ranges',
    broken: [onFloor('a', 'floor'), onFloor('b', 'cellar')],
    sound: [onFloor('a', 'floor'), onFloor('b', 'floor')],
    says: `mothership/b: network.nodeCidr is "10.8.0.0/24"
  allowed: a range that does not overlap 10.8.0.0/24, network.nodeCidr of mothership/a on the same router
  fix: choose another range for one of the two clusters`,
  },
];

function inNamespace(namespace: string, name: string) {
  return cluster({ name, namespace, ownsNamespace: false });
}

function withPoolNamed(name: string, pool: string) {
  const pools = [poolModel({ name: pool, deploymentName: `${name}-${pool}` })];
  return { ...inNamespace('team', name), pools };
}

function controlled(name: string, cloudControllerName: string) {
  return named(name, { facts: CLOUD_CONTROLLER_NAME.is(cloudControllerName) });
}

function named(name: string, names: Partial<AddonModel>) {
  const addons = [addonModel({ name: 'ccm', path: `mothership/${name}/ccm`, ...names })];
  return cluster({ name, addons });
}

function identified(name: string, secret: string) {
  return cluster({
    name,
    credentials: {
      kind: 'clusterIdentity',
      identityName: 'shared',
      cloudName: 'openstack',
      identity: { secretRef: { name: secret, namespace: 'capi' } },
    },
  });
}

function adopted(name: string, nodeCidr: string, rest: Partial<AssembledCluster> = {}) {
  const network: OpenStackNetwork = {
    kind: 'adopted',
    network: { filter: { name: 'tenant' } },
    subnets: [],
    nodeCidr,
  };
  return cluster({ name, network, ...rest });
}

function onNetwork(name: string, network: Lookup, nodeCidr: string) {
  return cluster({ name, network: { kind: 'adopted', network, subnets: [], nodeCidr } });
}

function withSecret(name: string, addon: string, suffix: string) {
  return delivering(name, addon, { kind: 'secret', suffix, entries: [] });
}

function withConfigMap(name: string, addon: string, suffix: string) {
  return delivering(name, addon, { kind: 'configMap', suffix, entries: [] });
}

function delivering(name: string, addon: string, payload: AddonModel['payload'][number]) {
  const addons = [addonModel({ name: addon, payload: [payload] })];
  return { ...inNamespace('team', name), pools: [], addons };
}

function withChart(name: string, addon: string) {
  const helmChart = {
    chart: 'podinfo',
    repository: 'https://charts.example.org',
    version: '6.9.2',
    releaseName: 'podinfo',
    namespace: 'podinfo',
    values: {},
  };
  const addons = [addonModel({ name: addon, payload: [], helmChart })];
  return { ...inNamespace('team', name), pools: [], addons };
}

function dualAdopted(name: string, nodeCidrIPv6: string) {
  const network = {
    kind: 'adopted',
    network: { filter: { name: 'tenant' } },
    subnets: [],
  } as const;
  const podCidrs = [name === 'a' ? 'fd00:10::/56' : 'fd00:30::/56'];
  return cluster({ name, podCidrs, network: { ...network, nodeCidrIPv6 } });
}

function dual(name: string, nodeCidr: string, nodeCidrIPv6: string) {
  const network = { name, owner: `mothership/${name}`, router: ROUTER };
  return cluster({ name, network: provisionedNetwork({ ...network, nodeCidr, nodeCidrIPv6 }) });
}

/** Cluster on a network that several clusters may be on. */
function onFloor(name: string, network: string) {
  const shared = { owner: `homelab/${network}`, name: network, shared: true, router: ROUTER };
  return cluster({ name, network: provisionedNetwork(shared) });
}

function routed(name: string, nodeCidr: string) {
  const network = { dnsNameservers: [], allocationPools: [], router: ROUTER } as const;
  return cluster({ name, network: { kind: 'managed', nodeCidr, ...network } });
}
