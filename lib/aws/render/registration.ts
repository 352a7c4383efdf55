import type { NodeRegistration, RegistrationReader } from '../../cluster/render/infrastructure';

/** Name that the metadata service of Flatcar gives to the private name of an instance. */
const HOSTNAME = 'COREOS_EC2_HOSTNAME';

const REGISTRATIONS: Readonly<Record<RegistrationReader, NodeRegistration>> = {
  // The cloud controller finds an instance by its private name, and sets the provider ID itself.
  'cloud-init': { name: '{{ ds.meta_data.local_hostname }}', hasCloudController: true },
  ignition: { name: `$${HOSTNAME}`, hostVariable: HOSTNAME, hasCloudController: true },
};

/** How a node on an instance of EC2 registers itself. */
export function registration(reader: RegistrationReader): NodeRegistration {
  return REGISTRATIONS[reader];
}
