import { admissionVolumes } from './admission';
import { auditVolumes } from './audit';
import { authenticationVolumes } from './authentication';
import { authorityFiles } from './authority-files';
import type { KubeadmCluster } from './cluster';
import { encryptionVolumes } from './encryption';
import type { HostVolume } from './host-volume';

/** Path of the machine that the API server sees for one of its features. */
export interface FeatureVolume extends HostVolume {
  /** Prop of the feature. */
  readonly prop: string;
}

/** Paths of the machine that the API server sees for its features. */
export function featureVolumes(cluster: KubeadmCluster): readonly FeatureVolume[] {
  const { audit, encryption, authentication, admission } = cluster.controlPlane;
  return [
    ...(audit === undefined ? [] : named('audit', auditVolumes(audit))),
    ...(encryption === undefined ? [] : named('encryption', encryptionVolumes(encryption))),
    ...(authentication === undefined
      ? []
      : named('authentication', authenticationVolumes(authentication, trustedIssuerPath(cluster)))),
    ...(admission === undefined ? [] : named('admission', admissionVolumes(admission))),
  ];
}

/**
 * File with the certificates of an OpenID Connect issuer that machines of the control plane have anyway; absent where they do not.
 */
export function trustedIssuerPath(cluster: KubeadmCluster): string | undefined {
  const { authentication, bootstrap } = cluster.controlPlane;
  const authority =
    authentication?.kind === 'oidc' ? authentication.oidc.certificateAuthority : undefined;
  return authority === undefined ? undefined : authorityFiles(cluster, bootstrap).pathOf(authority);
}

function named(prop: string, volumes: readonly HostVolume[]): readonly FeatureVolume[] {
  return volumes.map((volume) => ({ ...volume, prop }));
}
