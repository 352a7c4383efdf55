import { call, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackEndpoint } from '../model/endpoint';
import { isIPv6Only } from '../model/machine-families';
import type { OpenStackNetwork } from '../model/network';

const MACHINES = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';
const MANUAL = 'CAPO@v0.14.7:docs/book/src/clusteropenstack/configuration.md';

type MachineEndpoint = Extract<OpenStackEndpoint, { kind: 'machine' }>;

/** Rules on endpoints that are the floating IP of a machine. */
export const MACHINE_ENDPOINT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'machine-endpoint-replicas',
    reason:
      'The floating IP stays on the first machine, and the API servers of the others get no connections.',
    source: MANUAL,
    check({ endpoint, controlPlane: { path, replicas } }, refuse) {
      if (endpoint.kind !== 'machine' || replicas <= 1) return;
      refuse(
        { path, prop: 'replicas' },
        {
          given: replicas,
          allowed: '1 with ApiEndpoint.machine',
          fix: write(1, { or: 'use ApiEndpoint.virtualIp() or a load balancer' }),
        },
      );
    },
  },
  {
    id: 'machine-endpoint-floating-address',
    reason: 'A replacement machine has another address, and only a floating IP moves to it.',
    source: MANUAL,
    check(cluster, refuse) {
      const { path, endpoint, cloud, network } = cluster;
      if (endpoint.kind !== 'machine') return;
      const place = { path, prop: 'endpoint' };
      const instead = withoutFloatingAddress(network);
      if (endpoint.floatingIP?.kind === 'none') {
        refuse(place, {
          given: 'machine without a floating IP',
          allowed: 'a floating IP with ApiEndpoint.machine',
          fix: instead,
        });
      } else if (cloud.externalNetwork?.kind === 'none') {
        refuse(place, {
          given: endpoint.kind,
          allowed: `an endpoint without a floating IP, because ${cloud.path} has no external network`,
          fix: instead,
        });
      } else if (isIPv6Only(network)) {
        refuse(place, {
          given: endpoint.kind,
          allowed:
            'an endpoint without a floating IP, because the machines have only IPv6 addresses',
          fix: instead,
        });
      }
    },
  },
  {
    id: 'ephemeral-address-rollout',
    reason:
      'The provider deletes an ephemeral floating IP with its machine, and a rollout replaces that machine.',
    source: MACHINES,
    check({ endpoint, controlPlane: { path, rollout } }, refuse) {
      if (!isEphemeral(endpoint)) return;
      for (const prop of ['certificatesExpiryDays', 'after'] as const) {
        if (rollout[prop] === undefined) continue;
        refuse(
          { path, prop: `rollout.${prop}` },
          {
            given: rollout[prop],
            allowed: 'no automatic rollout with FloatingIP.ephemeral()',
            fix: leaveOut({ or: 'use an allocated or existing floating IP' }),
          },
        );
      }
    },
  },
  {
    id: 'ephemeral-address-name',
    reason: 'Only the provider knows an ephemeral floating IP, so no DNS record can point to it.',
    source: MACHINES,
    check({ path, endpoint }, refuse) {
      if (!isEphemeral(endpoint) || endpoint.dnsName === undefined) return;
      refuse(
        { path, prop: 'endpoint.dnsName' },
        {
          given: endpoint.dnsName,
          allowed: 'no DNS name with FloatingIP.ephemeral()',
          fix: leaveOut(),
        },
      );
    },
  },
];

/** Rules on ephemeral floating IPs. */
export const EPHEMERAL_ADDRESS_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'ephemeral-address-machine',
    reason: 'The provider allocates an ephemeral floating IP only if a machine is the endpoint.',
    source: MACHINES,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind === 'machine' || endpoint.kind === 'external') return;
      if (endpoint.floatingIP?.kind !== 'ephemeral') return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: 'ephemeral',
          allowed: `an allocated or existing floating IP, or none, with ApiEndpoint.${endpoint.kind}`,
          fix: write(call('FloatingIP.allocated'), { or: 'leave it out' }),
        },
      );
    },
  },
];

/** Returns the fix with a kube-vip endpoint, whose address is derived only on a network of the cluster's own. */
function withoutFloatingAddress(network: OpenStackNetwork): string {
  const isOwn = network.kind === 'managed' || (network.kind === 'provisioned' && !network.shared);
  return isOwn
    ? 'write ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none() })'
    : "write ApiEndpoint.virtualIp({ address: '…', floatingIP: FloatingIP.none() }) with an address outside the allocation pools";
}

function isEphemeral(endpoint: OpenStackEndpoint): endpoint is MachineEndpoint {
  return endpoint.kind === 'machine' && endpoint.floatingIP?.kind === 'ephemeral';
}
