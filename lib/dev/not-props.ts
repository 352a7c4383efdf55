import type { NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of the development provider's kinds that no prop writes. */
export const DEV_NOT_PROPS: NotPropsByKind = {
  DevCluster: [
    {
      fields: ['controlPlaneEndpoint.host'],
      why: 'The provider sets it once the load balancer or the listener of its manager exists.',
    },
    {
      fields: [
        'backend.docker.failureDomains[].attributes',
        'backend.docker.failureDomains{}.attributes',
      ],
      why: 'Nothing reads attributes of failure domains.',
    },
    {
      fields: [
        'backend.docker.loadBalancer.customHAProxyConfigTemplateRef',
        'backend.docker.loadBalancer.customHAProxyConfigTemplateRef.name',
      ],
      why: 'The configuration of the load balancer is derived from the control plane. A patch can set another one.',
    },
  ],
  DevMachineTemplate: [
    {
      fields: ['**.providerID'],
      why: 'The provider sets it in each machine once the machine exists.',
    },
    {
      fields: ['template.metadata'],
      why: 'Machines get labels and annotations from their Machine, where pools and control planes set them.',
    },
    {
      fields: ['template.spec.backend.docker.bootstrapped'],
      why: 'The provider sets it in each machine once it is a node.',
    },
  ],
};
