import { PROJECT } from './fake-cloud';

/** Answers of a cloud in which nothing is limited and nothing exists but what machines and networks start from. */
export function emptyCloud(
  overrides: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const flavor = (name: string, vcpus: number, ram: number, disk: number) => ({
    id: name,
    name,
    vcpus,
    ram,
    disk,
  });
  return {
    '/network/v2.0/networks?router:external=true': { networks: [external('public')] },
    '/network/v2.0/networks?name=public': { networks: [external('public')] },
    '/network/v2.0/networks': { networks: [] },
    '/network/v2.0/subnets': { subnets: [] },
    '/network/v2.0/routers': { routers: [] },
    '/network/v2.0/ports': { ports: [] },
    '/network/v2.0/security-groups': { security_groups: [] },
    '/network/v2.0/floatingips': { floatingips: [] },
    [`/network/v2.0/quotas/${PROJECT}/details`]: { quota: {} },
    '/load-balancer/v2.0/lbaas/loadbalancers': { loadbalancers: [] },
    '/load-balancer/v2.0/lbaas/listeners': { listeners: [] },
    '/load-balancer/v2.0/lbaas/pools': { pools: [] },
    '/load-balancer/v2.0/lbaas/healthmonitors': { healthmonitors: [] },
    [`/load-balancer/v2.0/lbaas/quotas/${PROJECT}`]: { quota: { load_balancer: -1 } },
    '/compute/flavors/detail': {
      flavors: [
        flavor('m1.k8s-master', 4, 8192, 30),
        flavor('m1.k8s-worker', 4, 8192, 30),
        flavor('g1.gpu', 8, 32_768, 100),
      ],
    },
    '/compute/servers/detail': { servers: [] },
    '/compute/os-server-groups': { server_groups: [] },
    '/compute/os-keypairs': { keypairs: [{ keypair: { name: 'lab' } }] },
    '/compute/os-availability-zone': { availabilityZoneInfo: [zone('nova')] },
    '/compute/limits': { limits: { absolute: { maxTotalCores: -1 } } },
    '/volumev3/limits': { limits: { absolute: { maxTotalVolumes: -1 } } },
    '/volumev3/os-availability-zone': { availabilityZoneInfo: [zone('nova')] },
    '/volumev3/types': { volume_types: [{ name: '__DEFAULT__' }] },
    '/dns/v2/zones': { zones: [] },
    '/image/v2/images': { images: [{ id: 'image-1' }] },
    ...overrides,
  };
}

/** External network of a cloud. */
export function external(name: string, isExternal = true): Readonly<Record<string, unknown>> {
  return { id: `${name}-id`, name, 'router:external': isExternal };
}

function zone(zoneName: string) {
  return { zoneName, zoneState: { available: true } };
}
