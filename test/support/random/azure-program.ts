import { Addon, Providers } from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { azureFleet } from '../azure-fleets';
import { otherwiseBut } from '../fleets';
import type { RandomAzureProgram } from './azure-arbitrary';
import type { Versions } from './random-program';

/** Objects of a program, or undefined where a rule refuses it. */
export function tryRenderAzure(
  { cluster: props, controlPlane, pools }: RandomAzureProgram,
  [clusterApi]: Versions,
): readonly Manifest[] | undefined {
  const test = azureFleet({
    providers: Providers.stable(clusterApi, { infrastructure: ['azure'] }),
  });
  const cluster = test.cluster('prod', {
    ...props,
    installedOtherwise: otherwiseBut('cloud-controller-manager', 'csi-driver'),
    controlPlane: { vmSize: 'large', ...controlPlane },
  });
  pools.forEach((pool, index) => {
    cluster.addNodePool(`pool-${index}`, { vmSize: 'large', ...pool });
  });
  cluster.addAddon(Addon.azureCloudControllerManager());
  cluster.addAddon(Addon.azureDiskCsi({ storageClasses: [{ name: 'standard', default: true }] }));
  const model = cluster.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  return cluster.renderModel(model).map(({ object }) => object);
}
