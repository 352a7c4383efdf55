import { HetznerEndpoint } from '../../../../../lib/hetzner/model/endpoint';
import {
  type HetznerModel,
  hetznerCluster,
  projectModel,
  serverPool,
} from '../../../../support/hetzner-models';
import type { RuleCase } from '../../../assembly/rule-case';

const OTHER = { cloud: projectModel({ path: 'other', name: 'other' }) };
const SOUTH = { namespace: 'south', path: 'south/demo', managementCluster: 'south' } as const;
const ADOPTED = {
  endpoint: HetznerEndpoint.fromLoadBalancer('api', { region: 'fsn1' }).model,
};
const EXTERNAL = { endpoint: HetznerEndpoint.external({ host: 'api.example.org' }).model };

/** Examples of rules on several clusters on Hetzner Cloud. */
export const HETZNER_FLEET_CASES: readonly RuleCase[] = [
  {
    rule: 'hetzner-cluster-taken',
    broken: [one('demo', {}), one('demo', SOUTH)],
    sound: [one('demo', {}), one('demo', { ...SOUTH, ...OTHER })],
    says: `south/demo: name is "demo"
  allowed: a name that no other cluster of the project has; mothership/demo has this one
  fix: name it "demo-2"`,
  },
  {
    rule: 'endpoint-unique',
    broken: [one('a', ADOPTED), one('b', ADOPTED)],
    sound: [one('a', ADOPTED), one('b', { ...ADOPTED, ...OTHER })],
    says: `mothership/b: endpoint.name is "api"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
  {
    rule: 'endpoint-unique',
    broken: [one('a', EXTERNAL), one('b', EXTERNAL)],
    sound: [one('a', {}), one('b', {})],
    says: `mothership/b: endpoint is "api.example.org:6443"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
];

function one(name: string, overrides: Partial<HetznerModel>): HetznerModel {
  return hetznerCluster({
    name,
    pools: [serverPool({ deploymentName: `${name}-workers` })],
    ...overrides,
  });
}
