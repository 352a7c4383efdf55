import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { closestWord } from '../../base/closest-word';
import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { Environment } from '../../provision/stack-provider';
import { CloudError } from './cloud-error';

/** Entry of a clouds.yaml, merged with that of its secure.yaml. */
export interface CloudEntry {
  /** File that contains the entry. */
  readonly file: string;
  readonly entry: Fields;
}

/** Requested entry of a clouds.yaml. */
export interface WantedEntry {
  /**
   * Name of the entry.
   *
   * @default - `OS_CLOUD`, else the variables `OS_*`
   */
  readonly entry?: string;
  /**
   * Returns the fix that chooses another entry by name.
   *
   * @default - `export OS_CLOUD=…`
   */
  readonly choose?: (entry: string) => string;
  /**
   * Name of the cloud in the program, which may also be the name of its entry.
   *
   * @default - unknown
   */
  readonly cloud?: string;
}

/** Lists the entries of the first clouds.yaml that exists; undefined without one. */
export function cloudNames(
  environment: Environment,
  folder: string,
): { readonly file: string; readonly names: readonly string[] } | undefined {
  const file = cloudFiles(environment, folder).find((path) => existsSync(path));
  return file === undefined ? undefined : { file, names: Object.keys(cloudsIn(file)) };
}

/** Returns the fix that chooses an existing entry: the one closest to a name, or the only one. */
export function choosing(names: readonly string[], near: string, wanted: WantedEntry): string {
  const { choose = (entry) => `export OS_CLOUD=${entry}` } = wanted;
  const only = names.length === 1 ? names[0] : undefined;
  const close = closestWord(near, names) ?? closestWord(wanted.cloud ?? near, names) ?? only;
  return close === undefined ? `${choose('NAME')}, with one of these names` : choose(close);
}

/**
 * Finds an entry in the first clouds.yaml that exists.
 *
 * @throws CloudError when there is no file, or it has no such entry.
 */
export function cloudEntry(
  name: string,
  wanted: WantedEntry,
  environment: Environment,
  folder: string,
): CloudEntry {
  const files = cloudFiles(environment, folder);
  const file = files.find((path) => existsSync(path));
  if (file === undefined) {
    throw new CloudError({
      place: `cloud ${JSON.stringify(name)}`,
      found: 'there is no clouds.yaml',
      allowed: `one of ${files.join(', ')}`,
      fix: 'export OS_CLIENT_CONFIG_FILE=path/to/clouds.yaml',
    });
  }
  const clouds = cloudsIn(file);
  const plain = clouds[name];
  if (!isMap(plain)) {
    const names = Object.keys(clouds);
    throw new CloudError({
      place: file,
      found: `there is no cloud ${JSON.stringify(name)}`,
      allowed: names.length === 0 ? 'a cloud under "clouds"' : names.join(', '),
      fix: names.length === 0 ? `add clouds.${name}` : choosing(names, name, wanted),
    });
  }
  const secure = file.replace(/clouds(\.ya?ml)$/, 'secure$1');
  const secret = secure !== file && existsSync(secure) ? cloudsIn(secure)[name] : undefined;
  return { file, entry: isMap(secret) ? deepMerged(plain, secret) : plain };
}

function cloudFiles(environment: Environment, folder: string): readonly string[] {
  const given = environment.OS_CLIENT_CONFIG_FILE;
  if (given !== undefined && given !== '') return [given];
  const config = environment.XDG_CONFIG_HOME ?? join(environment.HOME ?? homedir(), '.config');
  return [folder, join(config, 'openstack'), '/etc/openstack'].flatMap((one) => [
    join(one, 'clouds.yaml'),
    join(one, 'clouds.yml'),
  ]);
}

function cloudsIn(file: string): Fields {
  const document = read(file);
  const clouds = isMap(document) ? document.clouds : undefined;
  return isMap(clouds) ? clouds : {};
}

/** The message of a YAML error quotes the file, including secrets, so that it is dropped. */
function read(file: string): unknown {
  try {
    return load(readFileSync(file, 'utf8'));
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CloudError({
      place: file,
      found: isYaml
        ? `line ${(error.mark?.line ?? 0) + 1} is not YAML`
        : `it cannot be read${code}`,
      allowed: 'a clouds.yaml as OpenStack documents it',
      fix: isYaml ? 'correct that line' : 'check its permissions',
    });
  }
}

function deepMerged(base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = merged[name];
    merged[name] = isMap(before) && isMap(value) ? deepMerged(before, value) : value;
  }
  return merged;
}
