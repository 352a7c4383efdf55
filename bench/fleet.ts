import {
  Addon,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from '../constructs/index';
import { addAddons, policiesOf } from './addons';
import { addDifferentCluster, imageOf, VERSIONS } from './different-fleet';
import { clusterName, FAT_BYTES, POOLS, SLIM_BYTES } from './fleet-shape';
import { MIXED, otherClouds } from './mixed-fleet';
import { Variety } from './variety';

/** Options of the benchmark fleet. */
export interface BenchFleetOptions {
  /** Number of clusters. */
  readonly clusters: number;
  /** Folder to write to. */
  readonly out: string;
  /** Whether each cluster has an inline manifest of 300 KiB. */
  readonly fat: boolean;
  /** Whether clusters are built lazily, one by one. */
  readonly lazy: boolean;
  /** Whether one cluster differs from the output of an earlier run. */
  readonly changed: boolean;
  /** Whether all clusters differ. */
  readonly different: boolean;
  /** Whether all clusters differ, and neighbors are on different clouds. */
  readonly mixed: boolean;
}

/** The benchmark fleet, as a user would write it. */
export function benchFleet(options: BenchFleetOptions): Fleet {
  const { clusters, out, lazy } = options;
  const fleet = new Fleet({ outdir: out, onSynth: () => undefined });
  const cloud = new OpenStackCloud(fleet, 'cloud', {
    credentials: CloudCredentials.fromSecret('openstack-cloud-config'),
    externalNetwork: ExternalNetwork.only('public'),
    flavors: {
      'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
      'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    },
    images: VERSIONS.map(imageOf),
    failureDomains: ['nova'],
  });
  const management = new ManagementCluster(fleet, 'management', {
    providers: Providers.stable('1.14', options.mixed ? { infrastructure: MIXED } : {}),
  });
  const names = Array.from({ length: clusters }, (_, index) => clusterName(index));
  const odd = options.changed ? names[Math.floor(clusters / 2)] : undefined;
  const policies = policiesOf('policies', options.fat ? FAT_BYTES : SLIM_BYTES);
  const others = options.mixed ? otherClouds(fleet) : [];
  const build = (scope: ManagementCluster, name: string) => {
    if (options.different || options.mixed) {
      const elsewhere = others[new Variety(name).turn(MIXED.length)];
      if (elsewhere === undefined) addDifferentCluster(scope, name, cloud);
      else elsewhere(scope, name);
      return;
    }
    const cluster = addCluster(scope, name, cloud, name === odd ? 'changed' : 'fleet');
    addAddons(cluster, Addon.openStackCloudControllerManager(), policies);
  };

  if (lazy) management.addClusters(names, build);
  else for (const name of names) build(management, name);
  return fleet;
}

function addCluster(
  management: ManagementCluster,
  name: string,
  cloud: OpenStackCloud<'m1.k8s-master' | 'm1.k8s-worker'>,
  sshKeyName: string,
): WorkloadCluster {
  const cluster = new WorkloadCluster(management, name, {
    cloud,
    kubernetesVersion: '1.32.4',
    image: MachineImage.fromName('ubuntu-2204-kube-v1.32.4'),
    sshKeyName,
    network: ClusterNetwork.managed({
      nodeCidr: '10.8.0.0/24',
      podCidrs: ['192.168.0.0/16'],
      dnsNameservers: ['172.16.1.2'],
    }),
    controlPlane: { replicas: 3, flavor: 'm1.k8s-master' },
    installedOtherwise: ['cluster-autoscaler'],
  });
  for (const pool of POOLS) {
    cluster.addNodePool(pool, {
      flavor: 'm1.k8s-worker',
      autoscale: { minSize: 0, maxSize: 10 },
      failureDomain: 'nova',
      labels: { 'example.com/pool': pool },
      healthCheck: {},
    });
  }
  return cluster;
}
