import { joinLabels } from '../../base/fields';
import { isMainlyIPv6 } from '../../cluster/model/address-families';
import { isSyncedLabel } from '../../cluster/model/node-labels';
import type { KubeadmCluster } from '../model/cluster';
import type { Arguments } from './control-plane-part';
import { kubeletGates } from './feature-gates';
import { tlsArgs } from './tls';

/** Argument that makes the kubelet select an IPv6 address; by default it selects an IPv4 address. */
const IPV6_NODE = Object.freeze({ 'node-ip': '::' });

/** Returns the kubelet arguments that follow from the cluster: its primary IP family and its control plane's settings. */
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

/** Returns the labels that Cluster API itself syncs to nodes, or the others. */
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

/** Returns the kubelet argument with the labels that Cluster API does not sync to nodes, followed by the given ones. */
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
