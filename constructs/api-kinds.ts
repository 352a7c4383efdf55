import { providerOf, type VersionProfile } from '../lib/cluster/model/profile';
import { GROUPS } from '../lib/cluster/render/context';
import type { AnyCloud } from './cloud';

/** Groups of the kinds that are the same on every cloud; all other kinds belong to the infrastructure provider. */
const KNOWN_GROUPS: Readonly<Record<string, string>> = {
  Cluster: GROUPS.cluster,
  MachineDeployment: GROUPS.cluster,
  MachineDrainRule: GROUPS.cluster,
  MachineHealthCheck: GROUPS.cluster,
  KubeadmControlPlane: GROUPS.controlPlane,
  KubeadmConfigTemplate: GROUPS.bootstrap,
};

/** Returns the API version in which a cluster's object of a kind is written. */
export function apiVersionOf(
  kind: string,
  {
    clusterPath: path,
    profile,
    cloud,
  }: { readonly clusterPath: string; readonly profile: VersionProfile; readonly cloud: AnyCloud },
): string {
  const group = KNOWN_GROUPS[kind];
  if (group !== undefined) return `${group}/${profile.core}`;
  return `${GROUPS.infrastructure}/${providerOf({ path, profile, cloud: cloud.model }).apiVersion}`;
}
