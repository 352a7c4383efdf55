import type { RuleScope, SecurityRuleModel } from '../../addons/model/firewall-rule';
import { compact, type Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { type RenderContext, USUAL_API_SERVER_PORT } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type LoadBalancerModel, type OpenStackEndpoint } from '../model/endpoint';
import { knownFloatingIP } from '../model/floating-address';
import { bastionFields } from './bastion';
import { contractOf } from './contracts';
import { clusterIdentityRef } from './identity-ref';
import type { ApiServerAccess, InfrastructureContract } from './infrastructure-contract';
import { provisionedNetwork } from './provisioned';

/** Renders the OpenStackCluster: network, endpoint and security groups of a cluster. */
export function renderOpenStackCluster({
  cluster,
  apiVersions,
}: RenderContext<OpenStackCluster>): Manifest {
  const infrastructure = contractOf(cluster);
  const { controlPlane } = cluster;
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'OpenStackCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: compact({
      identityRef: clusterIdentityRef(cluster),
      ...externalNetwork(cluster, infrastructure),
      ...network(cluster, infrastructure),
      ...infrastructure.apiServer(apiServerAccess(cluster)),
      controlPlaneEndpoint: presetEndpoint(cluster),
      managedSecurityGroups: securityGroups(cluster, infrastructure),
      bastion: bastionFields(cluster.bastion, infrastructure),
      controlPlaneAvailabilityZones: controlPlane.failureDomains,
      controlPlaneOmitAvailabilityZone: controlPlane.omitAvailabilityZone ? true : undefined,
      tags: cluster.tags,
    }),
  };
}

function externalNetwork({ cloud }: OpenStackCluster, contract: InfrastructureContract): Fields {
  if (cloud.externalNetwork === undefined) return {};
  if (cloud.externalNetwork.kind === 'none') return contract.noExternalNetwork();
  return { externalNetwork: cloud.externalNetwork.network };
}

function network(cluster: OpenStackCluster, contract: InfrastructureContract): Fields {
  const { network: model } = cluster;
  if (model.kind === 'adopted') {
    return { network: model.network, subnets: model.subnets, router: model.router };
  }
  if (model.kind === 'provisioned') return provisionedNetwork(model, cluster);
  const { nodeCidr, dnsNameservers, allocationPools, router, externalRouterIPs, ...made } = model;
  return {
    managedSubnets: [compact({ cidr: nodeCidr, dnsNameservers, allocationPools })],
    router,
    ...contract.managedNetwork({
      ...made,
      externalRouterIPs: externalRouterIPs?.map((one) => ({ ...one })),
    }),
  };
}

function apiServerAccess(cluster: OpenStackCluster): ApiServerAccess {
  const { cloud, endpoint, apiServerPort } = cluster;
  const port = apiServerPort === USUAL_API_SERVER_PORT ? {} : { port: apiServerPort };
  if (endpoint.kind === 'machine') return { ...machineAddress(cluster, endpoint), ...port };
  if (!hasBalancer(endpoint)) return { enableFloatingIP: false, ...port };
  if (endpoint.kind === 'loadBalancer') {
    const address = knownFloatingIP(cluster, endpoint.floatingIP);
    return {
      loadBalancer: loadBalancer(endpoint),
      enableFloatingIP: address !== undefined,
      ...(address === undefined ? {} : { floatingIP: address }),
      ...port,
    };
  }
  const reachable = cloud.externalNetwork?.kind !== 'none';
  const address = endpoint.floatingIP ?? { kind: 'allocated' };
  const { vipAddress } = endpoint;
  return {
    loadBalancer: { ...loadBalancer(endpoint), ...balancerPlace(endpoint) },
    enableFloatingIP: reachable && address.kind !== 'none',
    ...(vipAddress === undefined ? {} : { fixedIP: vipAddress }),
    ...(address.kind === 'address' ? { floatingIP: address.address } : {}),
    ...port,
  };
}

/** Renders the floating IP that the provider associates with the machine; without one, it allocates one. */
function machineAddress(
  cluster: OpenStackCluster,
  { floatingIP }: Extract<OpenStackEndpoint, { kind: 'machine' }>,
): ApiServerAccess {
  const address = knownFloatingIP(cluster, floatingIP);
  return { enableFloatingIP: true, ...(address === undefined ? {} : { floatingIP: address }) };
}

function balancerPlace(endpoint: Extract<OpenStackEndpoint, { kind: 'managed' }>): Fields {
  const { flavor, vipNetwork: network, vipSubnetId: id, availabilityZone } = endpoint;
  const subnets = id === undefined ? undefined : [{ id }];
  return compact({ flavor, network, subnets, availabilityZone });
}

function loadBalancer(balancer: LoadBalancerModel): Fields {
  const { monitor } = balancer;
  return compact({
    enabled: true,
    provider: balancer.provider,
    allowedCIDRs: balancer.allowedCidrs,
    additionalPorts: balancer.additionalPorts,
    monitor:
      monitor &&
      compact({
        delay: monitor.delaySeconds,
        timeout: monitor.timeoutSeconds,
        maxRetries: monitor.maxRetries,
        maxRetriesDown: monitor.maxRetriesDown,
      }),
  });
}

function presetEndpoint(cluster: OpenStackCluster): Fields | undefined {
  const { endpoint, apiServerPort } = cluster;
  if (endpoint.kind === 'virtualIp') {
    const host = knownFloatingIP(cluster, endpoint.floatingIP) ?? endpoint.address;
    return { host, port: apiServerPort };
  }
  if (endpoint.kind !== 'external') return undefined;
  return { host: endpoint.host, port: endpoint.port ?? apiServerPort };
}

function securityGroups(
  { securityGroups: groups }: OpenStackCluster,
  contract: InfrastructureContract,
): Fields | undefined {
  if (groups.kind !== 'managed') return undefined;
  const scoped = (scope: RuleScope) =>
    groups.rules.filter((rule) => rule.scope === scope).map(securityRule);
  return compact({
    allowAllInClusterTraffic: groups.allowAllInClusterTraffic,
    ...contract.securityGroupRules(scoped('allNodes'), scoped('controlPlane'), scoped('workers')),
  });
}

function securityRule(rule: SecurityRuleModel): Fields {
  const { peer } = rule;
  return compact({
    name: rule.name,
    description: rule.description,
    direction: rule.direction,
    etherType: rule.etherType,
    protocol: rule.protocol,
    portRangeMin: rule.portRangeMin,
    portRangeMax: rule.portRangeMax,
    remoteManagedGroups: peer.kind === 'groups' ? peer.groups : undefined,
    remoteIPPrefix: peer.kind === 'cidr' ? peer.cidr : undefined,
    remoteGroupID: peer.kind === 'group' ? peer.id : undefined,
  });
}
