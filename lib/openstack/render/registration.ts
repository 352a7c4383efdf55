import type { NodeOs } from '../../cluster/model/windows';
import type { NodeRegistration, RegistrationReader } from '../../cluster/render/infrastructure';

/** Names that the metadata service of Flatcar gives to what a server knows of itself. */
const HOSTNAME = 'COREOS_OPENSTACK_HOSTNAME';
const SERVER_ID = 'COREOS_OPENSTACK_INSTANCE_UUID';

const IGNITION: NodeRegistration = {
  name: `$${HOSTNAME}`,
  providerId: `openstack:///$${SERVER_ID}`,
  hostVariable: HOSTNAME,
  variables: [SERVER_ID],
  hasCloudController: true,
};

const CLOUD_INIT: Readonly<Record<NodeOs, NodeRegistration>> = {
  // The quotes are part of the value, as in the provider's own templates; systemd takes them off on the way to the kubelet.
  linux: {
    name: '{{ local_hostname }}',
    providerId: "openstack:///'{{ instance_id }}'",
    hasCloudController: true,
  },
  // Nothing takes quotes off, and cloudbase-init has neither short names of its variables nor of the host.
  windows: {
    name: '{{ v1.local_hostname.split(".")[0] }}',
    providerId: 'openstack:///{{ v1.instance_id }}',
    criSocket: 'npipe:////./pipe/containerd-containerd',
    hasCloudController: true,
  },
};

/** How a node on a server of Nova registers itself. */
export function registration(reader: RegistrationReader, os: NodeOs): NodeRegistration {
  return reader === 'ignition' ? IGNITION : CLOUD_INIT[os];
}
