import {
  ApiEndpoint,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  SecurityGroups,
  ServerGroup,
  WorkloadCluster,
} from '../../constructs/index';
import type { OpenStackCloudProps } from '../../constructs/openstack/open-stack-cloud';
import type { WorkloadClusterProps } from '../../constructs/workload-cluster-props';

type Flavors = 'm1.k8s-master' | 'm1.k8s-worker';

/** What a fleet in the OpenStack of the lab is made of. */
export interface LabFleet {
  /** Folder of hand-over files. */
  readonly handOver: string;
  /** Folder of the manifests; absent where none are written. */
  readonly out?: string;
  /** Cluster API release of the management cluster. */
  readonly release?: string;
  /**
   * Whether clusters have a pool of one machine.
   *
   * @default false
   */
  readonly pools?: boolean;
  /** Props of the cloud that differ from the usual ones. */
  readonly cloud?: Partial<OpenStackCloudProps<Flavors>>;
  /** Clusters in their order, with the props that differ from the usual ones. */
  readonly clusters: Readonly<
    Record<string, Partial<WorkloadClusterProps<OpenStackCloud<Flavors>>>>
  >;
}

const SIZE = { cpus: 2, memory: '4Gi', disk: '40Gi' } as const;

/** Name of the only pool of clusters that have one. */
export const POOL = 'workers';

/** Fleet whose clusters have network, groups, load balancer and server group provisioned unless they say otherwise. */
export function labFleet(options: LabFleet): Fleet {
  const { handOver, out, release = '1.13', pools = false, cloud, clusters } = options;
  const fleet = new Fleet({
    handOverFolder: handOver,
    onSynth: () => undefined,
    ...(out === undefined ? {} : { outdir: out }),
  });
  const homelab = new OpenStackCloud(fleet, 'homelab', {
    credentials: CloudCredentials.fromSecret('lab-cloud-config', { cloudName: 'demo' }),
    externalNetwork: ExternalNetwork.only('external'),
    flavors: { 'm1.k8s-master': SIZE, 'm1.k8s-worker': { ...SIZE, cpus: 4, memory: '8Gi' } },
    ...cloud,
  });
  const mothership = new ManagementCluster(fleet, 'mothership', {
    providers: Providers.stable(release),
  });
  for (const [name, props] of Object.entries(clusters)) {
    const cluster = new WorkloadCluster(mothership, name, {
      cloud: homelab,
      kubernetesVersion: '1.32.4',
      image: MachineImage.fromName('ubuntu-jammy-kube-v1.32.4'),
      network: ClusterNetwork.provisioned({ nodeCidr: '10.8.0.0/24' }),
      endpoint: ApiEndpoint.loadBalancer(),
      securityGroups: SecurityGroups.provisioned(),
      controlPlane: { flavor: 'm1.k8s-master', serverGroup: ServerGroup.softAntiAffinity() },
      installedOtherwise: ['cni', 'cloud-controller-manager'],
      ...props,
    });
    if (pools) cluster.addNodePool(POOL, { flavor: 'm1.k8s-worker', replicas: 1 });
  }
  return fleet;
}
