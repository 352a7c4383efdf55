import type { Rule } from '../../base/rule';
import { valueAt } from '../../base/value-at';
import { nameFrom, RANDOM, withRandom } from './machine-names';
import { isObjectName } from './names';
import { type ObjectSubject, objectRule } from './object-rule';

const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
/** Rules on the names of machines, of control planes and of pools. */
export const NAMING_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-machine-naming',
    reason: 'Two machines cannot have the same name, and the random part makes names unique.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, template] of templatesOf(spec)) {
        if (template.includes(RANDOM)) continue;
        refuse(field, {
          given: template,
          allowed: `a template with ${RANDOM}, including the spaces`,
          fix: withRandom(template),
        });
      }
    },
  }),
  objectRule({
    id: 'object-machine-name',
    reason: 'The names of Machines and Nodes must be valid DNS names.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, template] of templatesOf(spec)) {
        const name = nameFrom(template);
        if (name === undefined || isObjectName(name)) continue;
        refuse(field, {
          given: template,
          allowed: `a template that results in valid DNS names, unlike ${JSON.stringify(name)}`,
          fix: 'use only lower-case letters, digits, "-" and "." around the variables',
        });
      }
    },
  }),
];

function templatesOf(spec: unknown): readonly [string, string][] {
  return ['machineNaming', 'machineNamingStrategy'].flatMap((field): [string, string][] => {
    const template = valueAt(spec, field, 'template');
    return typeof template === 'string' ? [[`spec.${field}.template`, template]] : [];
  });
}
