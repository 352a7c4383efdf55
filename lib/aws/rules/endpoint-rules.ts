import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { timingRule } from '../../cluster/rules/timing-rule';
import type { AwsCluster } from '../model/cluster';
import type { AwsEndpointModel, AwsHealthCheck } from '../model/endpoint';
import { idFinding } from './identifiers';
import { ipv4Findings } from './ranges';

const TYPES = 'CAPA@v2.11.1:api/v1beta2/awscluster_types.go';
const GROUPS = 'CAPA@v2.11.1:pkg/cloud/services/securitygroup/securitygroups.go';
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;
const MOST_NAME = 32;
const MOST_PORT = 65_535;
const BOUNDS: Readonly<Record<keyof AwsHealthCheck, readonly [least: number, most: number]>> = {
  intervalSeconds: [5, 300],
  timeoutSeconds: [2, 120],
  thresholdCount: [2, 10],
  unhealthyThresholdCount: [2, 10],
};

type Managed = Extract<AwsEndpointModel, { kind: 'managed' }>;

/** Rules for API server load balancers. */
export const AWS_ENDPOINT_RULES: readonly Rule<AwsCluster>[] = [
  {
    id: 'aws-balancer-name',
    reason: 'AWS rejects other load balancer names.',
    source: TYPES,
    check({ path, endpoint }, refuse) {
      const { name } = managed(endpoint);
      if (name === undefined || NAME.test(name)) return;
      const better = name
        .replace(/[^A-Za-z0-9]+/g, '-')
        .replace(/^-+/, '')
        .slice(0, MOST_NAME)
        .replace(/-+$/, '');
      refuse(
        { path, prop: 'endpoint.name' },
        {
          given: name,
          allowed: `1 to ${MOST_NAME} letters, digits and dashes, not starting or ending with a dash`,
          fix: better === '' ? leaveOut() : nameIt(better),
        },
      );
    },
  },
  {
    id: 'aws-balancer-ids',
    reason: 'The provider finds the subnets and security groups of a load balancer only by ID.',
    source: TYPES,
    check({ path, endpoint, network }, refuse) {
      const { subnetIds = [], securityGroupIds = [] } = managed(endpoint);
      const made = network.kind === 'managed' ? network.subnets.map(({ name }) => name) : [];
      for (const id of subnetIds.filter((one) => !made.includes(one))) {
        const finding = idFinding('subnet', id);
        if (finding !== undefined) refuse({ path, prop: 'endpoint.subnetIds' }, finding);
      }
      for (const id of securityGroupIds) {
        const finding = idFinding('sg', id);
        if (finding !== undefined) refuse({ path, prop: 'endpoint.securityGroupIds' }, finding);
      }
    },
  },
  {
    id: 'aws-allowed-ranges',
    reason: 'Security group rules in an IPv4 VPC accept only IPv4 ranges.',
    source: GROUPS,
    check({ path, endpoint }, refuse) {
      for (const finding of ipv4Findings(managed(endpoint).allowedCidrs)) {
        refuse({ path, prop: 'endpoint.allowedCidrs' }, finding);
      }
    },
  },
  {
    id: 'aws-additional-ports',
    reason: 'A load balancer can have only one listener per port.',
    source: TYPES,
    check({ path, endpoint, apiServerPort }, refuse) {
      const { additionalPorts = [] } = managed(endpoint);
      const right = [...new Set(additionalPorts)].filter(isOther(apiServerPort));
      if (right.length === additionalPorts.length) return;
      refuse(
        { path, prop: 'endpoint.additionalPorts' },
        {
          given: additionalPorts,
          allowed: `ports from 1 to ${MOST_PORT} other than ${apiServerPort}, without duplicates`,
          fix: write(right),
        },
      );
    },
  },
  timingRule({
    id: 'aws-health-check',
    source: TYPES,
    bounds: BOUNDS,
    timingOf: ({ endpoint }) => managed(endpoint).healthCheck,
  }),
];

function managed(endpoint: AwsEndpointModel): Partial<Managed> {
  return endpoint.kind === 'managed' ? endpoint : {};
}

function isOther(apiServerPort: number) {
  return (port: number) => port !== apiServerPort && isWholeNumber(port, 1, MOST_PORT);
}
