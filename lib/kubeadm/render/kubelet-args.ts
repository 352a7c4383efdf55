import { joinLabels } from '../../base/fields';
import { isMainlyIPv6 } from '../../cluster/model/address-families';
import { isSyncedLabel } from '../../cluster/model/node-labels';
import type { KubeadmCluster } from '../model/cluster';
import type { Arguments } from './control-plane-part';
import { kubeletGates } from './feature-gates';
import { tlsArgs } from './tls';

/** The kubelet's own choice is an address of IPv4; this makes it one of IPv6. */
const IPV6_NODE = Object.freeze({ 'node-ip': '::' });

/** Arguments that kubelets of some version get from their cluster: its main family, and what its control plane is set to. */
export function clusterKubeletArgs(
  cluster: KubeadmCluster,
  version = cluster.kubernetesVersion,
): Arguments {
  const { tls } = cluster.controlPlane;
  return {
    ...kubeletGates(cluster, version),
    ...(tls && tlsArgs(tls)),
    ...(isMainlyIPv6(cluster.serviceCidrs) ? IPV6_NODE : {}),
  };
}

/** Labels that Cluster API itself brings to nodes, or the others. */
export function labelsBySync(
  labels: Readonly<Record<string, string>>,
  syncedLabels: readonly string[],
  synced: boolean,
): Readonly<Record<string, string>> {
  const chosen = Object.entries(labels).filter(
    ([key]) => isSyncedLabel(key, syncedLabels) === synced,
  );
  return Object.fromEntries(chosen);
}

/** Argument of a kubelet with the labels that Cluster API does not bring to its node, after those that are given. */
export function nodeLabelArgs(
  labels: Readonly<Record<string, string>>,
  syncedLabels: readonly string[],
  given: Arguments,
): Arguments {
  const own = joinLabels(labelsBySync(labels, syncedLabels, false));
  const more = given['node-labels'] ?? '';
  const joined = own === '' || more === '' ? own + more : `${own},${more}`;
  return joined === '' ? {} : { 'node-labels': joined };
}
