import { clusterModel, poolModel } from '../../../../support/models';
import type { AssembledPool } from '../../../../support/openstack-cluster';
import { onCloud, type RuleCase, withPool } from '../../../assembly/rule-case';

const TWO = { failureDomains: ['az1', 'az2'] };
const LONG = 'a'.repeat(49);

/** Examples of rules on pools over several zones. */
export const ZONE_CASES: readonly RuleCase[] = [
  {
    rule: 'pool-zones',
    broken: onCloud(TWO, { pools: [poolModel({ failureDomains: ['az1', 'az3'] })] }),
    sound: onCloud(TWO, { pools: [poolModel(TWO)] }),
    says: `mothership/demo/workers: failureDomains is "az3"
  allowed: a failure domain of homelab: "az1", "az2"
  fix: write "az2", or add "az3" to the failureDomains of homelab`,
  },
  {
    rule: 'pool-zones',
    broken: withPool({ failureDomains: ['--'] }),
    says: `mothership/demo/workers: failureDomains is "--"
  allowed: the name of an availability zone
  fix: leave it out`,
  },
  {
    rule: 'pool-zones-distinct',
    broken: withPool({ failureDomains: ['az1', 'az2', 'AZ1'] }),
    sound: withPool({ failureDomains: ['az1'] }),
    says: `mothership/demo/workers: failureDomains is ["az1","az2","AZ1"]
  allowed: at least one zone, and each only once
  fix: write ["az1", "az2"]`,
  },
  {
    rule: 'pool-zones-distinct',
    broken: withPool({ failureDomains: [] }),
    says: `mothership/demo/workers: failureDomains is []
  allowed: at least one zone, and each only once
  fix: leave it out`,
  },
  {
    rule: 'pool-zone-or-zones',
    broken: withPool({ ...TWO, failureDomain: 'az1' }),
    sound: withPool({ failureDomain: 'az1' }),
    says: `mothership/demo/workers: failureDomain is "az1"
  allowed: none; failureDomains ("az1", "az2") sets the zones
  fix: leave one of the two out`,
  },
  {
    rule: 'pool-zones-room',
    broken: withPool({ ...TWO, autoscale: { minSize: 0, maxSize: 1 } }),
    sound: withPool({ ...TWO, autoscale: { minSize: 0, maxSize: 2 } }),
    says: `mothership/demo/workers: autoscale.maxSize is 1
  allowed: at least one machine for each of the 2 failureDomains, which share the number
  fix: write 2, or leave zones out`,
  },
  {
    rule: 'pool-zone-name',
    broken: named(LONG, 'availability-zone-1'),
    sound: named(LONG, 'az1'),
    says: `mothership/${LONG}/workers: failureDomains is "availability-zone-1"
  allowed: zones with which "${LONG}-workers-<zone>" has at most 63 characters
  fix: shorten the name of the pool or the cluster by 14`,
  },
  {
    rule: 'pool-zone-taken',
    broken: clusterModel({ pools: [poolModel(TWO), poolModel({ name: 'workers-az1' })] }),
    sound: clusterModel({ pools: [poolModel(TWO), poolModel({ name: 'workers-az3' })] }),
    says: `mothership/demo/workers: name is "workers"
  allowed: a name that, with a zone, matches no MachineDeployment of the pool "workers-az1"
  fix: rename one of the two`,
  },
  {
    rule: 'pool-zone-name',
    broken: named(LONG, 'zone12'),
    sound: named(LONG, 'zone1'),
    says: `mothership/${LONG}/workers: failureDomains is "zone12"
  allowed: zones with which "${LONG}-workers-<zone>" has at most 63 characters
  fix: shorten the name of the pool or the cluster by 1`,
  },
  {
    rule: 'pool-zone-name',
    broken: longest({ failureDomains: ['b'] }),
    sound: longest({}),
    says: `mothership/demo/workers-10: failureDomains is "b"
  allowed: zones with which "${'a'.repeat(52)}-workers-10-<zone>" has at most 63 characters
  fix: shorten the name of the pool or the cluster by 2`,
  },
];

function longest(pool: Partial<AssembledPool>) {
  const name = 'a'.repeat(52);
  const deploymentName = `${name}-workers-10`;
  return clusterModel({
    name,
    pools: [poolModel({ name: 'workers-10', deploymentName, ...pool })],
  });
}

function named(name: string, ...failureDomains: string[]) {
  const deploymentName = `${name}-workers`;
  const path = `mothership/${name}/workers`;
  return clusterModel({ name, pools: [poolModel({ deploymentName, path, failureDomains })] });
}
