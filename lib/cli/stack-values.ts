import type { ConfigMap, Stack } from '@pulumi/pulumi/automation';

/** Configuration of a stack, by keys with their namespaces. */
export type StackValues = Readonly<Record<string, string | undefined>>;

/** Reads the configuration of a stack. */
export async function valuesOf(stack: Stack): Promise<StackValues> {
  return valuesIn(await stack.getAllConfig());
}

/**
 * Sets values under `capi-fleet:`; equivalent values and all others are not changed.
 *
 * @returns The previous configuration.
 */
export async function configure(
  stack: Stack,
  wanted: Readonly<Record<string, string>>,
): Promise<StackValues> {
  const present = await stack.getAllConfig();
  const changed = Object.entries(wanted)
    .map(([key, value]) => [`capi-fleet:${key}`, value] as const)
    .filter(([key, value]) => !meansSame(present[key]?.value, value))
    .map(([key, value]) => [key, { value }]);
  if (changed.length > 0) await stack.setAllConfig(Object.fromEntries(changed));
  return valuesIn(present);
}

function valuesIn(config: ConfigMap): StackValues {
  return Object.fromEntries(Object.entries(config).map(([key, { value }]) => [key, value]));
}

/** Whether two values name the same clusters or clouds, as a JSON list or separated by commas. */
function meansSame(present: string | undefined, wanted: string): boolean {
  return present !== undefined && listOf(present) === listOf(wanted);
}

function listOf(text: string): string {
  return text
    .replace(/^\s*\[|\]\s*$|"/g, '')
    .split(',')
    .map((name) => name.trim())
    .join(',');
}
