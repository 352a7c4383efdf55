import type { NodeRegistration } from '../../cluster/render/infrastructure';

/** How a node on a virtual machine registers itself: by the name of the machine, which the cloud controller finds it by. */
export const REGISTRATION: NodeRegistration = {
  name: '{{ ds.meta_data["local_hostname"] }}',
  hasCloudController: true,
};

/** Place of what cloud controllers and storage drivers know of Azure. */
export const CLOUD_CONFIG = '/etc/kubernetes/azure.json';

/** Keys of the Secret that the provider makes for a template of machines, by the role of these. */
export const CLOUD_CONFIG_KEYS = Object.freeze({
  controlPlane: 'control-plane-azure.json',
  workers: 'worker-node-azure.json',
});
