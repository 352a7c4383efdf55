import type { Rule } from '../../base/rule';
import { mapAt, valueAt } from '../../base/value-at';
import { GROUPS } from '../../cluster/render/context';
import { controlPlaneOf } from '../../cluster/rules/control-plane-object';
import {
  type ObjectSetSubject,
  objectSetRule,
  objectsOf,
} from '../../cluster/rules/object-set-rule';
import { hasNoFloatingIP, isBalanced } from './infrastructure-object-rules';

/** Rules on the endpoint of an API server in the objects of a cluster. */
export const ENDPOINT_OBJECT_RULES: readonly Rule<ObjectSetSubject>[] = [
  objectSetRule({
    id: 'object-endpoint-machines',
    reason: 'Without a load balancer, the floating IP stays on the first machine.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
    check(subject, refuse) {
      for (const at of objectsOf(subject, GROUPS.infrastructure, 'OpenStackCluster')) {
        const { name } = at.object.metadata;
        const plane = controlPlaneOf(
          subject,
          (cluster) => valueAt(cluster, 'spec', 'infrastructureRef', 'name') === name,
        );
        const replicas = Number(valueAt(plane, 'spec', 'replicas'));
        if (!(replicas > 1)) continue;
        const spec = mapAt(at.object, 'spec');
        if (isBalanced(spec) || hasNoFloatingIP(spec) || hasHost(spec)) continue;
        refuse(at, 'spec', {
          given: 'a floating IP without a load balancer',
          allowed: `one control-plane machine with a floating IP, not ${replicas}`,
          fix: 'enable the load balancer, or write replicas: 1',
        });
      }
    },
  }),
];

function hasHost(spec: unknown): boolean {
  return valueAt(spec, 'controlPlaneEndpoint', 'host') !== undefined;
}
