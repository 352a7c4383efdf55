import { Addon, Providers } from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { awsFleet } from '../aws-fleets';
import { otherwiseBut } from '../fleets';
import type { RandomAwsProgram } from './aws-arbitrary';
import type { Versions } from './random-program';

/** Objects of a program, or undefined where a rule refuses it. */
export function tryRenderAws(
  { cluster: props, controlPlane, pools }: RandomAwsProgram,
  [clusterApi]: Versions,
): readonly Manifest[] | undefined {
  const test = awsFleet({ providers: Providers.stable(clusterApi, { infrastructure: ['aws'] }) });
  const cluster = test.cluster('prod', {
    ...props,
    installedOtherwise: otherwiseBut('cloud-controller-manager', 'csi-driver'),
    controlPlane: { instanceType: 'large', ...controlPlane },
  });
  pools.forEach((pool, index) => {
    cluster.addNodePool(`pool-${index}`, { instanceType: 'large', ...pool });
  });
  cluster.addAddon(Addon.awsCloudControllerManager());
  cluster.addAddon(Addon.ebsCsi({ storageClasses: [{ name: 'standard', default: true }] }));
  const model = cluster.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  return cluster.renderModel(model).map(({ object }) => object);
}
