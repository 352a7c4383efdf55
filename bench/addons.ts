import {
  Addon,
  CalicoJob,
  type CalicoJobProps,
  CalicoManifest,
  Checksum,
  ManifestSource,
  type WorkloadCluster,
} from '../constructs/index';
import { manifestText } from './fleet-parts';
import { SLIM_BYTES } from './fleet-shape';

/** Inline manifest with a name and size. */
export function policiesOf(name: string, bytes = SLIM_BYTES): ManifestSource {
  return ManifestSource.text(manifestText(name, 'default', bytes));
}

/** Adds the addons of every cluster of the benchmark: Calico, a cloud controller and an inline manifest. */
export function addAddons(
  cluster: WorkloadCluster,
  cloudController: Addon,
  policies: ManifestSource,
  calico: Pick<CalicoJobProps, 'encapsulation'> = {},
): void {
  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
    ...calico,
  });
  cluster.addAddon(cloudController);
  cluster.addAddon(Addon.manifest('policies', policies));
}
