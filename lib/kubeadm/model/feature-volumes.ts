import { admissionVolumes } from './admission';
import { auditVolumes } from './audit';
import { authenticationVolumes } from './authentication';
import { authorityFiles } from './authority-files';
import type { KubeadmCluster } from './cluster';
import { encryptionVolumes } from './encryption';
import type { HostVolume } from './host-volume';

/** Host path mounted into the API server for one of its features. */
export interface FeatureVolume extends HostVolume {
  /** Prop of the feature. */
  readonly prop: string;
}

/** Returns the host paths mounted into the API server for its features. */
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

/** Returns the file with an OpenID Connect issuer's CA that control-plane machines have anyway; undefined if there is none. */
export function trustedIssuerPath(cluster: KubeadmCluster): string | undefined {
  const { authentication, bootstrap } = cluster.controlPlane;
  const authority =
    authentication?.kind === 'oidc' ? authentication.oidc.certificateAuthority : undefined;
  return authority === undefined ? undefined : authorityFiles(cluster, bootstrap).pathOf(authority);
}

function named(prop: string, volumes: readonly HostVolume[]): readonly FeatureVolume[] {
  return volumes.map((volume) => ({ ...volume, prop }));
}
