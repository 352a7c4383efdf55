import { type Fix, write } from '../../base/fix';

/** Part of a template that tells machines apart, with the spaces that Cluster API looks for. */
export const RANDOM = '{{ .random }}';

const MOST_CHARACTERS = 63;
const KEPT_CHARACTERS = 58;
/** Variables of a template, with values such as the webhook tries. */
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/\{\{\s*\.random\s*\}\}/g, 'abcde'],
  [/\{\{\s*\.cluster\.name\s*\}\}/g, 'cluster'],
  [/\{\{\s*\.kubeadmControlPlane\.name\s*\}\}/g, 'kubeadmcontrolplane'],
  [/\{\{\s*\.machineSet\.name\s*\}\}/g, 'machineset'],
];

/** Template with the part that tells machines apart. */
export function withRandom(template: string): Fix {
  const spaced = template.replace(/\{\{\s*\.?random\s*\}\}/g, RANDOM);
  return write(spaced === template ? `${template}-${RANDOM}` : spaced);
}

/** Name that a template gives; undefined where it holds more than variables. */
export function nameFrom(template: string): string | undefined {
  const name = VARIABLES.reduce(
    (text, [variable, value]) => text.replace(variable, value),
    template,
  );
  if (name.includes('{{')) return undefined;
  return name.length > MOST_CHARACTERS ? `${name.slice(0, KEPT_CHARACTERS)}abcde` : name;
}
