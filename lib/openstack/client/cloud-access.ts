import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { Environment } from '../../provision/stack-provider';
import { CloudError } from './cloud-error';
import { choosing, cloudEntry, cloudNames, type WantedEntry } from './clouds-file';

/** Access to a cloud, from `clouds.yaml` or the environment. */
export interface CloudAccess {
  /** Source, for messages: an entry of a file, or the environment. */
  readonly origin: string;
  /** URL of Keystone, without its version. */
  readonly authUrl: string;
  /** Values of `auth` by name in `clouds.yaml`. */
  readonly auth: Readonly<Record<string, string>>;
  /** Region; absent for the first one of the catalog. */
  readonly region?: string;
  /** Source of the region, for messages; absent without a region. */
  readonly regionFrom?: string;
  /** Kind of endpoint: `public`, `internal` or `admin`. */
  readonly interface: string;
  /** CA certificates, in PEM. */
  readonly ca?: string;
  /** Whether certificates are verified. */
  readonly verify: boolean;
}

/**
 * Finds the access to a cloud in the same places and the same order as OpenStack's own tools.
 *
 * @throws CloudError when there is no such entry, or no cloud is configured.
 */
export function cloudAccess(
  wanted: WantedEntry = {},
  environment: Environment = process.env,
  folder: string = process.cwd(),
): CloudAccess {
  const name = wanted.entry ?? given(environment.OS_CLOUD);
  if (name === undefined) return fromEnvironment(wanted, environment, folder);
  const found = cloudEntry(name, wanted, environment, folder);
  return accessOf(`cloud ${name} of ${found.file}`, found.entry, environment);
}

function fromEnvironment(
  wanted: WantedEntry,
  environment: Environment,
  folder: string,
): CloudAccess {
  const auth: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('OS_') || value === undefined || value === '') continue;
    const key = name.slice('OS_'.length).toLowerCase();
    auth[key.replace(/^tenant_/, 'project_')] = value;
  }
  if (auth.auth_url === undefined) throw nothingSaid(wanted, environment, folder);
  const entry = {
    auth,
    interface: auth.interface ?? auth.endpoint_type,
    cacert: auth.cacert,
    verify: /^(true|1|yes)$/i.test(auth.insecure ?? '') ? false : undefined,
  };
  return accessOf('the environment', entry, environment);
}

/** Creates the error for a missing cloud name, with the available entries. */
function nothingSaid(wanted: WantedEntry, environment: Environment, folder: string): CloudError {
  const known = cloudNames(environment, folder);
  const names = known?.names ?? [];
  return new CloudError({
    place: 'the environment',
    found:
      environment.OS_CLOUD === '' ? 'OS_CLOUD is empty' : 'OS_CLOUD and OS_AUTH_URL are missing',
    allowed:
      known === undefined || names.length === 0
        ? 'an entry of a clouds.yaml, or the variables OS_* with credentials'
        : `an entry of ${known.file}: ${names.join(', ')}`,
    fix: names.length === 0 ? 'export OS_CLOUD=NAME' : choosing(names, wanted.cloud ?? '', wanted),
  });
}

function accessOf(origin: string, entry: Fields, environment: Environment): CloudAccess {
  const auth = isMap(entry.auth) ? texts(entry.auth) : {};
  const authUrl = auth.auth_url;
  if (authUrl === undefined) {
    throw new CloudError({
      place: origin,
      found: 'auth_url is missing',
      allowed: 'the URL of Keystone',
      fix: 'add auth.auth_url',
    });
  }
  const { region_name: ownRegion, cacert, verify } = entry;
  const region = given(environment.OS_REGION_NAME) ?? ownRegion;
  const kind = entry.interface ?? entry.endpoint_type;
  return {
    origin,
    authUrl: authUrl.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, ''),
    auth,
    interface: typeof kind === 'string' ? kind.replace(/URL$/, '') : 'public',
    verify: verify !== false,
    ...(typeof region === 'string' && region !== ''
      ? { region, regionFrom: region === ownRegion ? `region_name of ${origin}` : 'OS_REGION_NAME' }
      : {}),
    ...(typeof cacert === 'string' ? { ca: certificates(origin, cacert) } : {}),
  };
}

function certificates(origin: string, file: string): string {
  try {
    return readFileSync(file.replace(/^~(?=\/)/, homedir()), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CloudError({
      place: origin,
      found: `cacert is ${JSON.stringify(file)}, which cannot be read${code}`,
      allowed: 'a file with certificates in PEM',
      fix: 'correct cacert',
    });
  }
}

function texts(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
