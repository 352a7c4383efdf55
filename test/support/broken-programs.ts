import { Duration, JsonPatch } from 'cdk8s';
import { ApiEndpoint, CloudCredentials, ClusterNetwork } from '../../constructs/index';
import type { ClusterOverrides, TestFleet } from './fleets';

/** Who refuses a program: both, or only one of us and the API server. */
export type Refuser = 'both' | 'us' | 'server';

/** Program with one mistake. */
export interface BrokenProgram {
  /** The mistake, in words. */
  readonly what: string;
  /** Builds the program. */
  readonly build: (test: TestFleet) => void;
  /** Who refuses it with Cluster API 1.10, and with 1.13; absent where it is no mistake. */
  readonly refusedBy: Readonly<Partial<Record<'v1.10' | 'v1.13', Refuser>>>;
}

const BOTH = { 'v1.10': 'both', 'v1.13': 'both' } as const;
const US = { 'v1.10': 'us', 'v1.13': 'us' } as const;

function withProps(props: ClusterOverrides, name = 'broken'): BrokenProgram['build'] {
  return ({ cluster }) => void cluster(name, props);
}

function withPool(
  props: Parameters<ReturnType<TestFleet['cluster']>['addNodePool']>[1],
  name = 'broken',
): BrokenProgram['build'] {
  return ({ cluster }) => void cluster(name).addNodePool('workers', props);
}

function withPoolPatch(
  object: 'machineTemplate' | 'machineDeployment',
  path: string,
  value: unknown,
): BrokenProgram['build'] {
  return ({ cluster }) => {
    const pool = cluster('broken').addNodePool('workers', { flavor: 'small' });
    pool[object].addJsonPatch(JsonPatch.add(path, value));
  };
}

function withControlPlanePatch(path: string, value: unknown): BrokenProgram['build'] {
  return ({ cluster }) => {
    cluster('broken').controlPlane.controlPlane.addJsonPatch(JsonPatch.add(path, value));
  };
}

/** Firewall rule from a range and from a group at once, in one of the lists. */
function withRule(list: string): BrokenProgram['build'] {
  const rule = {
    name: 'odd',
    direction: 'ingress',
    etherType: 'IPv4',
    remoteIPPrefix: '192.0.2.0/24',
    remoteManagedGroups: ['worker'],
  };
  return ({ cluster }) => {
    const { infrastructure } = cluster('broken');
    infrastructure.addJsonPatch(JsonPatch.add(`/spec/managedSecurityGroups/${list}`, [rule]));
  };
}

const network = (ranges: { podCidrs?: string[]; serviceCidrs?: string[] }) => ({
  network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24', ...ranges }),
});

/** Programs with one mistake each, and who finds it. */
export const BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  {
    what: 'an even number of control-plane machines',
    build: withProps({ controlPlane: { flavor: 'large', replicas: 2 } }),
    refusedBy: BOTH,
  },
  {
    what: 'no control-plane machine',
    build: withProps({ controlPlane: { flavor: 'large', replicas: 0 } }),
    refusedBy: BOTH,
  },
  {
    what: 'a rollout without surge of one machine',
    build: withProps({ controlPlane: { flavor: 'large', replicas: 1, rollout: { maxSurge: 0 } } }),
    refusedBy: BOTH,
  },
  {
    what: 'certificates that are renewed on their last day',
    build: withProps({ controlPlane: { flavor: 'large', rollout: { certificatesExpiryDays: 1 } } }),
    refusedBy: BOTH,
  },
  {
    what: 'a version that is none',
    build: withProps({ kubernetesVersion: 'latest' }),
    refusedBy: BOTH,
  },
  {
    what: 'a version that Cluster API does not manage',
    build: withProps({ kubernetesVersion: '1.20.0' }),
    refusedBy: US,
  },
  { what: 'a name with capitals', build: withProps({}, 'Broken'), refusedBy: BOTH },
  {
    what: 'a name that leaves no room',
    build: withPool({ flavor: 'small' }, 'a'.repeat(60)),
    refusedBy: BOTH,
  },
  {
    what: 'a pod range that is none',
    build: withProps(network({ podCidrs: ['192.168.0.0'] })),
    refusedBy: BOTH,
  },
  {
    what: 'pod and service ranges that overlap',
    build: withProps(network({ podCidrs: ['10.96.0.0/16'] })),
    refusedBy: US,
  },
  {
    what: 'a taken listener port',
    build: withProps({ endpoint: ApiEndpoint.managed({ additionalPorts: [22, 22] }) }),
    refusedBy: BOTH,
  },
  {
    what: 'an endpoint without a name',
    build: withProps({ endpoint: ApiEndpoint.external({ host: '' }) }),
    refusedBy: BOTH,
  },
  { what: 'a label that is none', build: withProps({ labels: { 'a b': 'c' } }), refusedBy: BOTH },
  {
    what: 'a flavor that the cloud does not have',
    build: withPool({ flavor: 'huge' as 'small' }),
    refusedBy: US,
  },
  {
    what: 'a pool with a size and bounds',
    build: withPool({ flavor: 'small', replicas: 1, autoscale: { minSize: 0, maxSize: 2 } }),
    refusedBy: US,
  },
  {
    what: 'bounds the wrong way round',
    build: withPool({ flavor: 'small', autoscale: { minSize: 3, maxSize: 2 } }),
    refusedBy: US,
  },
  {
    what: 'fewer than no machines',
    build: withPool({ flavor: 'small', replicas: -1 }),
    refusedBy: BOTH,
  },
  {
    what: 'a volume of nothing',
    build: withPool({ flavor: 'small', rootVolume: { sizeGiB: 0 } }),
    refusedBy: BOTH,
  },
  {
    what: 'metadata that is too long',
    build: withPool({ flavor: 'small', serverMetadata: { a: 'x'.repeat(256) } }),
    refusedBy: BOTH,
  },
  {
    what: 'a start-up time of ten seconds',
    build: withPool({ flavor: 'small', healthCheck: { nodeStartupTimeout: Duration.seconds(10) } }),
    refusedBy: BOTH,
  },
  {
    what: 'a rollout that moves nothing',
    build: withPool({ flavor: 'small', rollout: { maxSurge: 0, maxUnavailable: 0 } }),
    refusedBy: { 'v1.10': 'us', 'v1.13': 'both' },
  },
  {
    what: 'a pool two minors ahead',
    build: withPool({ flavor: 'small', kubernetesVersion: '1.34.0' }),
    refusedBy: US,
  },
  {
    what: 'taints that nobody propagates',
    build: withPool({
      flavor: 'small',
      propagateTaints: true,
      taints: [{ key: 'gpu', effect: 'NoSchedule' }],
    }),
    refusedBy: BOTH,
  },
  {
    what: 'an identity that the provider does not know',
    build: withProps({ credentials: CloudCredentials.fromClusterIdentity('rented') }),
    refusedBy: { 'v1.10': 'both' },
  },
  {
    what: 'a patch with a field that there is not',
    build: ({ cluster }) => {
      cluster('broken').cluster.addJsonPatch(JsonPatch.add('/spec/pause', true));
    },
    refusedBy: BOTH,
  },
  {
    what: 'a patch with the provider ID of one server',
    build: withPoolPatch('machineTemplate', '/spec/template/spec/providerID', 'openstack:///1'),
    refusedBy: { 'v1.10': 'us', 'v1.13': 'both' },
  },
  {
    what: 'a patch after which no machine is found',
    build: withPoolPatch('machineDeployment', '/spec/selector/matchLabels/tier', 'gold'),
    refusedBy: BOTH,
  },
  {
    what: 'a patch by which all machines have one name',
    build: ({ cluster }) => {
      const { controlPlane } = cluster('broken').controlPlane;
      controlPlane.addJsonPatch(JsonPatch.add('/spec/machineNaming', { template: 'cp' }));
    },
    refusedBy: BOTH,
  },
  {
    what: 'a patch of an even number of members of etcd',
    build: ({ cluster }) => {
      const { controlPlane } = cluster('broken').controlPlane;
      controlPlane.addJsonPatch(JsonPatch.replace('/spec/replicas', 4));
    },
    refusedBy: BOTH,
  },
  {
    what: 'a patch with a random part that has no spaces',
    build: withControlPlanePatch('/spec/machineNaming', { template: 'cp-{{.random}}' }),
    refusedBy: { 'v1.13': 'both' },
  },
  {
    what: 'a patch by which machines have no names of hosts',
    build: withControlPlanePatch('/spec/machineNaming', { template: 'W_{{ .random }}' }),
    refusedBy: { 'v1.13': 'both' },
  },
  {
    what: 'a patch of taints that nobody propagates to the control plane',
    build: withControlPlanePatch('/spec/machineTemplate/spec/taints', [
      { key: 'gpu', effect: 'NoSchedule', propagation: 'Always' },
    ]),
    refusedBy: { 'v1.13': 'both' },
  },
  {
    what: 'a patch of a version without a third number',
    build: withControlPlanePatch('/spec/version', '1.34'),
    refusedBy: { 'v1.13': 'both' },
  },
  {
    what: 'a patch of a version that Cluster API does not manage',
    build: withControlPlanePatch('/spec/version', 'v1.99.0'),
    refusedBy: { 'v1.13': 'us' },
  },
  {
    what: 'a patch with two peers of one firewall rule',
    build: withRule('allNodesSecurityGroupRules'),
    refusedBy: { 'v1.10': 'us', 'v1.13': 'both' },
  },
  {
    what: 'a patch with two peers of one firewall rule of workers',
    build: withRule('workerNodesSecurityGroupRules'),
    refusedBy: US,
  },
  {
    what: 'a patch with an endpoint that gets a floating address all the same',
    build: ({ cluster }) => {
      const { infrastructure } = cluster('broken', {
        endpoint: ApiEndpoint.external({ host: 'api.example.org' }),
      });
      infrastructure.addJsonPatch(JsonPatch.remove('/spec/disableAPIServerFloatingIP'));
    },
    refusedBy: US,
  },
  {
    what: 'two clusters whose names meet in the cloud',
    build: ({ cluster }) => {
      cluster('b-c', { namespace: 'a' });
      cluster('c', { namespace: 'a-b' });
    },
    refusedBy: US,
  },
];
