import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { refuseSizeNumbers } from '../../cluster/rules/size-numbers';
import type { AzureCloudModel } from '../model/cloud';
import { guidFinding, locationFinding, zoneFinding } from './names';

const TYPES = 'CAPZ@v1.26.0:api/v1beta1/azurecluster_types.go';

/** Names of sizes: a family, a number of processors and letters, of which a `p` stands for those of ARM. */
const SIZE_NAME = /^Standard_[A-Z]+\d+(?:-\d+)?([a-z]*)(?:_|$)/;

/** Rules on a subscription by itself. */
export const AZURE_CLOUD_RULES: readonly Rule<AzureCloudModel>[] = [
  {
    id: 'azure-subscription-id',
    reason: 'The provider takes any text, and finds no subscription of another form.',
    source: TYPES,
    check({ path, subscriptionId }, refuse) {
      const finding = guidFinding(subscriptionId);
      if (finding !== undefined) refuse({ path, prop: 'subscriptionId' }, finding);
    },
  },
  {
    id: 'azure-location',
    reason: 'The provider takes any text for a location, and Azure has none of another form.',
    source: TYPES,
    check({ path, location }, refuse) {
      const finding = locationFinding(location);
      if (finding !== undefined) refuse({ path, prop: 'location' }, finding);
    },
  },
  {
    id: 'azure-vm-size-numbers',
    reason: 'An autoscaler counts what the nodes of a size would have.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check(cloud, refuse) {
      refuseSizeNumbers(cloud, 'vmSizes', refuse);
    },
  },
  {
    id: 'azure-vm-architecture',
    reason: 'Autoscalers are told of it, and pods of the other architecture do not start.',
    source: 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/vm-naming-conventions.md',
    check({ path, sizes }, refuse) {
      for (const [name, { architecture }] of Object.entries(sizes)) {
        const letters = SIZE_NAME.exec(name)?.[1];
        const wanted = letters?.includes('p') === true ? 'arm64' : 'amd64';
        if (letters === undefined || (architecture ?? 'amd64') === wanted) continue;
        refuse(
          { path, prop: `vmSizes[${JSON.stringify(name)}].architecture` },
          { given: architecture, allowed: `"${wanted}", which ${name} has`, fix: write(wanted) },
        );
      }
    },
  },
  {
    id: 'azure-subscription-zones',
    reason: 'A location has three zones at most, known by their numbers.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/failure-domains.md',
    check({ path, failureDomains = [] }, refuse) {
      for (const zone of failureDomains) {
        const finding = zoneFinding(zone);
        if (finding !== undefined) refuse({ path, prop: 'failureDomains' }, finding);
      }
    },
  },
];
