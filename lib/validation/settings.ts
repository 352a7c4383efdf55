import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Yaml from 'js-yaml';

/** Settings file of cdk8s. */
const SETTINGS = 'cdk8s.yaml';

/** Class name of the plugin in the settings. */
export const PLUGIN_CLASS = 'FleetRules';

/** Environment variables that cdk8s sets and that are read here. */
export interface SynthEnvironment {
  readonly CDK8S_OUTDIR?: string | undefined;
  readonly CDK8S_RECORD_CONSTRUCT_METADATA?: string | undefined;
}

/**
 * Returns the output folder of `cdk8s synth` if the plugin runs after the program.
 *
 * Without validations, or with only those of others, a program must report its mistakes itself.
 */
export function reportFolder(environment: SynthEnvironment, folder: string): string | undefined {
  const { CDK8S_OUTDIR: outdir, CDK8S_RECORD_CONSTRUCT_METADATA: recorded } = environment;
  if (outdir === undefined || recorded !== 'true') return undefined;
  return namesPlugin(settingsIn(folder)) ? outdir : undefined;
}

function settingsIn(folder: string): unknown {
  const { load } = require('js-yaml') as typeof Yaml;
  try {
    return load(readFileSync(join(folder, SETTINGS), 'utf8'));
  } catch {
    // Unreadable settings name no plugin, so the program reports its mistakes itself.
    return undefined;
  }
}

function namesPlugin(settings: unknown): boolean {
  const validations = member(settings, 'validations');
  return (
    Array.isArray(validations) && validations.some((one) => member(one, 'class') === PLUGIN_CLASS)
  );
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
