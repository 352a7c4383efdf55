import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { refuseSizeNumbers } from '../../cluster/rules/size-numbers';
import type { AzureCloudModel } from '../model/cloud';
import { guidFinding, locationFinding, zoneFinding } from './names';

const TYPES = 'CAPZ@v1.26.0:api/v1beta1/azurecluster_types.go';

/** VM size names: a family, a number of vCPUs and feature letters, of which `p` means Arm. */
const SIZE_NAME = /^Standard_[A-Z]+\d+(?:-\d+)?([a-z]*)(?:_|$)/;

/** Rules for a subscription. */
export const AZURE_CLOUD_RULES: readonly Rule<AzureCloudModel>[] = [
  {
    id: 'azure-subscription-id',
    reason: 'The provider accepts any text, but finds no subscription whose ID has another form.',
    source: TYPES,
    check({ path, subscriptionId }, refuse) {
      const finding = guidFinding(subscriptionId);
      if (finding !== undefined) refuse({ path, prop: 'subscriptionId' }, finding);
    },
  },
  {
    id: 'azure-location',
    reason:
      'The provider accepts any text as a location, but no Azure location has a name of another form.',
    source: TYPES,
    check({ path, location }, refuse) {
      const finding = locationFinding(location);
      if (finding !== undefined) refuse({ path, prop: 'location' }, finding);
    },
  },
  {
    id: 'azure-vm-size-numbers',
    reason: 'The autoscaler computes the capacity of new nodes from these numbers.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check(cloud, refuse) {
      refuseSizeNumbers(cloud, 'vmSizes', refuse);
    },
  },
  {
    id: 'azure-vm-architecture',
    reason:
      'The autoscaler relies on the architecture, and pods for another architecture do not start.',
    source: 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/vm-naming-conventions.md',
    check({ path, sizes }, refuse) {
      for (const [name, { architecture }] of Object.entries(sizes)) {
        const letters = SIZE_NAME.exec(name)?.[1];
        const wanted = letters?.includes('p') === true ? 'arm64' : 'amd64';
        if (letters === undefined || (architecture ?? 'amd64') === wanted) continue;
        refuse(
          { path, prop: `vmSizes[${JSON.stringify(name)}].architecture` },
          {
            given: architecture,
            allowed: `"${wanted}", the architecture of ${name}`,
            fix: write(wanted),
          },
        );
      }
    },
  },
  {
    id: 'azure-subscription-zones',
    reason: 'An Azure location has at most three zones, which are identified by number.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ path, failureDomains = [] }, refuse) {
      for (const zone of failureDomains) {
        const finding = zoneFinding(zone);
        if (finding !== undefined) refuse({ path, prop: 'failureDomains' }, finding);
      }
    },
  },
];
