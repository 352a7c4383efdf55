import { poolModel } from '../../../../support/models';
import { onCloud, type RuleCase } from '../../../assembly/rule-case';

const PLAIN = { cpus: 4, memory: '8Gi', disk: '30Gi' };

/** Examples of rules on the size of flavors. */
export const SIZE_CASES: readonly RuleCase[] = [
  {
    rule: 'root-volume-size',
    broken: diskless({ rootVolume: { sizeGiB: 0 } }),
    says: `mothership/demo/workers: rootVolume.sizeGiB is 0
  allowed: an integer of 1 GiB or more
  fix: write 30`,
  },
  {
    rule: 'disk-to-boot-from',
    broken: diskless({}),
    sound: diskless({ rootVolume: { sizeGiB: 20 } }),
    says: `mothership/demo/workers: rootVolume is missing
  allowed: a volume, because "diskless" has no disk
  fix: write rootVolume: { sizeGiB: 30 }, or use a flavor with a disk`,
  },
  {
    rule: 'disk-to-boot-from',
    broken: diskless({ failureDomains: ['az1', 'az2'] }),
    sound: diskless({
      failureDomains: ['az1', 'az2'],
      rootVolume: { sizeGiB: 30, availabilityZone: 'machine' },
    }),
    says: `mothership/demo/workers: rootVolume is missing
  allowed: a volume, because "diskless" has no disk
  fix: write rootVolume: { sizeGiB: 30, availabilityZone: "machine" }, or use a flavor with a disk`,
  },
  ...[
    { cpus: 1, memory: '8Gi' },
    { cpus: 4, memory: '1699Mi' },
  ].map(
    (size): RuleCase => ({
      rule: 'control-plane-size',
      broken: sized(size),
      sound: sized({ cpus: 2, memory: '1700Mi' }),
      says: `mothership/demo/control-plane: flavor is "m1.k8s-master"
  allowed: a flavor with at least 2 CPUs and 1700Mi of memory; this one has ${size.cpus} and ${size.memory}
  fix: use a larger flavor`,
    }),
  ),
];

function diskless(pool: Parameters<typeof poolModel>[0]) {
  const flavors = { 'm1.k8s-master': PLAIN, diskless: { ...PLAIN, disk: '0' } };
  return onCloud({ sizes: flavors }, { pools: [poolModel({ size: 'diskless', ...pool })] });
}

function sized(size: { cpus: number; memory: string }) {
  const flavors = { 'm1.k8s-master': { ...PLAIN, ...size }, 'm1.k8s-worker': PLAIN };
  return onCloud({ sizes: flavors });
}
