import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { largestSize } from '../../cluster/model/node-pool';
import type { OpenStackMachine } from '../model/machine';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

const NEUTRON_PORT = 'CAPO@v0.14.7:pkg/cloud/services/networking/port.go';
const IN_PLACE = { maxSurge: 0, maxUnavailable: 1 };

/** Rules on pools whose machine has a fixed IP. */
export const POOL_FIXED_ADDRESS_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'fixed-address-rollout',
    reason:
      'A rollout creates the new machine first, and Neutron cannot assign its address to a second port.',
    source: NEUTRON_PORT,
    check({ pool }, refuse) {
      const { path, rollout } = pool;
      const address = largestSize(pool) > 1 ? undefined : fixedAddress(pool);
      const { maxSurge = 1 } = rollout;
      if (address === undefined || /^0+%?$/.test(String(maxSurge))) return;
      refuse(
        { path, prop: 'rollout' },
        {
          ...(Object.keys(rollout).length > 0 && { given: rollout }),
          allowed: `a rollout that removes the machine with ${address} before it creates another one`,
          fix: write({ ...rollout, ...IN_PLACE }, { prop: 'rollout' }),
        },
      );
    },
  },
];

/** Rules on control planes whose machine has a fixed IP. */
export const CONTROL_PLANE_FIXED_ADDRESS_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-fixed-address',
    reason:
      'A control plane with one machine adds another before it removes the first, and Neutron cannot assign its address to a second port.',
    source: NEUTRON_PORT,
    check({ controlPlane: { path, ports = [], replicas } }, refuse) {
      if (replicas !== 1) return;
      ports.forEach(({ fixedIPs }, index) => {
        fixedIPs.forEach(({ subnet, ipAddress }, place) => {
          if (ipAddress === undefined) return;
          refuse(
            { path, prop: `ports[${index}].fixedIPs[${place}].ipAddress` },
            {
              given: ipAddress,
              allowed: 'only a subnet; with an address, upgrades never finish',
              fix: subnet === undefined ? 'write the subnet instead of the address' : leaveOut(),
            },
          );
        });
      });
    },
  },
];

function fixedAddress({ ports = [] }: Pick<OpenStackMachine, 'ports'>): string | undefined {
  return ports.flatMap(({ fixedIPs }) => fixedIPs).find(({ ipAddress }) => ipAddress !== undefined)
    ?.ipAddress;
}
