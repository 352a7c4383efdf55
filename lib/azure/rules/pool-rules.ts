import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { zoneFinding } from './names';
import type { PoolSubject } from './subjects';

const PRICE = /^\d+(?:\.\d+)?$/;

/** Rules on the zones and subnets of pools. */
export const AZURE_POOL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'azure-pool-zone',
    reason: 'A location has three zones at most, known by their numbers.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ pool: { path, failureDomain, failureDomains = [] } }, refuse) {
      const given = [
        ...(failureDomain === undefined ? [] : [['failureDomain', failureDomain] as const]),
        ...failureDomains.map((zone) => ['failureDomains', zone] as const),
      ];
      for (const [prop, zone] of given) {
        const finding = zoneFinding(zone);
        if (finding === undefined) continue;
        const fix = prop === 'failureDomain' ? finding.fix : 'write zones by their numbers';
        refuse({ path, prop }, { ...finding, fix });
      }
    },
  },
  {
    id: 'azure-pool-subnet',
    reason: 'The provider chooses no subnet where there are several for workers.',
    source: 'CAPZ@v1.26.0:azure/scope/machine.go',
    check({ cluster: { network }, pool: { path, subnet } }, refuse) {
      const names = network.subnets.filter(({ role }) => role === 'node').map(({ name }) => name);
      const [first, second] = names;
      if (subnet !== undefined || first === undefined || second === undefined) return;
      refuse(
        { path, prop: 'subnet' },
        {
          given: undefined,
          allowed: `one of ${names.map((name) => JSON.stringify(name)).join(', ')}`,
          fix: write(first),
        },
      );
    },
  },
];

/** Rules on pools of spot machines. */
export const AZURE_SPOT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'azure-spot-reservation',
    reason: 'Reserved capacity is for machines that stay.',
    source:
      'MicrosoftDocs/azure-docs@main:articles/virtual-machines/capacity-reservation-overview.md',
    check({ pool: { path, capacityReservationGroupId: given } }, refuse) {
      if (given === undefined) return;
      refuse(
        { path, prop: 'capacityReservationGroupId' },
        {
          given,
          allowed: 'none beside preemptible',
          fix: leaveOut({ or: 'leave preemptible out' }),
        },
      );
    },
  },
  {
    id: 'azure-spot-eviction',
    reason: 'A machine on a disk of the host cannot be deallocated, for the disk would be lost.',
    source: 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/ephemeral-os-disks.md',
    check({ pool: { path, preemptible, rootVolume } }, refuse) {
      if (rootVolume?.ephemeral === undefined) return;
      if (preemptible?.evictionPolicy !== 'Deallocate') return;
      refuse(
        { path, prop: 'preemptible.evictionPolicy' },
        {
          given: preemptible.evictionPolicy,
          allowed: '"Delete" beside osDisk.ephemeral',
          fix: write('Delete', { or: 'leave osDisk.ephemeral out' }),
        },
      );
    },
  },
  {
    id: 'azure-spot-price',
    reason: 'Azure takes a price as a number of dollars.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/spot-vms.md',
    check({ pool: { path, preemptible } }, refuse) {
      const { maxPrice } = preemptible ?? {};
      if (maxPrice === undefined || isPrice(maxPrice)) return;
      const better = maxPrice.startsWith('-') ? '' : maxPrice.replace(/[^\d.]/g, '');
      refuse(
        { path, prop: 'preemptible.maxPrice' },
        {
          given: maxPrice,
          allowed: 'dollars for an hour, such as "0.05"',
          fix: isPrice(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
];

function isPrice(text: string): boolean {
  return PRICE.test(text) && Number(text) > 0;
}
