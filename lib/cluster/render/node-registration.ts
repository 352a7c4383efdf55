import { compact, type Fields } from '../../base/fields';
import type { MachineFormatModel } from '../../kubeadm/model/machine-format';
import { IGNITION_VARIABLES } from '../../kubeadm/render/ignition';
import type { Taint } from '../model/machine';
import type { NodeOs } from '../model/windows';
import type { CoreContract } from './core-contract';

/** What a server fills in for itself when it starts. */
interface Registration {
  readonly name: string;
  readonly providerId: string;
  readonly criSocket?: string;
}

const IGNITION: Registration = {
  name: IGNITION_VARIABLES.hostname,
  providerId: `openstack:///${IGNITION_VARIABLES.serverId}`,
};

const CLOUD_INIT: Readonly<Record<NodeOs, Registration>> = {
  // The quotes are part of the value, as in the provider's own templates; systemd takes them off on the way to the kubelet.
  linux: { name: '{{ local_hostname }}', providerId: "openstack:///'{{ instance_id }}'" },
  // Nothing takes quotes off, and cloudbase-init has neither short names of its variables nor of the host.
  windows: {
    name: '{{ v1.local_hostname.split(".")[0] }}',
    providerId: 'openstack:///{{ v1.instance_id }}',
    criSocket: 'npipe:////./pipe/containerd-containerd',
  },
};

/** How a node registers itself, filled in on the server by what reads its configuration. */
export function nodeRegistration(
  core: CoreContract,
  format: MachineFormatModel,
  kubeletArgs: Readonly<Record<string, string>>,
  taints: readonly Taint[] | undefined,
  os: NodeOs = 'linux',
): Fields {
  const { name, providerId, criSocket } = format.kind === 'ignition' ? IGNITION : CLOUD_INIT[os];
  const derived = { 'cloud-provider': 'external', 'provider-id': providerId };
  return {
    name,
    ...(criSocket === undefined ? {} : { criSocket }),
    kubeletExtraArgs: core.extraArgs({ ...derived, ...kubeletArgs }),
    ...(taints === undefined ? {} : { taints: taints.map(plainTaint) }),
  };
}

/** Taints by key and effect, in which order they are written. */
export function sortedTaints(taints: readonly Taint[]): readonly Taint[] {
  const sortKey = (taint: Taint) => `${taint.key}:${taint.effect}`;
  return [...taints].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Fields of a taint in the API. */
export function plainTaint({ key, value, effect }: Taint): Fields {
  return compact({ key, value, effect });
}

/** Fields of a taint that Cluster API keeps on a node. */
export function propagatedTaint(taint: Taint): Fields {
  return { ...plainTaint(taint), propagation: 'Always' };
}
