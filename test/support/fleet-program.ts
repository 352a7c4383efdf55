import { ApiObject, Chart } from 'cdk8s';
import { LEAST_CLUSTERS } from '../../lib/output/fleet-memory';
import { testFleet } from './fleets';

/** Program of a fleet that is large enough to be remembered, in two states: `TREE_STATE` says which. */
const isLater = process.env.TREE_STATE === 'later';
const { fleet, management, cluster } = testFleet({ outdir: process.env.TREE_OUTDIR ?? '' });
const first = isLater ? 1 : 0;
for (let index = first; index < LEAST_CLUSTERS + first; index += 1) {
  cluster(`c-${index}`, index % 10 === 5 && isLater ? { tags: ['later'] } : {});
}
new ApiObject(new Chart(management, isLater ? 'renamed' : 'tenants'), 'secret', {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'empty' },
  stringData: {},
});
fleet.run();
