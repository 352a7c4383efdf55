import { join } from 'node:path';
import {
  ApiEndpoint,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  FloatingIP,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  SecurityGroups,
  ServerGroup,
  WorkloadCluster,
} from '../../constructs/index';
import { clusterName } from './names';

/** Fleet of clusters with provisioned networks, security groups, load balancers and server groups. */
export function provisionedFleet(clusters: number, outdir: string): Fleet {
  const handOverFolder = join(outdir, 'hand-over');
  const fleet = new Fleet({ outdir, handOverFolder, onSynth: () => undefined });
  const cloud = new OpenStackCloud(fleet, 'cloud', {
    credentials: CloudCredentials.fromSecret('openstack-cloud-config'),
    externalNetwork: ExternalNetwork.only('external'),
    flavors: { 'm1.k8s-master': { cpus: 4, memory: '8Gi', disk: '30Gi' } },
  });
  const management = new ManagementCluster(fleet, 'bench', { providers: Providers.stable('1.14') });
  for (let index = 0; index < clusters; index++) {
    new WorkloadCluster(management, clusterName(index), {
      cloud,
      kubernetesVersion: '1.32.4',
      image: MachineImage.fromName('ubuntu-2204-kube-v1.32.4'),
      network: ClusterNetwork.provisioned({ nodeCidr: '10.8.0.0/24' }),
      securityGroups: SecurityGroups.provisioned(),
      endpoint: ApiEndpoint.loadBalancer({ floatingIP: FloatingIP.none() }),
      controlPlane: { flavor: 'm1.k8s-master', serverGroup: ServerGroup.softAntiAffinity() },
      installedOtherwise: ['cni', 'cloud-controller-manager'],
    });
  }
  return fleet;
}
