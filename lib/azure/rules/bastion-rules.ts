import { tryParseCidr } from '../../base/cidr';
import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { AzureCluster } from '../model/cluster';
import { isNetworkRange, isPart, overlaps } from './network-rules';

const LONGEST_PREFIX = 26;

/** Rules for Azure Bastion. */
export const AZURE_BASTION_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-bastion-tunneling',
    reason: 'The webhook accepts tunneling only with the Standard SKU.',
    source: 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go',
    check({ path, bastion }, refuse) {
      if (bastion?.enableTunneling !== true || bastion.sku === 'Standard') return;
      refuse(
        { path, prop: 'bastion.sku' },
        {
          given: bastion.sku,
          allowed: '"Standard" when enableTunneling is true',
          fix: write('Standard', { or: 'leave enableTunneling out' }),
        },
      );
    },
  },
  {
    id: 'azure-bastion-range',
    reason: 'Azure Bastion needs its own subnet of at least 64 addresses inside the network.',
    source: 'MicrosoftDocs/azure-docs@main:articles/bastion/configuration-settings.md',
    check({ path, bastion, network }, refuse) {
      const range = tryParseCidr(network.nodeCidr);
      if (bastion === undefined || range === undefined || !isNetworkRange(range)) return;
      const cidr = tryParseCidr(bastion.cidr);
      const others = network.subnets.flatMap((subnet) => tryParseCidr(subnet.cidr) ?? []);
      const isRight = cidr !== undefined && isPart(cidr, range) && cidr.prefix <= LONGEST_PREFIX;
      if (isRight && !overlaps(cidr, others)) return;
      refuse(
        { path, prop: 'bastion.cidr' },
        {
          given: bastion.cidr,
          allowed: `a part of ${range.text}, a /${LONGEST_PREFIX} or larger, that no subnet uses`,
          fix: 'write an unused range, and set subnets that leave room for it',
        },
      );
    },
  },
];
