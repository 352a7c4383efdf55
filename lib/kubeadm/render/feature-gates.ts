import { isEmpty, sortedEntries } from '../../base/fields';
import { isSameMinor } from '../../base/kubernetes-version';
import type { KubeadmCluster } from '../model/cluster';
import type { GatedComponent, Gates, KubernetesFeatureGates } from '../model/feature-gates';
import type { Arguments, ControlPlanePart } from './control-plane-part';

/** Renders the control-plane part for feature gates, except those of kubelets and kubeadm. */
export function featureGatesPart(gates: KubernetesFeatureGates): ControlPlanePart {
  if (isEmpty(gates)) return {};
  return {
    apiServer: { args: gateArgs(gates, 'apiServer') },
    controllerManager: { args: gateArgs(gates, 'controllerManager') },
    scheduler: { args: gateArgs(gates, 'scheduler') },
  };
}

/** Returns the feature gates of kubelets; none for a minor version other than the cluster's. */
export function kubeletGates(cluster: KubeadmCluster, version: string): Arguments {
  const { featureGates } = cluster.controlPlane;
  if (isEmpty(featureGates) || !isSameMinor(version, cluster.kubernetesVersion)) return {};
  return gateArgs(featureGates, 'kubelet');
}

function gateArgs(gates: KubernetesFeatureGates, component: GatedComponent): Arguments {
  const all: Gates = { ...gates.everywhere, ...gates[component] };
  if (isEmpty(all)) return {};
  const texts = sortedEntries(all).map(([name, isOn]) => `${name}=${isOn}`);
  return { 'feature-gates': texts.join(',') };
}
