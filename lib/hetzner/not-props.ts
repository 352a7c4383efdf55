import type { NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of the kinds of the provider for Hetzner that no prop writes. */
export const HETZNER_NOT_PROPS: NotPropsByKind = {
  HetznerCluster: [
    {
      fields: ['controlPlaneLoadBalancer.targetAddressFamily'],
      why: 'It is for servers of Hetzner Robot, and machines here are those of Hetzner Cloud.',
    },
    {
      fields: ['controlPlaneLoadBalancer.enableProxyProtocol'],
      why: 'An API server does not understand the protocol, and once it is on it stays on.',
    },
    {
      fields: [
        'hetznerSecretRef.key.hetznerRobotUser',
        'hetznerSecretRef.key.hetznerRobotPassword',
      ],
      why: 'They are for servers of Hetzner Robot, bare metal that HetznerBareMetalMachineTemplate describes, which is not written.',
    },
    {
      fields: ['sshKeys.hcloud[].fingerprint'],
      why: 'The provider finds a key by its name, and writes its fingerprint.',
    },
  ],
  HCloudMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Labels and annotations of machines are those of their MachineDeployment or control plane.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The provider sets it in each machine once there is a server.',
    },
    {
      fields: ['template.spec.sshKeys[].fingerprint'],
      why: 'The provider finds a key by its name.',
    },
  ],
};
