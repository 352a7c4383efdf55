import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Yaml from 'js-yaml';

/** File of the settings of cdk8s. */
const SETTINGS = 'cdk8s.yaml';

/** Name of the class that settings name. */
export const PLUGIN_CLASS = 'FleetRules';

/** Variables of a process that cdk8s has started, as far as they are looked at. */
export interface SynthEnvironment {
  readonly CDK8S_OUTDIR?: string | undefined;
  readonly CDK8S_RECORD_CONSTRUCT_METADATA?: string | undefined;
}

/**
 * Folder in which `cdk8s synth` expects the output, where the plugin runs once a program has ended.
 *
 * Without validations, or with those of others alone, a program must report its mistakes itself.
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
    // Settings that cannot be read name no plugin: the program then reports by itself.
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
