import type { Fields } from '../../base/fields';
import { hasKeys } from '../../base/has-keys';
import type { Taint } from '../../cluster/model/machine';
import type { NodeOs } from '../../cluster/model/windows';
import type { RenderContext } from '../../cluster/render/context';
import { plainTaint } from '../../cluster/render/taints';
import type { MachineFormatModel } from '../model/machine-format';
import { kubeadmContract } from './kubeadm-contracts';

/** Renders the registration of a node, whose variables the configuration's reader expands on the machine. */
export function nodeRegistration(
  { core, infrastructure }: Pick<RenderContext, 'core' | 'infrastructure'>,
  format: MachineFormatModel,
  kubeletArgs: Readonly<Record<string, string>>,
  taints: readonly Taint[] | undefined,
  os: NodeOs = 'linux',
): Fields {
  const reader = format.kind === 'ignition' ? 'ignition' : 'cloud-init';
  const registration = infrastructure.registration(reader, os);
  const { name, providerId, criSocket, hasCloudController } = registration;
  const derived = {
    ...(hasCloudController ? { 'cloud-provider': 'external' } : {}),
    ...(providerId === undefined ? {} : { 'provider-id': providerId }),
  };
  const args = { ...registration.kubeletArgs, ...derived, ...kubeletArgs };
  return {
    ...(name === undefined ? {} : { name }),
    ...(criSocket === undefined ? {} : { criSocket }),
    ...(hasKeys(args) && { kubeletExtraArgs: kubeadmContract(core).extraArgs(args) }),
    ...(taints === undefined ? {} : { taints: taints.map(plainTaint) }),
  };
}
