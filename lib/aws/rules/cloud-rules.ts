import { suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { AwsCloudModel } from '../model/cloud';
import { isRegion, zoneFinding } from './identifiers';

const ENDPOINTS = 'CAPA@v2.11.1:pkg/cloud/scope/session.go';

/** Rules for an account. */
export const AWS_CLOUD_RULES: readonly Rule<AwsCloudModel>[] = [
  {
    id: 'aws-region',
    reason:
      'The provider accepts any text as a region, but finds no AWS endpoints for an unknown one.',
    source: ENDPOINTS,
    check({ path, region }, refuse) {
      if (isRegion(region)) return;
      const better = region.toLowerCase().replace(/[a-z]$/, '');
      refuse(
        { path, prop: 'region' },
        {
          given: region,
          allowed: 'the name of a region',
          fix: isRegion(better) ? write(better) : suchAs('eu-central-1'),
        },
      );
    },
  },
  {
    id: 'aws-account-zones',
    reason: 'Subnets and instances cannot be in zones of another region.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/network/subnets.go',
    check({ path, region, failureDomains = [] }, refuse) {
      for (const zone of failureDomains) {
        const finding = zoneFinding(region, zone);
        if (finding !== undefined) refuse({ path, prop: 'failureDomains' }, finding);
      }
    },
  },
];
