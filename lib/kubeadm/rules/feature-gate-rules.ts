import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { Gates, KubernetesFeatureGates } from '../model/feature-gates';
import type { ControlPlaneSubject } from './subjects';

type Place = keyof KubernetesFeatureGates;

const PLACES: readonly Place[] = [
  'everywhere',
  'apiServer',
  'controllerManager',
  'scheduler',
  'kubelet',
  'kubeadm',
];
const NARROWER: readonly Place[] = ['apiServer', 'controllerManager', 'scheduler', 'kubelet'];
const NAME = /^[A-Z][A-Za-z0-9]*$/;
const GATES = 'kubernetes/component-base@v0.32.0:featuregate/feature_gate.go';

/** Rules on feature gates. */
export const FEATURE_GATE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'feature-gate-name',
    reason: 'A component does not start with an invalid gate name.',
    source: GATES,
    check({ controlPlane: { path, featureGates } }, refuse) {
      visit(featureGates, (place, gates) => {
        for (const name in gates) {
          if (NAME.test(name)) continue;
          const better = name.replace(/[^A-Za-z0-9].*$/, '').replace(/^[a-z]/, upper);
          refuse(
            { path, prop: `featureGates.${place}` },
            {
              given: name,
              allowed: 'names of letters and digits, starting with a capital letter',
              fix: NAME.test(better) ? write(better) : leaveOut(),
            },
          );
        }
      });
    },
  },
  {
    id: 'feature-gate-value',
    reason: 'A component does not start with a gate that is neither true nor false.',
    source: GATES,
    check({ controlPlane: { path, featureGates } }, refuse) {
      visit(featureGates, (place, gates) => {
        for (const [name, isOn] of Object.entries<unknown>(gates)) {
          if (typeof isOn === 'boolean') continue;
          refuse(
            { path, prop: `featureGates.${place}.${name}` },
            {
              given: isOn,
              allowed: 'true or false',
              fix: isOn === 'true' || isOn === 'false' ? write(isOn === 'true') : leaveOut(),
            },
          );
        }
      });
    },
  },
  {
    id: 'feature-gate-twice',
    reason: 'A gate that is set everywhere and for one component is ambiguous.',
    source: GATES,
    check({ controlPlane: { path, featureGates } }, refuse) {
      const { everywhere = {} } = featureGates;
      for (const place of NARROWER) {
        for (const name in featureGates[place]) {
          if (!Object.hasOwn(everywhere, name)) continue;
          refuse(
            { path, prop: `featureGates.${place}.${name}` },
            {
              given: featureGates[place]?.[name],
              allowed: 'gates that are not in everywhere',
              fix: 'set the gate in only one of the two',
            },
          );
        }
      }
    },
  },
];

function visit(gates: KubernetesFeatureGates, look: (place: Place, gates: Gates) => void): void {
  for (const place of PLACES) {
    const some = gates[place];
    if (some !== undefined) look(place, some);
  }
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
