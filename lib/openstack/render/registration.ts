import type { NodeOs } from '../../cluster/model/windows';
import type { NodeRegistration, RegistrationReader } from '../../cluster/render/infrastructure';

/** Variables in which Flatcar's metadata service provides facts about the server. */
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
  // The quotes are part of the value, as in the provider's own templates; systemd strips them before the kubelet reads it.
  linux: {
    name: '{{ local_hostname }}',
    providerId: "openstack:///'{{ instance_id }}'",
    hasCloudController: true,
  },
  // Nothing strips quotes, and cloudbase-init has no short names for its variables or the host.
  windows: {
    name: '{{ v1.local_hostname.split(".")[0] }}',
    providerId: 'openstack:///{{ v1.instance_id }}',
    criSocket: 'npipe:////./pipe/containerd-containerd',
    hasCloudController: true,
  },
};

/** Returns how a node on a Nova server registers itself. */
export function registration(reader: RegistrationReader, os: NodeOs): NodeRegistration {
  return reader === 'ignition' ? IGNITION : CLOUD_INIT[os];
}
