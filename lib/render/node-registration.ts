import type { Taint } from '../model/machine';
import type { MachineFormatModel } from '../model/machine-format';
import type { CoreContract } from './core-contract';
import { compact, type Fields } from './fields';
import { IGNITION_VARIABLES } from './ignition';

// The quotes are part of the value, as in the provider's own templates; systemd takes them off on the way to the kubelet.
const CLOUD_INIT_VARIABLES = Object.freeze({
  hostname: '{{ local_hostname }}',
  serverId: "'{{ instance_id }}'",
});

/** How a node registers itself, filled in on the server by what reads its configuration. */
export function nodeRegistration(
  core: CoreContract,
  format: MachineFormatModel,
  kubeletArgs: Readonly<Record<string, string>>,
  taints: readonly Taint[] | undefined,
): Fields {
  const { hostname, serverId } =
    format.kind === 'ignition' ? IGNITION_VARIABLES : CLOUD_INIT_VARIABLES;
  return {
    name: hostname,
    kubeletExtraArgs: core.extraArgs({
      'cloud-provider': 'external',
      'provider-id': `openstack:///${serverId}`,
      ...kubeletArgs,
    }),
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
