import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import type { Refuse, Rule } from '../../base/rule';
import { closestWord, wordsFor } from '../../base/words';
import type { OpenStackCluster } from '../model/cluster';

const PROVIDER = 'CAPO@v0.14.7:pkg/scope/provider.go';
const PROP = 'credentials.cloudsYaml';

type Place = Parameters<Refuse>[0];

type Entry = Readonly<Record<string, unknown>>;

/** Key of a clouds.yaml entry that the provider ignores or does not accept as written. */
interface Misread {
  /** Key of the entry. */
  readonly key: string;
  /** Tells whether the key has a meaning in the entry that the provider would not apply. */
  readonly isLost: (entry: Entry, credentials: PlaintextCredentials) => boolean;
  /** What the provider reads instead. */
  readonly allowed: string;
  /** What to write instead. */
  readonly fix: string;
}

type PlaintextCredentials = Extract<OpenStackCluster['credentials'], { kind: 'plaintext' }>;

const MISREAD: readonly Misread[] = [
  {
    key: 'interface',
    isLost: ({ interface: given, endpoint_type: read }) =>
      given !== undefined && endpointsOf(read ?? 'public') !== endpointsOf(given),
    allowed: 'endpoint_type, which the provider reads instead',
    fix: 'write endpoint_type with that value',
  },
  {
    key: 'verify',
    isLost: ({ verify }) => verify !== undefined && typeof verify !== 'boolean',
    allowed: 'true or false, without quotes',
    fix: 'write it without quotes',
  },
  {
    key: 'cacert',
    isLost: ({ cacert }, { caCertificate }) => cacert !== undefined && caCertificate === undefined,
    allowed: 'the certificates themselves; the provider reads no file',
    fix: 'write the contents of the file as caCertificate',
  },
  {
    key: 'cert',
    isLost: ({ cert }) => cert !== undefined,
    allowed: 'none; the provider does not present client certificates',
    fix: 'use a password or an application credential',
  },
  {
    key: 'regions',
    isLost: ({ regions, region_name: name }) => regions !== undefined && name === undefined,
    allowed: 'region_name with one region',
    fix: 'write region_name, and an entry for each region',
  },
];

/** Keys of a map of clouds.yaml. */
interface Keys {
  /** Keys that the provider uses. */
  readonly read: readonly string[];
  /** Keys that look like used keys, but have no effect in the provider or are for other clients. */
  readonly others: readonly RegExp[];
  /** Intended keys of names that differ a lot from the right spelling. */
  readonly meant: Readonly<Record<string, string>>;
}

const ENTRY_KEYS: Keys = {
  read: ['auth', 'auth_type', 'region_name', 'endpoint_type', 'verify', 'cacert'],
  others: [
    /_(api_version|default_microversion|endpoint_override|interface|service_(name|type)|region_name)$/,
    /^(cert|cloud|key|profile|regions)$/,
  ],
  meant: { region: 'region_name' },
};

const AUTH_KEYS: Keys = {
  read: [
    'auth_url',
    'username',
    'user_id',
    'user_domain_name',
    'user_domain_id',
    'password',
    'token',
    'application_credential_id',
    'application_credential_name',
    'application_credential_secret',
    'project_name',
    'project_id',
    'project_domain_name',
    'project_domain_id',
    'domain_name',
    'domain_id',
  ],
  others: [/^(default_domain(_id|_name)?|passcode|system_scope|trust_id)$/],
  meant: {
    tenant_name: 'project_name',
    tenant_id: 'project_id',
    user_domain: 'user_domain_name',
    project_domain: 'project_domain_name',
  },
};

/** Rules on a clouds.yaml as the provider reads it; it supports less than the command-line client. */
export const CLOUDS_YAML_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'clouds-yaml-read',
    reason:
      'The provider parses clouds.yaml itself, and ignores keys that other clients understand.',
    source: PROVIDER,
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'plaintext') return;
      const entry = entryOf(credentials);
      for (const { key, isLost, allowed, fix } of MISREAD) {
        if (!isLost(entry, credentials)) continue;
        refuse({ path, prop: `${PROP}.${key}` }, { given: entry[key], allowed, fix });
      }
      checkEndpointType(path, entry, refuse);
    },
  },
  {
    id: 'clouds-yaml-key',
    reason: 'The provider ignores keys that it does not know, so a misspelled key has no effect.',
    source: 'gophercloud/utils@main:openstack/clientconfig/results.go',
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'plaintext') return;
      const entry = entryOf(credentials);
      const { auth } = entry;
      checkKeys({ path, prop: PROP }, entry, ENTRY_KEYS, refuse);
      if (isMap(auth)) checkKeys({ path, prop: `${PROP}.auth` }, auth, AUTH_KEYS, refuse);
    },
  },
];

/** Rejects misspellings of keys that the provider reads. Other keys may be for other clients. */
function checkKeys(place: Place, given: Entry, keys: Keys, refuse: Refuse): void {
  const missing = keys.read.filter((key) => given[key] === undefined);
  for (const key of Object.keys(given)) {
    if (keys.read.includes(key) || keys.others.some((other) => other.test(key))) continue;
    const meant = keys.meant[key] ?? closestWord(key, missing, mostDifferences(key));
    if (meant === undefined || !missing.includes(meant)) continue;
    refuse(place, {
      given: key,
      allowed: `the keys that the provider reads: ${wordsFor(keys.read, 'and')}`,
      fix: `rename it to ${meant}`,
    });
  }
}

/** Returns the most differences that a misspelling can have; short words are similar by chance. */
function mostDifferences({ length }: string): number {
  return Math.max(1, Math.floor(length / 3));
}

const ENDPOINT_TYPES = ['public', 'internal', 'admin'];

/** Rejects an unknown endpoint_type, which the provider treats as public. */
function checkEndpointType(path: string, entry: Entry, refuse: Refuse): void {
  const { endpoint_type: given } = entry;
  if (given === undefined || ENDPOINT_TYPES.includes(endpointsOf(given))) return;
  refuse(
    { path, prop: `${PROP}.endpoint_type` },
    { given, allowed: '"public", "internal" or "admin"', fix: 'write "public"' },
  );
}

/** Returns the kind of endpoints that a name means, without its legacy suffix. */
function endpointsOf(name: unknown): string {
  return String(name).replace(/URL$/, '');
}

function entryOf({ cloudsYaml, cloudName }: PlaintextCredentials): Entry {
  const loaded = loadYaml(cloudsYaml);
  const [root] = 'reason' in loaded ? [] : loaded.documents;
  const clouds = isMap(root) ? root.clouds : undefined;
  const entry = isMap(clouds) ? clouds[cloudName] : undefined;
  return isMap(entry) ? entry : {};
}
