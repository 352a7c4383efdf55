import type { Rule } from '../../base/rule';
import type { AzureCloudModel } from '../model/cloud';
import { guidFinding, locationFinding, zoneFinding } from './names';

const TYPES = 'CAPZ@v1.26.0:api/v1beta1/azurecluster_types.go';

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
