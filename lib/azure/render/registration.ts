import type { NodeRegistration } from '../../cluster/render/infrastructure';

/** Registration of a node on a VM: under the name of the machine, by which the cloud controller finds it. */
export const REGISTRATION: NodeRegistration = {
  name: '{{ ds.meta_data["local_hostname"] }}',
  hasCloudController: true,
};

/** Path of the configuration of the cloud controller and the storage driver. */
export const CLOUD_CONFIG = '/etc/kubernetes/azure.json';

/** Keys of the Secret that the provider creates for a machine template, by role. */
export const CLOUD_CONFIG_KEYS = Object.freeze({
  controlPlane: 'control-plane-azure.json',
  workers: 'worker-node-azure.json',
});
