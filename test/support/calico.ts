import { CalicoManifest } from '../../constructs/addons/calico-manifest';
import { Checksum } from '../../constructs/addons/checksum';

/** Manifests of the release, of which nothing is downloaded in a test. */
export const RELEASED_CALICO = CalicoManifest.release({
  checksum: Checksum.none({ reason: 'nothing is downloaded here' }),
});
