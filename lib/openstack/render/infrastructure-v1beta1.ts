import type {
  OpenStackClusterSpec,
  Port,
} from '../../schema/generated/openstack-v1beta1.shapes.generated';
import { neutralIdentity } from './identity-ref';
import type { InfrastructureContract } from './infrastructure-contract';

/** The OpenStack provider's API group in v1beta1: flat fields, negative booleans. */
export const infrastructureV1beta1: InfrastructureContract = {
  version: 'v1beta1',

  apiServer: ({ loadBalancer, floatingIP, fixedIP, enableFloatingIP, port }) =>
    ({
      apiServerLoadBalancer: loadBalancer,
      apiServerFloatingIP: floatingIP,
      apiServerFixedIP: fixedIP,
      disableAPIServerFloatingIP: enableFloatingIP ? undefined : true,
      apiServerPort: port,
    }) satisfies Partial<OpenStackClusterSpec>,

  noExternalNetwork: () =>
    ({ disableExternalNetwork: true }) satisfies Partial<OpenStackClusterSpec>,

  managedNetwork: ({ mtu, portSecurity, externalRouterIPs }) => ({
    networkMTU: mtu,
    disablePortSecurity: portSecurity === undefined ? undefined : !portSecurity,
    externalRouterIPs,
  }),

  securityGroupRules: (all, controlPlane, workers) => ({
    allNodesSecurityGroupRules: all,
    controlPlaneNodesSecurityGroupRules: controlPlane,
    workerNodesSecurityGroupRules: workers,
  }),

  flavor: (name) => name,

  neutralMachine: (spec) =>
    spec.identityRef === undefined
      ? spec
      : { ...spec, identityRef: neutralIdentity(spec.identityRef) },

  portSecurity: (enabled) => ({ disablePortSecurity: !enabled }) satisfies Partial<Port>,
};
