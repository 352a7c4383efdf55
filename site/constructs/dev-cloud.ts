/*
 * A laptop as a cloud: machines are containers, or exist only in memory.
 *
 * The provider is for development and tests.
 */
import { DevCloud, Fleet, ManagementCluster, Providers, WorkloadCluster } from 'capi-fleet';

export const shown = ['DevCluster', 'DevMachineTemplate', 'MachineDeployment'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const kind = new ManagementCluster(fleet, 'kind', {
  providers: Providers.stable('1.13', { infrastructure: ['dev'] }),
});

// #region program
const laptop = new DevCloud(fleet, 'laptop', { backend: 'docker' });

const cluster = new WorkloadCluster(kind, 'first', {
  cloud: laptop,
  kubernetesVersion: '1.34.0',
  controlPlane: { replicas: 1 },
  installedOtherwise: ['cni'],
});
cluster.addNodePool('workers', { replicas: 2 });
// #endregion
