import { mapAt, mapsAt } from '../../base/value-at';
import type { ClusterPart } from '../../cluster/model/cluster-part';
import { tryParseImage } from '../../cluster/model/image-reference';
import type { AddonModel } from '../model/addon';
import { objectFinder } from './addon-objects';
import { workloadsOf } from './workloads';

/** Parts that are recognized by names, no matter what needs them. */
type NamedPart = Exclude<ClusterPart, 'csi-driver'>;

/** Names of charts and workloads that install the part, or last segments of the repositories of their images. */
const NAMES: Readonly<Record<NamedPart, RegExp>> = {
  cni: /^(calico(-node)?|canal|tigera-operator|projectcalico|cilium|flannel|kube-flannel(-ds(-\w+)?)?|antrea(-agent)?|kube-ovn(-cni)?|kube-router|weave-net|ovn-kubernetes|ovnkube-node)$/,
  'cloud-controller-manager': /(^|-)cloud-controller-manager$|^cloud-provider-|-cpi$/,
  'kube-proxy': /^kube-proxy$/,
  coredns: /^(coredns|kube-dns)$/,
  'snapshot-controller': /^snapshot-controller$/,
  'kubelet-csr-approver': /(csr|cert|certificate)-approver$|^kubelet-rubber-stamp$/,
  'cluster-autoscaler': /cluster-autoscaler$/,
  'device-plugin': /device-plugin|^gpu-operator$|dra-driver/,
};
const CNI_IMAGES =
  /(^|\/)(calico\/node|tigera\/operator|cilium|flannel|antrea-(agent-)?ubuntu|kube-ovn|kube-router|weave-kube|ovn-kube)$/;
const KEEPS_RUNNING = ['DaemonSet', 'Deployment', 'StatefulSet', 'Pod'];
const REPLACES_KUBE_PROXY = ['true', 'strict'];

const configMaps = objectFinder(['ConfigMap']);

/** Tells whether an addon installs a part of the cluster, judging by its names. */
export function installs(addon: AddonModel, part: NamedPart): boolean {
  if (addon.cloud?.part === part) return true;
  if (part === 'cni' && addon.cni !== undefined) return true;
  if (part === 'cluster-autoscaler' && addon.autoscales) return true;
  if (part === 'kube-proxy' && replacesKubeProxy(addon)) return true;
  if (NAMES[part].test(addon.type) || NAMES[part].test(addon.helmChart?.chart ?? '')) return true;
  const { names, repositories } = runningIn(addon);
  if (names.some((name) => NAMES[part].test(name))) return true;
  return repositories.some((repository) =>
    part === 'cni'
      ? CNI_IMAGES.test(repository)
      : NAMES[part].test(repository.slice(repository.lastIndexOf('/') + 1)),
  );
}

/** Tells whether an addon offers a resource of nodes to pods. */
export function offersDevices(addon: AddonModel, type: string): boolean {
  if (addon.offers !== undefined) return addon.offers === type;
  return installs(addon, 'device-plugin');
}

/** Names and images of long-running workloads, by which parts are recognized. */
interface Running {
  /** Names of the workloads. */
  readonly names: readonly string[];
  /** Repositories of the images of their containers. */
  readonly repositories: readonly string[];
}

const known = new WeakMap<AddonModel, Running>();

function runningIn(addon: AddonModel): Running {
  const found = known.get(addon) ?? collect(addon);
  known.set(addon, found);
  return found;
}

function collect(addon: AddonModel): Running {
  const running = workloadsOf(addon).filter(({ kind }) => KEEPS_RUNNING.includes(kind));
  const containers = running.flatMap(({ pod }) => mapsAt(pod, 'containers'));
  return {
    names: running.map(({ name }) => name),
    repositories: containers.map(([{ image }]) => tryParseImage(String(image))?.repository ?? ''),
  };
}

/** Tells whether Cilium replaces kube-proxy, by the values of its chart or by its ConfigMap. */
function replacesKubeProxy(addon: AddonModel): boolean {
  const { chart, values = {} } = addon.helmChart ?? {};
  const ofChart = chart === 'cilium' ? values.kubeProxyReplacement : undefined;
  const told = configMaps(addon).map((map) => mapAt(map, 'data')['kube-proxy-replacement']);
  return [ofChart, ...told].some((value) => REPLACES_KUBE_PROXY.includes(String(value)));
}
