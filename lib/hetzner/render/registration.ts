import type { NodeRegistration } from '../../cluster/render/infrastructure';

/**
 * How a node on a server of Hetzner Cloud registers itself.
 *
 * It has the name of its server, by which the cloud controller finds it and the provider grants its certificates. The
 * identifier of the server is the cloud controller's to write.
 */
export const REGISTRATION: NodeRegistration = {
  name: '{{ local_hostname }}',
  hasCloudController: true,
};
