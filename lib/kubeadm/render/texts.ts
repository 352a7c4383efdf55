import type { Arguments } from './control-plane-part';

/** Converts values to argument strings, without those that are undefined. */
export function texts(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Arguments {
  const stated: Record<string, string> = {};
  for (const name in values) {
    if (values[name] !== undefined) stated[name] = String(values[name]);
  }
  return stated;
}
