import type { NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of the development provider's kinds that no prop writes. */
export const DEV_NOT_PROPS: NotPropsByKind = {
  DevCluster: [
    {
      fields: ['controlPlaneEndpoint.host'],
      why: 'The provider sets it once there is a load balancer, or a listener of its manager.',
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
      why: 'The configuration of the load balancer follows from its control plane; a patch points it to another.',
    },
  ],
  DevMachineTemplate: [
    {
      fields: ['**.providerID'],
      why: 'The provider sets it in each machine once there is one.',
    },
    {
      fields: ['template.metadata'],
      why: 'Labels and annotations of machines are those of their Machine, which pools and control planes state.',
    },
    {
      fields: ['template.spec.backend.docker.bootstrapped'],
      why: 'The provider sets it in each machine once it is a node.',
    },
  ],
};
