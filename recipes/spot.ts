import {
  Addon,
  AwsAccount,
  AwsEndpoint,
  AwsImage,
  AwsNetwork,
  CalicoJob,
  CalicoManifest,
  Checksum,
  Cni,
  Fleet,
  ManagementCluster,
  Providers,
  Spot,
  WorkloadCluster,
} from 'capi-fleet';
import { Duration } from 'cdk8s';

// Change: the region, its zones, and the addresses that may reach the API server.
const REGION = 'eu-central-1';
const ZONES = [`${REGION}a`, `${REGION}b`, `${REGION}c`];
const OPERATORS = ['198.51.100.0/24', '203.0.113.7/32'];
const SIZE = { cpus: 8, memory: '32Gi', disk: '80Gi' } as const;

export const fleet = new Fleet({ outdir: 'build/spot' });

const account = new AwsAccount(fleet, 'account', {
  region: REGION,
  // Equal sizes, so that pods fit whichever type has capacity left.
  instanceTypes: {
    'm6i.large': { cpus: 2, memory: '8Gi', disk: '40Gi' },
    'm6i.2xlarge': SIZE,
    'm6a.2xlarge': SIZE,
    'm5.2xlarge': SIZE,
  },
});
const control = new ManagementCluster(fleet, 'control', {
  providers: Providers.stable('1.14', { infrastructure: ['aws'], helmAddonProvider: true }),
});

const cluster = new WorkloadCluster(control, 'batch', {
  cloud: account,
  kubernetesVersion: '1.34.3',
  // Change: the account that builds your images.
  image: AwsImage.lookup({
    org: '123456789012',
    baseOs: 'ubuntu-24.04',
    format: 'kubernetes-{{.BaseOS}}-{{.K8sVersion}}-*',
  }),
  network: AwsNetwork.managed({ nodeCidr: '10.40.0.0/16' }),
  endpoint: AwsEndpoint.managed({ allowedCidrs: OPERATORS }),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: { instanceType: 'm6i.large', healthCheck: {} },
});
// What must not be interrupted: DNS, operators, databases.
cluster.addNodePool('steady', {
  instanceType: 'm6i.large',
  failureDomains: ZONES,
  replicas: 3,
  healthCheck: {},
});

// Pods select this label, and tolerate the taint of preemptible nodes.
const labels = { 'example.org/workload': 'batch' };
const PREEMPTIBLE = 'node.cluster.x-k8s.io/preemptible';
const batch = {
  failureDomains: ZONES,
  labels,
  // Many instances may be interrupted at once, and all of them must be replaced.
  healthCheck: { nodeStartupTimeout: Duration.minutes(8), maxUnhealthy: '100%' },
  drain: { nodeDrainTimeout: Duration.minutes(2) },
};
// The autoscaler tries the highest priority first, and the next one when EC2 has no capacity.
for (const [instanceType, priority] of [
  ['m6i.2xlarge', 40],
  ['m6a.2xlarge', 30],
  ['m5.2xlarge', 20],
] as const) {
  cluster.addNodePool(`spot-${instanceType.split('.')[0]}`, {
    ...batch,
    instanceType,
    preemptible: Spot.instances(),
    autoscale: { minSize: 0, maxSize: 30, priority, maxNodeProvisionTime: Duration.minutes(5) },
  });
}
// On-demand instances with the same taint, for the hours without spot capacity.
cluster.addNodePool('fallback', {
  ...batch,
  instanceType: 'm6i.2xlarge',
  taints: [{ key: PREEMPTIBLE, value: 'true', effect: 'NoSchedule' }],
  autoscale: { minSize: 0, maxSize: 6, priority: 10 },
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  encapsulation: 'vxlan',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.awsCloudControllerManager());
cluster.addAddon(Addon.clusterAutoscaler({ expander: ['priority', 'least-waste'] }));
// Drains a node within the two minutes that EC2 gives before it interrupts an instance.
cluster.addAddon(
  Addon.helmChart('aws-node-termination-handler', {
    chart: 'aws-node-termination-handler',
    repository: 'oci://public.ecr.aws/aws-ec2/helm',
    version: '0.27.2',
    namespace: 'kube-system',
    values: {
      enableSpotInterruptionDraining: true,
      enableRebalanceMonitoring: true,
      nodeSelector: { [PREEMPTIBLE]: 'true' },
    },
  }),
);

fleet.run();
