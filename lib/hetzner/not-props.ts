import type { NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of the Hetzner provider's kinds that no prop writes. */
export const HETZNER_NOT_PROPS: NotPropsByKind = {
  HetznerCluster: [
    {
      fields: ['controlPlaneLoadBalancer.targetAddressFamily'],
      why: 'It is for Hetzner Robot servers, and machines here are Hetzner Cloud servers.',
    },
    {
      fields: ['controlPlaneLoadBalancer.enableProxyProtocol'],
      why: 'An API server does not support the protocol, and it cannot be disabled once it is enabled.',
    },
    {
      fields: [
        'hetznerSecretRef.key.hetznerRobotUser',
        'hetznerSecretRef.key.hetznerRobotPassword',
      ],
      why: 'They are for bare metal servers of Hetzner Robot, and the library does not write HetznerBareMetalMachineTemplates.',
    },
    {
      fields: ['sshKeys.hcloud[].fingerprint'],
      why: 'The provider looks a key up by name and writes its fingerprint.',
    },
  ],
  HCloudMachineTemplate: [
    {
      fields: ['template.metadata'],
      why: 'Machines get labels and annotations from their MachineDeployment or control plane.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The provider sets it in each machine once the server exists.',
    },
    {
      fields: ['template.spec.sshKeys[].fingerprint'],
      why: 'The provider looks a key up by name.',
    },
  ],
};
