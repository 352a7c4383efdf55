import type { Taint } from '../../../../../lib/cluster/model/machine';
import { profile } from '../../../../support/models';
import { type RuleCase, withPool } from '../../../assembly/rule-case';

const GPU: Taint = { key: 'example.org/gpu', value: 'yes', effect: 'NoSchedule' };
const GATE = { featureGates: { machineTaintPropagation: true } };
const GATED = profile('1.13', undefined, GATE);
const PROPAGATED = { taints: [GPU], propagateTaints: true };

/** Examples of rules on taints. */
export const TAINT_CASES: readonly RuleCase[] = [
  {
    rule: 'taint-key',
    broken: taints({ ...GPU, key: 'gpu only' }),
    sound: taints(GPU),
    says: `mothership/demo/workers: taints is "gpu only"
  allowed: keys: a name of at most 63 letters, digits, dashes, dots and underscores, after an optional domain and slash
  fix: write "gpu-only"`,
  },
  {
    rule: 'taint-value',
    broken: taints({ ...GPU, value: 'yes please' }),
    sound: taints({ ...GPU, value: '' }),
    says: `mothership/demo/workers: taints["example.org/gpu"].value is "yes please"
  allowed: at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends
  fix: write "yes-please"`,
  },
  {
    rule: 'taint-effect',
    broken: taints(
      { ...GPU, effect: JSON.parse('"noschedul"') },
      { key: 'a', effect: JSON.parse('"Foo"') },
    ),
    sound: taints(GPU, { ...GPU, effect: 'NoExecute' }, { key: 'a', effect: 'PreferNoSchedule' }),
    says: `mothership/demo/workers: taints["example.org/gpu"].effect is "noschedul"
  allowed: "NoSchedule", "PreferNoSchedule", "NoExecute"
  fix: write "NoSchedule"
mothership/demo/workers: taints["a"].effect is "Foo"
  allowed: "NoSchedule", "PreferNoSchedule", "NoExecute"
  fix: write "NoSchedule"`,
  },
  {
    rule: 'taint-reserved',
    broken: taints({ ...GPU, key: 'node.kubernetes.io/not-ready' }),
    sound: taints({ ...GPU, key: 'node.kubernetes.io/out-of-service' }),
    says: `mothership/demo/workers: taints is "node.kubernetes.io/not-ready"
  allowed: keys that no controller owns
  fix: write "example.org/not-ready" with your own domain, or leave it out`,
  },
  {
    rule: 'taint-reserved',
    broken: taints({ ...GPU, key: 'node-role.kubernetes.io/master' }),
    says: `mothership/demo/workers: taints is "node-role.kubernetes.io/master"
  allowed: keys that no controller owns
  fix: write "example.org/master" with your own domain, or leave it out`,
  },
  {
    rule: 'taint-distinct',
    broken: taints(GPU, { ...GPU, value: 'no' }),
    sound: taints(GPU, { ...GPU, effect: 'NoExecute' }),
    says: `mothership/demo/workers: taints is {"key":"example.org/gpu","value":"no","effect":"NoSchedule"}
  allowed: one taint of each key and effect
  fix: keep one of the values`,
  },
  {
    rule: 'taint-distinct',
    broken: taints(GPU, GPU),
    says: `mothership/demo/workers: taints is {"key":"example.org/gpu","value":"yes","effect":"NoSchedule"}
  allowed: one taint of each key and effect
  fix: leave one of the two out`,
  },
  {
    rule: 'taint-count',
    broken: taints(...many(65)),
    sound: taints(...many(64)),
    says: `mothership/demo/workers: taints.length is 65
  allowed: at most 64 taints
  fix: use one taint for a group of pods`,
  },
  {
    rule: 'taint-propagation-version',
    broken: withPool(PROPAGATED, { profile: profile('1.10', undefined, GATE) }),
    sound: withPool(PROPAGATED, { profile: { ...GATED, clusterApi: '1.12' } }),
    says: `mothership/demo/workers: propagateTaints is true
  allowed: false with Cluster API 1.10; true with 1.12 or later
  fix: leave it out, or use Providers.stable('1.13', { featureGates: { machineTaintPropagation: true } })`,
  },
  {
    rule: 'taint-propagation-gate',
    broken: withPool(PROPAGATED),
    sound: withPool({ taints: [GPU] }),
    says: `mothership/demo/workers: propagateTaints is true
  allowed: true with the feature gate machineTaintPropagation
  fix: leave it out, or enable the gate and add featureGates: { machineTaintPropagation: true } to the options of Providers`,
  },
  {
    rule: 'taint-propagation-gate',
    broken: withPool(PROPAGATED, { profile: { ...profile('1.13'), clusterApi: '1.12' } }),
    says: `mothership/demo/workers: propagateTaints is true
  allowed: true with the feature gate machineTaintPropagation
  fix: leave it out, or enable the gate and add featureGates: { machineTaintPropagation: true } to the options of Providers`,
  },
];

function taints(...list: Taint[]) {
  return withPool({ taints: list });
}

function many(count: number): Taint[] {
  return Array.from({ length: count }, (_, i) => ({ ...GPU, key: `t${i}` }));
}
