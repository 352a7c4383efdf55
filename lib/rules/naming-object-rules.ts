import { write } from '../fix';
import { isObjectName } from './names';
import { type ObjectSubject, objectRule, valueAt } from './object-rule';
import type { Rule } from './rule';

const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
const RANDOM = '{{ .random }}';
const MOST_CHARACTERS = 63;
const KEPT_CHARACTERS = 58;
/** Variables of a template, with values such as the webhook tries. */
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/\{\{\s*\.random\s*\}\}/g, 'abcde'],
  [/\{\{\s*\.cluster\.name\s*\}\}/g, 'cluster'],
  [/\{\{\s*\.kubeadmControlPlane\.name\s*\}\}/g, 'kubeadmcontrolplane'],
  [/\{\{\s*\.machineSet\.name\s*\}\}/g, 'machineset'],
];

/** Rules on the names of machines, of control planes and of pools. */
export const NAMING_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-machine-naming',
    reason: 'Two machines of one name cannot be; the random part tells them apart.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, template] of templatesOf(spec)) {
        if (template.includes(RANDOM)) continue;
        const spaced = template.replace(/\{\{\s*\.?random\s*\}\}/g, RANDOM);
        const better = spaced === template ? `${template}-${RANDOM}` : spaced;
        refuse(field, {
          given: template,
          allowed: `a template with ${RANDOM}, spaces and all`,
          fix: write(better),
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

/** Name that a template gives; undefined where it holds more than variables. */
function nameFrom(template: string): string | undefined {
  const name = VARIABLES.reduce(
    (text, [variable, value]) => text.replace(variable, value),
    template,
  );
  if (name.includes('{{')) return undefined;
  return name.length > MOST_CHARACTERS ? `${name.slice(0, KEPT_CHARACTERS)}abcde` : name;
}
