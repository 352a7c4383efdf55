import type { NodeRegistration } from '../../cluster/render/infrastructure';

/**
 * Registration of a node on a Hetzner Cloud server.
 *
 * The node has the name of its server, by which the cloud controller finds it and the provider approves its certificates.
 * The cloud controller sets the provider ID.
 */
export const REGISTRATION: NodeRegistration = {
  name: '{{ local_hostname }}',
  hasCloudController: true,
};
