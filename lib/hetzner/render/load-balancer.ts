import { compact } from '../../base/fields';
import type {
  ControlPlaneLoadBalancer,
  HealthCheck,
  HetznerClusterSpec,
} from '../../schema/generated/hetzner-v1beta1.shapes.generated';
import type { HetznerCluster } from '../model/cluster';
import type { BalancerHealthCheckModel } from '../model/health-check';
import { hostOf } from '../model/surroundings';

type Endpoint = Pick<HetznerCluster, 'endpoint' | 'apiServerPort'>;

/** Returns the load balancer of the API server, which is disabled for an external endpoint. */
export function controlPlaneLoadBalancer({
  endpoint,
  apiServerPort,
}: Endpoint): ControlPlaneLoadBalancer {
  if (endpoint.kind === 'external') return { enabled: false };
  const { region, type, algorithm, extraServices, healthCheck } = endpoint;
  return {
    enabled: true,
    ...compact({
      name: endpoint.kind === 'loadBalancer' ? endpoint.name : undefined,
      region,
      type,
      algorithm,
      port: apiServerPort,
      extraServices,
      healthCheck: healthCheck && probe(healthCheck),
    } satisfies ControlPlaneLoadBalancer),
  };
}

/** Returns the endpoint if it is known in advance. The provider fills in that of a load balancer without a DNS name. */
export function controlPlaneEndpoint({
  endpoint,
  apiServerPort,
}: Endpoint): HetznerClusterSpec['controlPlaneEndpoint'] {
  const host = hostOf(endpoint);
  if (host === undefined) return undefined;
  const port = endpoint.kind === 'external' ? endpoint.port : undefined;
  return { host, port: port ?? apiServerPort };
}

function probe(healthCheck: BalancerHealthCheckModel): HealthCheck {
  return compact({ ...healthCheck });
}
