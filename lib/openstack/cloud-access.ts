import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { CloudError } from './cloud-error';
import { cloudEntry, type Environment } from './clouds-file';
import { type Fields, isFields } from './fields';

/** How a cloud is reached, as `clouds.yaml` or the environment has it. */
export interface CloudAccess {
  /** Where it was found, for messages: an entry of a file, or the environment. */
  readonly origin: string;
  /** URL of Keystone, without its version. */
  readonly authUrl: string;
  /** Values of `auth`, by their names in `clouds.yaml`. */
  readonly auth: Readonly<Record<string, string>>;
  /** Region to work in; absent takes the first of the catalog. */
  readonly region?: string;
  /** Kind of endpoint: `public`, `internal` or `admin`. */
  readonly interface: string;
  /** Certificates of the authority, in PEM. */
  readonly ca?: string;
  /** Whether certificates are verified. */
  readonly verify: boolean;
}

/**
 * Finds out how a cloud is reached, in the places and the order that OpenStack's own tools know.
 *
 * @param entry Entry of `clouds.yaml`; absent takes `OS_CLOUD`, else the variables `OS_*`.
 * @throws CloudError when there is no such entry, or nothing is said at all.
 */
export function cloudAccess(
  entry?: string,
  environment: Environment = process.env,
  folder: string = process.cwd(),
): CloudAccess {
  const name = entry ?? given(environment.OS_CLOUD);
  if (name === undefined) return fromEnvironment(environment);
  const found = cloudEntry(name, environment, folder);
  return accessOf(`cloud ${name} of ${found.file}`, found.entry, environment);
}

function fromEnvironment(environment: Environment): CloudAccess {
  const auth: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('OS_') || value === undefined || value === '') continue;
    const key = name.slice('OS_'.length).toLowerCase();
    auth[key.replace(/^tenant_/, 'project_')] = value;
  }
  const entry = {
    auth,
    region_name: auth.region_name,
    interface: auth.interface ?? auth.endpoint_type,
    cacert: auth.cacert,
    verify: /^(true|1|yes)$/i.test(auth.insecure ?? '') ? false : undefined,
  };
  return accessOf('the environment', entry, environment);
}

function accessOf(origin: string, entry: Fields, environment: Environment): CloudAccess {
  const auth = isFields(entry.auth) ? texts(entry.auth) : {};
  const authUrl = auth.auth_url;
  if (authUrl === undefined) {
    throw new CloudError({
      place: origin,
      found: 'auth_url is missing',
      allowed: 'the URL of Keystone',
      fix:
        origin === 'the environment'
          ? 'export OS_CLOUD=name, an entry of clouds.yaml'
          : 'add auth.auth_url',
    });
  }
  const { region_name: region = environment.OS_REGION_NAME, cacert, verify } = entry;
  const kind = entry.interface ?? entry.endpoint_type;
  return {
    origin,
    authUrl: authUrl.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, ''),
    auth,
    interface: typeof kind === 'string' ? kind.replace(/URL$/, '') : 'public',
    verify: verify !== false,
    ...(typeof region === 'string' && region !== '' ? { region } : {}),
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
