import { loadYaml } from '../../base/load-yaml';
import type { CredentialsModel } from '../model/credentials';
import type { CloudConfSection } from './cloud-conf';

type PlaintextCredentials = Extract<CredentialsModel, { kind: 'plaintext' }>;
type Entry = Readonly<Record<string, unknown>>;

/** Keys of the section `Global` by the keys of `auth` in `clouds.yaml`. */
const AUTH_KEYS: Readonly<Record<string, string>> = {
  auth_url: 'auth-url',
  application_credential_id: 'application-credential-id',
  application_credential_name: 'application-credential-name',
  application_credential_secret: 'application-credential-secret',
  username: 'username',
  user_id: 'user-id',
  password: 'password',
  project_id: 'tenant-id',
  project_name: 'tenant-name',
  domain_id: 'domain-id',
  domain_name: 'domain-name',
  project_domain_id: 'tenant-domain-id',
  project_domain_name: 'tenant-domain-name',
  user_domain_id: 'user-domain-id',
  user_domain_name: 'user-domain-name',
};

/** Keys of the section `Global` by other keys of an entry of `clouds.yaml`. */
const ENTRY_KEYS: Readonly<Record<string, string>> = {
  region_name: 'region',
  endpoint_type: 'os-endpoint-type',
};

const CACHED_SECTIONS = 200;
const sections = new Map<string, CloudConfSection>();

/**
 * Returns the section `Global` with the credentials of an entry of `clouds.yaml`.
 *
 * It is empty if there is no such entry, which the checks of credentials report.
 */
export function globalSection({ cloudsYaml, cloudName }: PlaintextCredentials): CloudConfSection {
  const key = JSON.stringify([cloudName, cloudsYaml]);
  const known = sections.get(key);
  if (known !== undefined) return known;
  const section = entrySection(cloudsEntry(cloudsYaml, cloudName) ?? {});
  if (sections.size >= CACHED_SECTIONS) sections.clear();
  sections.set(key, section);
  return section;
}

function entrySection(entry: Entry): CloudConfSection {
  return {
    ...renamed(asEntry(entry.auth) ?? {}, AUTH_KEYS),
    ...renamed(entry, ENTRY_KEYS),
    ...(entry.verify === false ? { 'tls-insecure': true } : {}),
  };
}

function cloudsEntry(cloudsYaml: string, cloudName: string): Entry | undefined {
  const loaded = loadYaml(cloudsYaml);
  if (!('documents' in loaded) || loaded.documents.length !== 1) return undefined;
  return asEntry(asEntry(asEntry(loaded.documents[0])?.clouds)?.[cloudName]);
}

function renamed(
  entry: Entry,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const section: Record<string, string> = {};
  for (const [from, to] of Object.entries(names)) {
    const value = entry[from];
    if (typeof value === 'string' || typeof value === 'number') section[to] = String(value);
  }
  return section;
}

function asEntry(value: unknown): Entry | undefined {
  return typeof value === 'object' && value !== null ? (value as Entry) : undefined;
}
