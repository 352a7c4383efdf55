import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { zoneFinding } from './names';
import type { PoolSubject } from './subjects';

const PRICE = /^\d+(?:\.\d+)?$/;

/** Rules for the zones and subnets of pools. */
export const AZURE_POOL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'azure-pool-zone',
    reason: 'An Azure location has at most three zones, which are identified by number.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ pool: { path, failureDomain, failureDomains = [] } }, refuse) {
      const given = [
        ...(failureDomain === undefined ? [] : [['failureDomain', failureDomain] as const]),
        ...failureDomains.map((zone) => ['failureDomains', zone] as const),
      ];
      for (const [prop, zone] of given) {
        const finding = zoneFinding(zone);
        if (finding === undefined) continue;
        const fix = prop === 'failureDomain' ? finding.fix : 'write zone numbers, such as "1"';
        refuse({ path, prop }, { ...finding, fix });
      }
    },
  },
  {
    id: 'azure-pool-subnet',
    reason: 'The provider does not choose among several worker subnets.',
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

/** Rules for pools of spot VMs. */
export const AZURE_SPOT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'azure-spot-reservation',
    reason: 'Azure does not support reserved capacity for spot VMs.',
    source:
      'MicrosoftDocs/azure-docs@main:articles/virtual-machines/capacity-reservation-overview.md',
    check({ pool: { path, capacityReservationGroupId: given } }, refuse) {
      if (given === undefined) return;
      refuse(
        { path, prop: 'capacityReservationGroupId' },
        {
          given,
          allowed: 'none; spot VMs cannot use a reservation',
          fix: leaveOut({ or: 'leave preemptible out' }),
        },
      );
    },
  },
  {
    id: 'azure-spot-eviction',
    reason:
      'A machine with an ephemeral OS disk cannot be deallocated, because the disk would be lost.',
    source: 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/ephemeral-os-disks.md',
    check({ pool: { path, preemptible, rootVolume } }, refuse) {
      if (rootVolume?.ephemeral === undefined) return;
      if (preemptible?.evictionPolicy !== 'Deallocate') return;
      refuse(
        { path, prop: 'preemptible.evictionPolicy' },
        {
          given: preemptible.evictionPolicy,
          allowed: '"Delete" when osDisk.ephemeral is set',
          fix: write('Delete', { or: 'leave osDisk.ephemeral out' }),
        },
      );
    },
  },
  {
    id: 'azure-spot-price',
    reason: 'Azure accepts a price only as a number of dollars.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/spot-vms.md',
    check({ pool: { path, preemptible } }, refuse) {
      const { maxPrice } = preemptible ?? {};
      if (maxPrice === undefined || isPrice(maxPrice)) return;
      const better = maxPrice.startsWith('-') ? '' : maxPrice.replace(/[^\d.]/g, '');
      refuse(
        { path, prop: 'preemptible.maxPrice' },
        {
          given: maxPrice,
          allowed: 'US dollars per hour, such as "0.05"',
          fix: isPrice(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
];

function isPrice(text: string): boolean {
  return PRICE.test(text) && Number(text) > 0;
}
