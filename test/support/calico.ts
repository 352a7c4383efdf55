import { CalicoManifest } from '../../lib/addons/catalogue/calico-manifest';
import { Checksum } from '../../lib/addons/catalogue/checksum';

/** Manifests of the release, of which nothing is downloaded in a test. */
export const RELEASED_CALICO = CalicoManifest.release({
  checksum: Checksum.none({ reason: 'nothing is downloaded here' }),
});
