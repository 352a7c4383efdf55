import type { NodeRegistration } from '../../cluster/render/infrastructure';

const HOSTNAME = '{{ local_hostname }}';

/**
 * How a node on a virtual machine registers itself.
 *
 * It has the name of its machine, which the cloud controller finds it by, and which resolves without a name server. The
 * identifier of the machine is the cloud controller's to write: nothing in the machine tells it.
 */
export const REGISTRATION: NodeRegistration = {
  name: HOSTNAME,
  hasCloudController: true,
  commands: [
    `hostnamectl set-hostname '${HOSTNAME}'`,
    `grep -qwF '${HOSTNAME}' /etc/hosts || echo '127.0.0.1 ${HOSTNAME}' >> /etc/hosts`,
  ],
};
