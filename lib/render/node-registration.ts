import type { Taint } from '../model/machine';
import type { CoreContract } from './core-contract';
import { compact, type Fields } from './fields';

const NODE_NAME = '{{ local_hostname }}';

// The quotes are part of the value, as in the provider's own templates; systemd takes them off on the way to the kubelet.
const DERIVED_KUBELET_ARGS = Object.freeze({
  'cloud-provider': 'external',
  'provider-id': "openstack:///'{{ instance_id }}'",
});

/** How a node registers itself, filled in on the server by cloud-init. */
export function nodeRegistration(
  core: CoreContract,
  kubeletArgs: Readonly<Record<string, string>>,
  taints: readonly Taint[] | undefined,
): Fields {
  return {
    name: NODE_NAME,
    kubeletExtraArgs: core.extraArgs({ ...DERIVED_KUBELET_ARGS, ...kubeletArgs }),
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
