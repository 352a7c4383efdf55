import { compact, type Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type {
  OpenStackClusterSpec,
  Port,
} from '../../schema/generated/openstack-v1beta2.shapes.generated';
import { neutralIdentity } from './identity-ref';
import type { InfrastructureContract } from './infrastructure-contract';

/** The OpenStack provider's API group in v1beta2: grouped fields, positive booleans. */
export const infrastructureV1beta2: InfrastructureContract = {
  version: 'v1beta2',

  apiServer: ({ loadBalancer, floatingIP, fixedIP, enableFloatingIP, port }) =>
    ({
      apiServer: compact({
        managedLoadBalancer: loadBalancer,
        floatingIP,
        fixedIP,
        enableFloatingIP: enableFloatingIP ? undefined : false,
        port,
      }),
    }) satisfies Partial<OpenStackClusterSpec>,

  noExternalNetwork: () =>
    ({ enableExternalNetwork: false }) satisfies Partial<OpenStackClusterSpec>,

  managedNetwork: ({ mtu, portSecurity, externalRouterIPs }) => ({
    managedNetwork: compact({ mtu, enablePortSecurity: portSecurity }),
    managedRouter: compact({ externalIPs: externalRouterIPs }),
  }),

  securityGroupRules: (all, controlPlane, workers) => ({
    clusterNodesSecurityGroupRules: all,
    controlPlaneNodesSecurityGroupRules: controlPlane,
    workerNodesSecurityGroupRules: workers,
  }),

  flavor: (name) => ({ filter: { name } }),

  neutralMachine: ({ flavor, ports, identityRef, ...spec }) =>
    compact({
      ...spec,
      identityRef: neutralIdentity(identityRef),
      ...neutralFlavor(flavor),
      ports: Array.isArray(ports) ? ports.map(neutralPort) : ports,
    }),

  portSecurity: (enabled) => ({ enablePortSecurity: enabled }) satisfies Partial<Port>,
};

/** A flavor to which a patch gave another form stays unchanged. */
function neutralFlavor(flavor: unknown): Fields {
  const { id, filter } = isMap(flavor) ? flavor : {};
  if (id !== undefined) return { flavorID: id };
  return { flavor: isMap(filter) ? filter.name : flavor };
}

function neutralPort({ enablePortSecurity, ...port }: Fields): Fields {
  return enablePortSecurity === undefined
    ? port
    : { ...port, disablePortSecurity: enablePortSecurity === false };
}
