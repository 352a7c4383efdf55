import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** How a cloud is reached, as `clouds.yaml` or the environment has it. */
export interface CloudAccess {
  /** Where it was found, for messages: an entry of a file, or the environment. */
  readonly origin: string;
  /** URL of Keystone. */
  readonly authUrl: string;
  /** Values of `auth`, by their names in `clouds.yaml`. */
  readonly auth: Readonly<Record<string, string>>;
  /** Region to work in; absent takes the only one. */
  readonly region?: string;
  /** Kind of endpoint: `public`, `internal` or `admin`. */
  readonly interface: string;
  /** Certificates of the authority, in PEM. */
  readonly ca?: string;
  /** Whether certificates are verified. */
  readonly verify: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds out how a cloud is reached, in the places and the order that OpenStack's own tools know.
 *
 * @param entry Entry of `clouds.yaml`; absent takes `OS_CLOUD`, else the variables `OS_*`.
 * @throws Error when there is no such entry, or nothing is said at all.
 */
export function cloudAccess(
  entry?: string,
  environment: Environment = process.env,
  folder: string = process.cwd(),
): CloudAccess {
  const name = entry ?? environment.OS_CLOUD;
  return name === undefined ? fromEnvironment(environment) : fromFile(name, environment, folder);
}

function fromFile(name: string, environment: Environment, folder: string): CloudAccess {
  const files = cloudFiles(environment, folder);
  const file = files.find((path) => existsSync(path));
  if (file === undefined) {
    throw new Error(
      `cloud ${JSON.stringify(name)}: there is no clouds.yaml\n` +
        `  allowed: one of ${files.join(', ')}\n  fix: export OS_CLIENT_CONFIG_FILE=path/to/clouds.yaml`,
    );
  }
  const clouds = cloudsIn(file);
  const plain = clouds[name];
  if (!isFields(plain)) {
    throw new Error(
      `${file}: there is no cloud ${JSON.stringify(name)}\n` +
        `  allowed: ${Object.keys(clouds).join(', ')}\n  fix: export OS_CLOUD=${Object.keys(clouds)[0] ?? 'name'}`,
    );
  }
  const secure = file.replace(/clouds(\.ya?ml)$/, 'secure$1');
  const secret = secure !== file && existsSync(secure) ? cloudsIn(secure)[name] : undefined;
  const merged = isFields(secret) ? deepMerged(plain, secret) : plain;
  return accessOf(`cloud ${name} of ${file}`, merged);
}

function cloudFiles(environment: Environment, folder: string): readonly string[] {
  const given = environment.OS_CLIENT_CONFIG_FILE;
  if (given !== undefined && given !== '') return [given];
  const config = environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  return [folder, join(config, 'openstack'), '/etc/openstack'].map((one) =>
    join(one, 'clouds.yaml'),
  );
}

function cloudsIn(file: string): Fields {
  const document = load(readFileSync(file, 'utf8'));
  const clouds = isFields(document) ? document.clouds : undefined;
  return isFields(clouds) ? clouds : {};
}

function fromEnvironment(environment: Environment): CloudAccess {
  const auth: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('OS_') || value === undefined || value === '') continue;
    auth[
      name
        .slice('OS_'.length)
        .toLowerCase()
        .replace(/^tenant_/, 'project_')
    ] = value;
  }
  return accessOf('the environment', {
    auth,
    region_name: auth.region_name,
    interface: auth.interface,
    cacert: auth.cacert,
    verify: auth.insecure === 'true' ? false : undefined,
  });
}

function accessOf(origin: string, entry: Fields): CloudAccess {
  const auth = isFields(entry.auth) ? texts(entry.auth) : {};
  const authUrl = auth.auth_url;
  if (authUrl === undefined) {
    throw new Error(
      `${origin}: auth_url is missing\n  allowed: the URL of Keystone\n  fix: export OS_CLOUD=name, an entry of clouds.yaml`,
    );
  }
  const { region_name: region, interface: kind, cacert, verify } = entry;
  return {
    origin,
    authUrl: authUrl.replace(/\/+$/, '').replace(/\/v3$/, ''),
    auth,
    interface: typeof kind === 'string' ? kind.replace(/URL$/, '') : 'public',
    verify: verify !== false,
    ...(typeof region === 'string' ? { region } : {}),
    ...(typeof cacert === 'string' ? { ca: readFileSync(cacert, 'utf8') } : {}),
  };
}

function texts(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

function deepMerged(base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = merged[name];
    merged[name] = isFields(before) && isFields(value) ? deepMerged(before, value) : value;
  }
  return merged;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
