import type { NodeRegistration, RegistrationReader } from '../../cluster/render/infrastructure';

/** Variable with the private DNS name of an instance, set by Flatcar's metadata service. */
const HOSTNAME = 'COREOS_EC2_HOSTNAME';

const REGISTRATIONS: Readonly<Record<RegistrationReader, NodeRegistration>> = {
  // The cloud controller finds an instance by its private DNS name and sets the provider ID itself.
  'cloud-init': { name: '{{ ds.meta_data.local_hostname }}', hasCloudController: true },
  ignition: { name: `$${HOSTNAME}`, hostVariable: HOSTNAME, hasCloudController: true },
};

/** Returns how a node on an EC2 instance registers itself. */
export function registration(reader: RegistrationReader): NodeRegistration {
  return REGISTRATIONS[reader];
}
