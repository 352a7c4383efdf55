import type { MachineFormatModel } from '../model/machine-format';
import type { BootstrapPart } from './bootstrap';
import { FIRST_MACHINE } from './first-machine';

/**
 * Renders the control-plane part that resolves the endpoint's name to the machine itself.
 *
 * It applies before kubeadm on the first machine, where kubeadm uses the name, and on other machines after they have
 * joined through the existing ones.
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
