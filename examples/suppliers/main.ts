import { join } from 'node:path';
import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  ClusterNetwork,
  Fleet,
  MachineImage,
  ManifestSource,
  ServerGroup,
  WorkloadCluster,
} from '../../constructs/index';
import { SITES, type Site } from './sites';
import { type Supplier, suppliers } from './suppliers';

export const fleet = new Fleet({ outdir: 'build/suppliers' });
const rented = suppliers(fleet);

for (const site of SITES) addSite(rented[site.supplier], site);

fleet.run();

function addSite({ cloud, control }: Supplier, site: Site): void {
  const [zone] = cloud.model.failureDomains ?? [];
  const cluster = new WorkloadCluster(control, site.name, {
    cloud,
    kubernetesVersion: '1.34.2',
    image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
    labels: { 'example.com/supplier': site.supplier },
    network: ClusterNetwork.managed({
      nodeCidr: `10.${site.number}.0.0/22`,
      podCidrs: [`100.${64 + site.number}.0.0/16`],
    }),
    sshKeyName: 'operators',
    controlPlane: {
      flavor: 'c2.medium',
      healthCheck: {},
      serverGroup: ServerGroup.softAntiAffinity(),
    },
  });
  cluster.addNodePool('general', {
    flavor: 'c4.xlarge',
    autoscale: { minSize: 1, maxSize: site.workers },
    healthCheck: {},
    ...(zone === undefined ? {} : { failureDomain: zone }),
  });
  if (site.gpuWorkers > 0) {
    cluster.addNodePool('gpu', {
      flavor: 'g1.a100',
      autoscale: { minSize: 0, maxSize: site.gpuWorkers },
      labels: { 'example.com/accelerator': 'a100' },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
    });
  }

  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    encapsulation: 'vxlan',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
  });
  cluster.addAddon(Addon.openStackCloudControllerManager());
  const storageClasses = [{ name: 'standard', default: true }];
  cluster.addAddon(Addon.cinderCsi({ storageClasses, topology: true }));
  cluster.addAddon(Addon.clusterAutoscaler({ expander: 'least-waste' }));
  cluster.addAddon(
    Addon.manifest('argo-workflows', ManifestSource.file(join(__dirname, 'argo-workflows.yaml'))),
  );
}
