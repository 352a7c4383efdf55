import type { PortModel } from '../../../../../lib/openstack/model/port';
import { type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const PORT: PortModel = {
  network: { filter: { name: 'lan' } },
  fixedIPs: [{ subnet: { filter: { name: 'nodes' } }, ipAddress: '10.8.0.9' }],
  securityGroups: [],
};
const BARE: PortModel = { ...PORT, fixedIPs: [{ ipAddress: '10.8.0.9' }] };
const OWN: PortModel = { fixedIPs: [], securityGroups: [] };
const FREE: PortModel = { ...PORT, fixedIPs: [{ subnet: { filter: { name: 'nodes' } } }] };

/** Examples of rules on machines with an address of their own. */
export const FIXED_ADDRESS_CASES: readonly RuleCase[] = [
  {
    rule: 'fixed-address-rollout',
    broken: withPool({ replicas: 1, ports: [OWN, PORT] }),
    sound: withPool({
      replicas: 1,
      ports: [OWN, PORT],
      rollout: { maxSurge: 0, maxUnavailable: 1 },
    }),
    says: `mothership/demo/workers: rollout is missing
  allowed: a rollout that removes the machine with 10.8.0.9 before it creates another one
  fix: write { maxSurge: 0, maxUnavailable: 1 }`,
  },
  {
    rule: 'fixed-address-rollout',
    broken: withPool({ replicas: 1, ports: [OWN, PORT], rollout: { maxSurge: '50%' } }),
    sound: withPool({ replicas: 1, ports: [OWN, FREE] }),
    says: `mothership/demo/workers: rollout is {"maxSurge":"50%"}
  allowed: a rollout that removes the machine with 10.8.0.9 before it creates another one
  fix: write { maxSurge: 0, maxUnavailable: 1 }`,
  },
  {
    rule: 'control-plane-fixed-address',
    broken: withControlPlane({ replicas: 1, ports: [OWN, PORT, BARE] }),
    sound: withControlPlane({ replicas: 1, ports: [OWN, FREE] }),
    says: `mothership/demo/control-plane: ports[1].fixedIPs[0].ipAddress is "10.8.0.9"
  allowed: only a subnet; with an address, upgrades never finish
  fix: leave it out
mothership/demo/control-plane: ports[2].fixedIPs[0].ipAddress is "10.8.0.9"
  allowed: only a subnet; with an address, upgrades never finish
  fix: write the subnet instead of the address`,
  },
];
