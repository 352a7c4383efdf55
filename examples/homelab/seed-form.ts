import {
  Addon,
  AutoscalerPlacement,
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

/**
 * The homelab in the form of its former handwritten YAML: credentials in plain text, plain template names, and the
 * autoscaler inside the cluster that it scales.
 */
export const fleet = new Fleet({ outdir: 'build/homelab-seed-form' });

const homelab = new OpenStackCloud(fleet, 'homelab', {
  credentials: CloudCredentials.plaintextInManifests({
    cloudsYaml: [
      'clouds:',
      '  openstack:',
      '    auth:',
      '      auth_url: http://openstack.homelab.example:5000',
      '      username: capi',
      '      password: not-a-real-password',
      '      project_name: homelab',
      '      user_domain_name: Default',
      '      project_domain_name: Default',
      '    region_name: RegionOne',
      '',
    ].join('\n'),
  }),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: {
    'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker-small': { cpus: 2, memory: '4Gi', disk: '30Gi' },
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
  templateNames: 'plain',
});
for (const [pool, flavor] of [
  ['normal-worker', 'm1.k8s-worker'],
  ['small-worker', 'm1.k8s-worker-small'],
] as const) {
  cluster.addNodePool(pool, {
    flavor,
    autoscale: { minSize: 0, maxSize: 2 },
    failureDomain: 'nova',
  });
}

const kubeconfig = [
  'apiVersion: v1',
  'kind: Config',
  'clusters: [{ name: mothership, cluster: { server: "https://mothership.homelab.example:6443" } }]',
  'users: [{ name: autoscaler, user: { token: not-a-real-token } }]',
  'contexts: [{ name: mothership, context: { cluster: mothership, user: autoscaler } }]',
  'current-context: mothership',
  '',
].join('\n');
new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());
cluster.addAddon(
  Addon.clusterAutoscaler({
    expander: 'least-waste',
    placement: AutoscalerPlacement.workloadClusterWithPlaintextKubeconfig({ kubeconfig }),
  }),
);

fleet.run();
