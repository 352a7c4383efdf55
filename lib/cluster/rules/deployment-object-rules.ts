import { leaveOut } from '../../base/fix';
import { mapAt, valueAt } from '../../base/value-at';
import { objectRule } from './object-rule';

const WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go';
const AUTOSCALER =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go';
const SIZE = 'cluster.x-k8s.io/cluster-api-autoscaler-node-group';
const CLUSTER_NAME = 'cluster.x-k8s.io/cluster-name';

/** Rules on MachineDeployments and MachineSets. */
export const DEPLOYMENT_OBJECT_RULES = [
  objectRule({
    id: 'object-selector',
    reason: 'The selector of a MachineDeployment must match the machines that it creates.',
    source: WEBHOOK,
    check(spec, refuse) {
      const labels = mapAt(spec, 'template', 'metadata', 'labels');
      const selected = mapAt(spec, 'selector', 'matchLabels');
      for (const [label, value] of Object.entries(selected)) {
        if (labels[label] === value || label === CLUSTER_NAME) continue;
        refuse(`spec.template.metadata.labels[${JSON.stringify(label)}]`, {
          given: labels[label],
          allowed: `${JSON.stringify(value)}, as in spec.selector`,
          fix: 'keep the labels that the selector matches',
        });
      }
    },
  }),
  objectRule({
    id: 'object-cluster-name',
    reason: 'A pool and its machines must belong to the same cluster.',
    source: WEBHOOK,
    check(spec, refuse) {
      const given = valueAt(spec, 'template', 'spec', 'clusterName');
      if (given === spec.clusterName) return;
      refuse('spec.template.spec.clusterName', {
        given,
        allowed: `${JSON.stringify(spec.clusterName)}, as in spec.clusterName`,
        fix: 'write the same name in both',
      });
    },
  }),
  objectRule({
    id: 'object-rollout-still',
    reason: 'A rollout that can neither add nor remove a machine replaces none.',
    source: WEBHOOK,
    check(spec, refuse) {
      const older = valueAt(spec, 'strategy');
      const update = mapAt(older ?? valueAt(spec, 'rollout', 'strategy'), 'rollingUpdate');
      if (update.maxSurge !== 0 || update.maxUnavailable !== 0) return;
      const field = older === undefined ? 'rollout.strategy' : 'strategy';
      refuse(`spec.${field}.rollingUpdate.maxUnavailable`, {
        given: 0,
        allowed: '1 or more with maxSurge 0',
        fix: 'set both in rollout of the pool, one of them to 1 or more',
      });
    },
  }),
  objectRule({
    id: 'object-autoscaler-size',
    reason: 'The autoscaler stops when it cannot read the bounds, or when they are swapped.',
    source: AUTOSCALER,
    check(_spec, refuse, { object }) {
      const { annotations = {} } = object.metadata;
      const [min, max] = ['min', 'max'].map((end) => annotations[`${SIZE}-${end}-size`]);
      for (const [end, size] of [['min', min] as const, ['max', max] as const]) {
        if (size === undefined || isCount(size)) continue;
        refuse(`metadata.annotations["${SIZE}-${end}-size"]`, {
          given: size,
          allowed: 'an integer of 0 or more, as a string',
          fix: 'set both with autoscale of the pool',
        });
      }
      if (!isCount(min) || !isCount(max ?? '0') || Number(min) <= Number(max ?? 0)) return;
      refuse(`metadata.annotations["${SIZE}-min-size"]`, {
        given: min,
        allowed: `an integer from 0 to max-size (${JSON.stringify(max) ?? 0})`,
        fix: 'set both with autoscale of the pool',
      });
    },
  }),
  objectRule({
    id: 'object-replicas-autoscale',
    reason: 'The autoscaler owns the number of machines; a fixed one fights it at every sync.',
    source: WEBHOOK,
    check({ replicas }, refuse, { object }) {
      const { annotations = {} } = object.metadata;
      const isBound = ['min', 'max'].every((end) => `${SIZE}-${end}-size` in annotations);
      if (replicas === undefined || !isBound) return;
      refuse('spec.replicas', {
        given: replicas,
        allowed: 'none; the autoscaler owns the number',
        fix: leaveOut({ or: 'remove both annotations' }),
      });
    },
  }),
];

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text) && Number.isSafeInteger(Number(text));
}
