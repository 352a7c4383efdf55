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
    reason: 'Two machines of one name cannot be; the random part tells them apart.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, template] of templatesOf(spec)) {
        if (template.includes(RANDOM)) continue;
        refuse(field, {
          given: template,
          allowed: `a template with ${RANDOM}, spaces and all`,
          fix: withRandom(template),
        });
      }
    },
  }),
  objectRule({
    id: 'object-machine-name',
    reason: 'Machines are objects and nodes, whose names are those of hosts.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, template] of templatesOf(spec)) {
        const name = nameFrom(template);
        if (name === undefined || isObjectName(name)) continue;
        refuse(field, {
          given: template,
          allowed: `a template of host names, and not of such as ${JSON.stringify(name)}`,
          fix: 'write it with small letters, digits, "-" and "." around the variables',
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
