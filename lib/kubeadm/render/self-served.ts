import type { MachineFormatModel } from '../model/machine-format';
import type { BootstrapPart } from './bootstrap';
import { FIRST_MACHINE } from './first-machine';

/**
 * Part of a control plane's configuration by which the endpoint's name stands for each machine that serves it: for the first
 * before kubeadm, which asks it there, for others once they have joined by those before them.
 */
export function selfServedPart(
  host: string | undefined,
  { kind }: Pick<MachineFormatModel, 'kind'>,
): BootstrapPart {
  if (host === undefined) return {};
  const { before, after } = FIRST_MACHINE[kind];
  const command = `echo '127.0.0.1 ${host}' >> /etc/hosts`;
  return {
    preKubeadmCommands: [`if ${before}; then ${command}; fi`],
    postKubeadmCommands: [`if ! ${after}; then ${command}; fi`],
  };
}
