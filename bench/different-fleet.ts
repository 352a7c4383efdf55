import { Duration } from 'cdk8s';
import {
  Addon,
  ClusterNetwork,
  MachineImage,
  type ManagementCluster,
  type OpenStackCloud,
  WorkloadCluster,
} from '../constructs/index';
import { addAddons, policiesOf } from './addons';
import { POOLS } from './fleet-shape';
import { Variety } from './variety';

type Cloud = OpenStackCloud<'m1.k8s-master' | 'm1.k8s-worker'>;

/** Kubernetes versions of the fleet. */
export const VERSIONS = ['1.32.4', '1.33.1', '1.34.2'] as const;

/** Image for a Kubernetes version. */
export function imageOf(version: string): string {
  return `ubuntu-2204-kube-v${version}`;
}

/** Adds a cluster of the same size as all others, in which nearly every object is unique. */
export function addDifferentCluster(scope: ManagementCluster, name: string, cloud: Cloud): void {
  const own = new Variety(name);
  const kubernetesVersion = own.of(VERSIONS, 1);
  const cluster = new WorkloadCluster(scope, name, {
    cloud,
    kubernetesVersion,
    image: MachineImage.fromName(imageOf(kubernetesVersion)),
    sshKeyName: own.text('key'),
    labels: { 'example.com/site': own.text('site') },
    network: ClusterNetwork.managed({
      nodeCidr: own.nodeCidr,
      podCidrs: ['192.168.0.0/16'],
      mtu: own.of([1_400, 1_450, 1_500], 5),
      dnsNameservers: [`172.16.${own.number(0, 255, 2)}.2`],
    }),
    controlPlane: {
      replicas: own.of([1, 3, 5], 3),
      flavor: 'm1.k8s-master',
      kubeletExtraArgs: { 'image-gc-high-threshold': String(own.number(60, 95, 4)) },
      labels: { 'example.com/rack': own.text('rack') },
    },
    installedOtherwise: ['cluster-autoscaler'],
  });
  POOLS.forEach((pool, index) => {
    cluster.addNodePool(pool, {
      flavor: own.of(['m1.k8s-worker', 'm1.k8s-master'], index),
      autoscale: { minSize: own.number(0, 3, index), maxSize: own.number(4, 40, index) },
      failureDomain: 'nova',
      labels: { 'example.com/pool': pool, 'example.com/team': own.text('team') },
      taints: [{ key: 'example.com/team', value: own.text('team'), effect: 'NoSchedule' }],
      healthCheck: { nodeStartupTimeout: Duration.seconds(own.number(300, 1_200, index)) },
    });
  });
  const policies = policiesOf(own.text('policies'));
  addAddons(cluster, Addon.openStackCloudControllerManager(), policies);
}
