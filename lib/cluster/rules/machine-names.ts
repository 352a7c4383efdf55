import { type Fix, write } from '../../base/fix';

/** Part of a template that makes machine names unique, with the spaces that Cluster API requires. */
export const RANDOM = '{{ .random }}';

const MOST_CHARACTERS = 63;
const KEPT_CHARACTERS = 58;
/** Variables of a template, with sample values like those of the webhook. */
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/\{\{\s*\.random\s*\}\}/g, 'abcde'],
  [/\{\{\s*\.cluster\.name\s*\}\}/g, 'cluster'],
  [/\{\{\s*\.kubeadmControlPlane\.name\s*\}\}/g, 'kubeadmcontrolplane'],
  [/\{\{\s*\.machineSet\.name\s*\}\}/g, 'machineset'],
];

/** Returns the fix that adds the part that makes machine names unique. */
export function withRandom(template: string): Fix {
  const spaced = template.replace(/\{\{\s*\.?random\s*\}\}/g, RANDOM);
  return write(spaced === template ? `${template}-${RANDOM}` : spaced);
}

/** Returns the name that a template results in; undefined if it contains more than variables. */
export function nameFrom(template: string): string | undefined {
  const name = VARIABLES.reduce(
    (text, [variable, value]) => text.replace(variable, value),
    template,
  );
  if (name.includes('{{')) return undefined;
  return name.length > MOST_CHARACTERS ? `${name.slice(0, KEPT_CHARACTERS)}abcde` : name;
}
