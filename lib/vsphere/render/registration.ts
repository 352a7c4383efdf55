import type { NodeRegistration } from '../../cluster/render/infrastructure';

const HOSTNAME = '{{ local_hostname }}';

/**
 * Registration of a node on a virtual machine.
 *
 * The node has the name of its machine, by which the cloud controller finds it. The name resolves without a DNS server. The
 * cloud controller sets the provider ID, which the machine itself cannot look up.
 */
export const REGISTRATION: NodeRegistration = {
  name: HOSTNAME,
  hasCloudController: true,
  commands: [
    `hostnamectl set-hostname '${HOSTNAME}'`,
    `grep -qwF '${HOSTNAME}' /etc/hosts || echo '127.0.0.1 ${HOSTNAME}' >> /etc/hosts`,
  ],
};
