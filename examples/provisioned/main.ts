import { join } from 'node:path';
import {
  Addon,
  ApiEndpoint,
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
  SecurityGroups,
  ServerGroup,
  WorkloadCluster,
} from '../../constructs/index';

export const fleet = new Fleet({
  outdir: 'build/provisioned',
  handOverFolder: join(__dirname, 'hand-over'),
});

const cloud = new OpenStackCloud(fleet, 'rented', {
  credentials: CloudCredentials.fromSecret('rented-clouds'),
  externalNetwork: ExternalNetwork.only('external'),
  flavors: {
    'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' },
    'm1.k8s-worker': { cpus: 4, memory: '8Gi', disk: '30Gi' },
  },
  keyPairs: {
    operators:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHuCICda2S0a1EozYylhF7tHWKBYa+uyHOp/tWpc7IG7 operators@example.org',
  },
});
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.13'),
});

const shops = [
  { name: 'shop', nodeCidr: '10.10.0.0/24' },
  { name: 'shop-stage', nodeCidr: '10.11.0.0/24' },
];
for (const { name, nodeCidr } of shops) {
  const cluster = new WorkloadCluster(mothership, name, {
    cloud,
    kubernetesVersion: '1.32.4',
    image: MachineImage.fromName('ubuntu-2204-kube-v1.32.4'),
    sshKeyName: 'operators',
    network: ClusterNetwork.provisioned({ nodeCidr }),
    securityGroups: SecurityGroups.provisioned(),
    endpoint: ApiEndpoint.loadBalancer(),
    controlPlane: { flavor: 'm1.k8s-master', serverGroup: ServerGroup.softAntiAffinity() },
  });
  cluster.addNodePool('general', { flavor: 'm1.k8s-worker', replicas: 2 });

  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
  });
  cluster.addAddon(Addon.openStackCloudControllerManager());
}

fleet.run();
