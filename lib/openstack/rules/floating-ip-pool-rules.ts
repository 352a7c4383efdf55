import { isAddress } from '../../base/cidr';
import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, integerWords, isWholeNumber, quotedList } from '../../base/words';
import { largestSize } from '../../cluster/model/node-pool';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import { DNS_LABEL_WORDS, isDnsLabel, toDnsLabel } from '../../cluster/rules/names';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer } from '../model/endpoint';
import { isIPv6Only } from '../model/machine-families';
import type { MachineSubject } from './subjects';

const MOST_NAME = 63;
const POOLS = 'CAPO@v0.14.7:controllers/openstackfloatingippool_controller.go';
const SERVERS = 'CAPO@v0.14.7:controllers/openstackserver_controller.go';

/** Rules on floating IP pools. */
export const FLOATING_IP_POOL_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'floating-ip-pool-name',
    reason: 'The name becomes part of the name of a Kubernetes object.',
    source: POOLS,
    check({ floatingIPPools = [] }, refuse) {
      const names = floatingIPPools.map((pool) => pool.name);
      for (const { path, name } of floatingIPPools) {
        if (isDnsLabel(name, MOST_NAME)) continue;
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: `${DNS_LABEL_WORDS}, at most ${MOST_NAME} characters`,
            fix: nameIt(toDnsLabel(name, MOST_NAME, names) ?? 'floating'),
          },
        );
      }
    },
  },
  {
    id: 'floating-ip-pool-network',
    reason: 'Floating IPs are IPv4 addresses of an external network.',
    source: POOLS,
    check({ cloud, network, floatingIPPools = [] }, refuse) {
      const isInside = cloud.externalNetwork?.kind === 'none';
      if (!isInside && !isIPv6Only(network)) return;
      for (const { path, name } of floatingIPPools) {
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: isInside
              ? `none; ${cloud.path} has no external network`
              : 'none; the machines have only IPv6 addresses',
            fix: 'leave out the pool, and floatingIPPool of the machines',
          },
        );
      }
    },
  },
  {
    id: 'floating-ip-pool-addresses',
    reason: 'The addresses of a pool must be floating IPs of the project, each for one machine.',
    source: POOLS,
    check({ floatingIPPools = [], endpoint, bastion }, refuse) {
      const floatingIP = endpoint.kind === 'external' ? undefined : endpoint.floatingIP;
      const taken = new Set([
        floatingIP?.kind === 'address' ? floatingIP.address : undefined,
        bastion?.floatingIP,
      ]);
      for (const { path, preAllocatedFloatingIPs } of floatingIPPools) {
        preAllocatedFloatingIPs.forEach((address) => {
          const isFree = isAddress(address, 4) && !taken.has(address);
          taken.add(address);
          if (isFree) return;
          refuse(
            { path, prop: 'preAllocatedFloatingIPs' },
            {
              given: address,
              allowed:
                'unique IPv4 addresses that are not used by the endpoint, the bastion or another pool',
              fix: leaveOut(),
            },
          );
        });
      }
    },
  },
  {
    id: 'floating-ip-pool-size',
    reason: 'A machine waits forever if the pool has no floating IP left for it.',
    source: POOLS,
    check(cluster, refuse) {
      for (const { path, name, maxIPs } of cluster.floatingIPPools ?? []) {
        if (maxIPs === undefined) continue;
        const needed = machinesOf(cluster, name);
        if (isWholeNumber(maxIPs, 1) && !(maxIPs < needed)) continue;
        const isNumber = isWholeNumber(maxIPs, 1);
        refuse(
          { path, prop: 'maxIPs' },
          {
            given: maxIPs,
            allowed: isNumber
              ? `${needed} or more, for that many machines during a rollout`
              : integerWords(maxIPs, 1),
            fix:
              needed > 0
                ? write(needed, { or: 'leave it out' })
                : leaveOut({ ends: ' for no limit' }),
          },
        );
      }
    },
  },
];

/** Rules on machines with floating IPs from a pool. */
export const POOLED_ADDRESS_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'floating-ip-pool-known',
    reason: 'The provider waits for a pool that does not exist.',
    source: SERVERS,
    check({ cluster, machine: { path, floatingIPPool } }, refuse) {
      const names = (cluster.floatingIPPools ?? []).map(({ name }) => name);
      if (floatingIPPool === undefined || names.includes(floatingIPPool)) return;
      const close = closestWord(floatingIPPool, names);
      const more = `cluster.addFloatingIPPool(${JSON.stringify(floatingIPPool)})`;
      refuse(
        { path, prop: 'floatingIPPool' },
        {
          given: floatingIPPool,
          allowed:
            names.length === 0
              ? 'a pool of the cluster, which has none'
              : `a pool of the cluster: ${quotedList(names)}`,
          fix: close === undefined ? `add ${more}` : write(close, { or: `add ${more}` }),
        },
      );
    },
  },
  {
    id: 'floating-ip-pool-endpoint',
    reason:
      'Without a load balancer, the provider treats the floating IPs of a control-plane machine as those of the endpoint, and deletes them with the machine.',
    source: 'CAPO@v0.14.7:controllers/openstackmachine_controller.go',
    check(subject, refuse) {
      const { cluster, machine } = subject;
      if (hasBalancer(cluster.endpoint) || !isControlPlaneMachine(subject)) return;
      if (machine.floatingIPPool === undefined) return;
      refuse(
        { path: machine.path, prop: 'floatingIPPool' },
        {
          given: machine.floatingIPPool,
          allowed: `none on a control plane with ApiEndpoint.${cluster.endpoint.kind}`,
          fix: leaveOut(),
        },
      );
    },
  },
];

/** Returns the largest number of machines that use a pool at a time. */
function machinesOf({ controlPlane, pools }: OpenStackCluster, name: string): number {
  const groups = [
    { ...controlPlane, size: controlPlane.replicas },
    ...pools.map((pool) => ({ ...pool, size: largestSize(pool) })),
  ];
  return groups
    .filter(({ floatingIPPool, size }) => floatingIPPool === name && size > 0)
    .reduce((sum, { size, rollout }) => sum + size + (rollout.maxSurge === 0 ? 0 : 1), 0);
}
