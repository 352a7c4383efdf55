import { admissionVolumes } from './admission';
import { auditVolumes } from './audit';
import { authenticationVolumes } from './authentication';
import type { ControlPlaneFeatures } from './control-plane-features';
import { encryptionVolumes } from './encryption';
import type { HostVolume } from './host-volume';

/** Path of the machine that the API server sees for one of its features. */
export interface FeatureVolume extends HostVolume {
  /** Prop of the feature. */
  readonly prop: string;
}

/** Paths of the machine that the API server sees for its features. */
export function featureVolumes({
  audit,
  encryption,
  authentication,
  admission,
}: ControlPlaneFeatures): readonly FeatureVolume[] {
  return [
    ...(audit === undefined ? [] : named('audit', auditVolumes(audit))),
    ...(encryption === undefined ? [] : named('encryption', encryptionVolumes(encryption))),
    ...(authentication === undefined
      ? []
      : named('authentication', authenticationVolumes(authentication))),
    ...(admission === undefined ? [] : named('admission', admissionVolumes(admission))),
  ];
}

function named(prop: string, volumes: readonly HostVolume[]): readonly FeatureVolume[] {
  return volumes.map((volume) => ({ ...volume, prop }));
}
