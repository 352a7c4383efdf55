import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';
import { TestWorkloads } from './test-workloads';

export const fleet = new Fleet({ outdir: 'build/homelab' });

const homelab = new OpenStackCloud(fleet, 'homelab', {
  credentials: CloudCredentials.fromSecret('capi-ubuntu-openstack-cloud-config'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker-small': { cpus: 2, memory: '4Gi', disk: '30Gi' },
  },
  keyPairs: {
    homelab:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHuCICda2S0a1EozYylhF7tHWKBYa+uyHOp/tWpc7IG7 homelab@example.org',
  },
});
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.10'),
});

const cluster = new WorkloadCluster(mothership, 'capi-ubuntu-openstack', {
  cloud: homelab,
  kubernetesVersion: '1.32.4',
  image: MachineImage.fromName('ubuntu-2204-kube-v1.32.4'),
  sshKeyName: 'homelab',
  network: ClusterNetwork.managed({
    nodeCidr: '10.8.0.0/24',
    podCidrs: ['192.168.0.0/16'],
    dnsNameservers: ['172.16.1.2'],
  }),
  controlPlane: { replicas: 3, flavor: 'm1.k8s-master' },
});
cluster.addNodePool('normal-worker', {
  flavor: 'm1.k8s-worker',
  autoscale: { minSize: 0, maxSize: 2 },
  failureDomain: 'nova',
  labels: { 'node.cluster.x-k8s.io/pool': 'normal-worker' },
});
cluster.addNodePool('small-worker', {
  flavor: 'm1.k8s-worker-small',
  autoscale: { minSize: 0, maxSize: 2 },
  failureDomain: 'nova',
  labels: { 'node.cluster.x-k8s.io/pool': 'small-worker' },
});

new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(Addon.clusterAutoscaler({ expander: 'least-waste' }));

new TestWorkloads(fleet, 'test-workloads', ['normal-worker', 'small-worker']);

fleet.run();
