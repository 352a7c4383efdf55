import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import type { Refuse, Rule } from '../../base/rule';
import { closestWord, wordsFor } from '../../base/words';
import type { OpenStackCluster } from '../model/cluster';

const PROVIDER = 'CAPO@v0.14.7:pkg/scope/provider.go';
const PROP = 'credentials.cloudsYaml';

type Place = Parameters<Refuse>[0];

type Entry = Readonly<Record<string, unknown>>;

/** What of an entry of clouds.yaml the provider passes over, or does not take as it stands. */
interface Misread {
  /** Key of the entry. */
  readonly key: string;
  /** Tells whether the entry means something by the key that the provider would not do. */
  readonly isLost: (entry: Entry, credentials: PlaintextCredentials) => boolean;
  /** What the provider reads in its place. */
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
    allowed: 'endpoint_type, which is what the provider reads',
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
    allowed: 'the certificates themselves, as the provider reads no file',
    fix: 'write the contents of the file as caCertificate',
  },
  {
    key: 'cert',
    isLost: ({ cert }) => cert !== undefined,
    allowed: 'no client certificate, which the provider does not present',
    fix: 'log in by password or application credential',
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
  /** Those that decide what the provider does. */
  readonly read: readonly string[];
  /** Those that the provider reads for nothing, or that are for other clients, and look like those it reads. */
  readonly others: readonly RegExp[];
  /** What was meant by keys that are far from their right spelling. */
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

/** Rules on a clouds.yaml as the provider reads it, which is not all that the command line client does. */
export const CLOUDS_YAML_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'clouds-yaml-read',
    reason:
      'The provider unmarshals clouds.yaml itself, and passes over keys that clients understand.',
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
    reason:
      'The provider passes over a key that it does not know, and what the key was to say is lost.',
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

/** Refuses keys that are nearly those that the provider reads. Others may be for other clients. */
function checkKeys(place: Place, given: Entry, keys: Keys, refuse: Refuse): void {
  const missing = keys.read.filter((key) => given[key] === undefined);
  for (const key of Object.keys(given)) {
    if (keys.read.includes(key) || keys.others.some((other) => other.test(key))) continue;
    const meant = keys.meant[key] ?? closestWord(key, missing, mostDifferences(key));
    if (meant === undefined || !missing.includes(meant)) continue;
    refuse(place, {
      given: key,
      allowed: `${wordsFor(keys.read, 'and')}, which the provider reads`,
      fix: `write it as ${meant}`,
    });
  }
}

/** Short words are near to each other by chance. */
function mostDifferences({ length }: string): number {
  return Math.max(1, Math.floor(length / 3));
}

const ENDPOINT_TYPES = ['public', 'internal', 'admin'];

/** The provider takes what it does not know for the public endpoints. */
function checkEndpointType(path: string, entry: Entry, refuse: Refuse): void {
  const { endpoint_type: given } = entry;
  if (given === undefined || ENDPOINT_TYPES.includes(endpointsOf(given))) return;
  refuse(
    { path, prop: `${PROP}.endpoint_type` },
    { given, allowed: '"public", "internal" or "admin"', fix: 'write "public"' },
  );
}

/** Kind of endpoints that a name means, which may have an old ending. */
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
