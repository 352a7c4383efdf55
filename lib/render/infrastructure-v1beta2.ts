import { compact } from './fields';
import type { InfrastructureContract } from './infrastructure-contract';

/** The OpenStack provider's group in v1beta2: grouped fields, positive booleans. */
export const infrastructureV1beta2: InfrastructureContract = {
  version: 'v1beta2',

  apiServer: ({ loadBalancer, floatingIP, fixedIP, enableFloatingIP, port }) => ({
    apiServer: compact({
      managedLoadBalancer: loadBalancer,
      floatingIP,
      fixedIP,
      enableFloatingIP: enableFloatingIP ? undefined : false,
      port,
    }),
  }),

  noExternalNetwork: () => ({ enableExternalNetwork: false }),

  managedNetwork: (mtu) => ({ managedNetwork: { mtu } }),

  securityGroupRules: (all, controlPlane, workers) => ({
    clusterNodesSecurityGroupRules: all,
    controlPlaneNodesSecurityGroupRules: controlPlane,
    workerNodesSecurityGroupRules: workers,
  }),

  flavor: (name) => ({ filter: { name } }),

  portSecurity: (enabled) => ({ enablePortSecurity: enabled }),
};
