import { loadYaml } from '../base/load-yaml';
import type { ClusterModel } from '../model/cluster';
import { isMap } from '../model/is-map';
import type { Refuse, Rule } from './rule';

const PROVIDER = 'CAPO@v0.14.7:pkg/scope/provider.go';
const PROP = 'credentials.cloudsYaml';

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

type PlaintextCredentials = Extract<ClusterModel['credentials'], { kind: 'plaintext' }>;

const MISREAD: readonly Misread[] = [
  {
    key: 'interface',
    isLost: ({ interface: given, endpoint_type: read }) =>
      given !== undefined && String(read ?? 'public').replace(/URL$/, '') !== String(given),
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

/** Rules on a clouds.yaml as the provider reads it, which is not all that the command line client does. */
export const CLOUDS_YAML_RULES: readonly Rule<ClusterModel>[] = [
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
];

const ENDPOINT_TYPES = ['public', 'internal', 'admin'];

/** The provider takes what it does not know for the public endpoints. */
function checkEndpointType(path: string, entry: Entry, refuse: Refuse): void {
  const { endpoint_type: given } = entry;
  if (given === undefined || ENDPOINT_TYPES.includes(String(given).replace(/URL$/, ''))) return;
  refuse(
    { path, prop: `${PROP}.endpoint_type` },
    { given, allowed: '"public", "internal" or "admin"', fix: 'write "public"' },
  );
}

function entryOf({ cloudsYaml, cloudName }: PlaintextCredentials): Entry {
  const loaded = loadYaml(cloudsYaml);
  const [root] = 'reason' in loaded ? [] : loaded.documents;
  const clouds = isMap(root) ? root.clouds : undefined;
  const entry = isMap(clouds) ? clouds[cloudName] : undefined;
  return isMap(entry) ? entry : {};
}
