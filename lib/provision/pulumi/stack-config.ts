import { Config, RunError } from '@pulumi/pulumi';

/** Configuration of a stack, under `capi-fleet:` in its file. */
export interface StackConfig {
  /** Names of the selected clusters. */
  readonly clusters?: readonly string[];
  /** Names of the selected clouds. */
  readonly clouds?: readonly string[];
  /** Suffix of credential names; another value replaces the credentials. */
  readonly rotation?: string;
  /** Whether the manifests are applied to the management clusters. */
  readonly apply: boolean;
  /** Whether applying waits until clusters are available. */
  readonly wait: boolean;
  /** Whether resources that a cluster still uses are deleted anyway, which destroys the cluster. */
  readonly deleteUsed: boolean;
  /** Whether the clouds are checked before anything is created. */
  readonly preflight: boolean;
  /** Entries of `clouds.yaml` by cloud name. */
  readonly cloudEntries: Readonly<Record<string, string>>;
  /** Contexts of the kubeconfig by management cluster name. */
  readonly contexts: Readonly<Record<string, string>>;
}

/**
 * Reads the configuration of the stack.
 *
 * @throws Error that names the key and the command that sets it.
 */
export function readStackConfig(): StackConfig {
  const config = new Config('capi-fleet');
  const clusters = names(config, 'clusters');
  const clouds = names(config, 'clouds');
  const rotation = config.get('rotation');
  return {
    ...(clusters === undefined ? {} : { clusters }),
    ...(clouds === undefined ? {} : { clouds }),
    ...(rotation === undefined ? {} : { rotation: checkedRotation(rotation) }),
    apply: flag(config, 'apply', false),
    wait: flag(config, 'wait', true),
    deleteUsed: flag(config, 'deleteUsed', false),
    preflight: flag(config, 'preflight', true),
    cloudEntries: texts(config, 'cloudEntries', 'homelab', 'an entry of clouds.yaml'),
    contexts: texts(config, 'contexts', 'mothership', 'a context of the kubeconfig'),
  };
}

/** Creates the error of a configuration value, with the command that sets another one. */
export function configError(key: string, given: unknown, allowed: string, example: string): Error {
  const what = given === undefined ? 'is missing' : `is ${JSON.stringify(given)}`;
  return new RunError(
    `capi-fleet:${key} ${what}\n  allowed: ${allowed}\n  fix: pulumi config set ${example}`,
  );
}

const ROTATION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

function checkedRotation(value: string): string {
  if (ROTATION.test(value)) return value;
  const allowed = 'up to 63 letters, digits, dots, dashes and underscores';
  throw configError('rotation', value, allowed, 'capi-fleet:rotation 2');
}

function names(config: Config, key: string): readonly string[] | undefined {
  const text = config.get(key);
  if (text === undefined) return undefined;
  if (!text.trimStart().startsWith('[')) return text.split(',').map((name) => name.trim());
  const list = parsed(text);
  if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list;
  throw configError(key, text, 'names, separated by commas', `capi-fleet:${key} one,two`);
}

function flag(config: Config, key: string, usual: boolean): boolean {
  const text = config.get(key) ?? String(usual);
  if (text === 'true' || text === 'false') return text === 'true';
  throw configError(key, text, 'true or false', `capi-fleet:${key} ${usual}`);
}

function texts(
  config: Config,
  key: string,
  example: string,
  what: string,
): Readonly<Record<string, string>> {
  const text = config.get(key);
  if (text === undefined) return {};
  const values = parsed(text);
  if (isTexts(values)) return values;
  const command = `--path capi-fleet:${key}.${example} name`;
  throw configError(key, text, `${what} for each name`, command);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
