import { tryParseCidr } from '../../base/cidr';
import { compact } from '../../base/fields';
import type {
  ControlPlaneLoadBalancer,
  IngressRule,
} from '../../schema/generated/aws-v1beta2.shapes.generated';
import type { AwsCluster } from '../model/cluster';
import type { AwsEndpointModel } from '../model/endpoint';

type Managed = Extract<AwsEndpointModel, { kind: 'managed' }>;

/** Renders the API server's load balancer: a Network Load Balancer or none. */
export function controlPlaneLoadBalancer({
  endpoint,
  apiServerPort,
}: Pick<AwsCluster, 'endpoint' | 'apiServerPort'>): Partial<ControlPlaneLoadBalancer> {
  // The webhook rejects other settings with this type.
  if (endpoint.kind === 'external') return { loadBalancerType: 'disabled' };
  const { scheme, name, crossZone, preserveClientIp, subnetIds, healthCheck } = endpoint;
  return compact({
    loadBalancerType: 'nlb',
    scheme,
    name,
    healthCheckProtocol: 'HTTPS',
    healthCheck: healthCheck && compact(healthCheck),
    crossZoneLoadBalancing: crossZone ? true : undefined,
    preserveClientIP: preserveClientIp ? true : undefined,
    subnets: subnetIds,
    additionalSecurityGroups: endpoint.securityGroupIds,
    additionalListeners: endpoint.additionalPorts.map((port) => ({ port, protocol: 'TCP' })),
    ingressRules: allowedRules(endpoint, apiServerPort),
  } satisfies ControlPlaneLoadBalancer);
}

/** Returns the ingress rules of allowed clients, for all ports of the load balancer. */
function allowedRules(
  { allowedCidrs, additionalPorts }: Managed,
  apiServerPort: number,
): readonly IngressRule[] {
  if (allowedCidrs.length === 0) return [];
  const ofFamily = (family: 4 | 6) =>
    allowedCidrs.filter((cidr) => tryParseCidr(cidr)?.family === family);
  return [apiServerPort, ...additionalPorts].map((port) => ({
    description: port === apiServerPort ? 'Kubernetes API' : `port ${port}`,
    protocol: 'tcp',
    fromPort: port,
    toPort: port,
    ...compact({ cidrBlocks: ofFamily(4), ipv6CidrBlocks: ofFamily(6) }),
  }));
}
