import { type ConfigFiles, filesOfModule, filesOfRelease, hasRelease } from './config-files';
import {
  CLOUD_WEBHOOKS,
  CLUSTER_API,
  CLUSTER_API_1_14,
  DEV_PROVIDER,
  OPENSTACK_PROVIDERS,
  type Peer,
  type Release,
} from './peers';

/** Cluster API releases that a lab can stand in for. */
export type LabProfile = 'v1.10' | 'v1.13' | 'v1.14';

/** Manager with the files of its release. */
export interface Managed {
  readonly peer: Peer;
  readonly files: ConfigFiles;
}

/** What a management cluster has. */
export interface LabPlan {
  /** Releases of which the CRDs are served and no controller runs. */
  readonly definitions: readonly ConfigFiles[];
  readonly managers: readonly Managed[];
}

/** What of a plan runs. */
export interface PlanOptions {
  /** Whether the managers run, with their webhooks and conversion. */
  readonly controllers: boolean;
  /** Whether those of the OpenStack provider run too, where there are such. */
  readonly openStack: boolean;
}

interface Profile {
  readonly managers: readonly Peer[];
  /** Releases whose CRDs and webhooks are served in place of the managers' own, one for each. */
  readonly served?: readonly Release[];
  readonly openStack: readonly Peer[];
  /** Webhooks of the providers of other clouds, of which no controller runs. */
  readonly otherClouds: readonly Peer[];
  /** Releases whose CRDs are in a folder, as no module of them can be had. */
  readonly foreign: readonly string[];
  /** Releases whose CRDs are served besides. */
  readonly besides: readonly Release[];
}

const ADDON_PROVIDER = 'sigs.k8s.io/cluster-api-addon-provider-helm';
const OPERATOR = 'sigs.k8s.io/cluster-api-operator';
const RESOURCE_CONTROLLER = 'github.com/k-orc/openstack-resource-controller';

const ADDONS: readonly Release[] = [
  { module: ADDON_PROVIDER, version: 'v0.6.4' },
  { module: OPERATOR, version: 'v0.28.0' },
];

/** Providers of other clouds whose CRDs are served where the folder of CRDs has them, as no module of them can be had. */
const CLOUDS_OF_FOLDER: Readonly<Record<string, string>> = Object.freeze({
  azure: 'cluster-api-azure-v1.26.0',
  hetzner: 'cluster-api-hetzner-v1.1.8',
});

const PROFILES: Readonly<Record<LabProfile, Profile>> = {
  'v1.10': {
    managers: CLUSTER_API['v1.10.5'],
    openStack: [],
    otherClouds: [],
    foreign: ['cluster-api-openstack-v0.12.4'],
    besides: [...ADDONS, DEV_PROVIDER, { module: RESOURCE_CONTROLLER, version: 'v1.0.2' }],
  },
  'v1.13': {
    managers: CLUSTER_API['v1.13.5'],
    openStack: OPENSTACK_PROVIDERS,
    otherClouds: CLOUD_WEBHOOKS,
    foreign: [],
    besides: [...ADDONS, DEV_PROVIDER],
  },
  // Covered: types, enums, bounds, unknown fields and CEL rules of 1.14, and the webhooks and the conversion of
  // 1.13.5. Not covered: checks that the webhooks of 1.14 added, and what its controllers do.
  'v1.14': {
    managers: CLUSTER_API['v1.13.5'],
    served: CLUSTER_API_1_14,
    openStack: OPENSTACK_PROVIDERS,
    otherClouds: CLOUD_WEBHOOKS,
    foreign: [],
    besides: [...ADDONS, DEV_PROVIDER],
  },
};

/** Tells whether an API server can have the kinds of a cloud's provider, which may have to be in the folder of CRDs. */
export function isServed(cloud: string): boolean {
  const release = CLOUDS_OF_FOLDER[cloud];
  return release === undefined || hasRelease(release);
}

/** Releases that a profile takes from the folder of CRDs. */
export function releasesOf(profile: LabProfile): readonly string[] {
  return PROFILES[profile].foreign;
}

/** What a management cluster of a profile has. */
export function planOf(profile: LabProfile, { controllers, openStack }: PlanOptions): LabPlan {
  const { managers, served = managers, foreign, besides, ...clouds } = PROFILES[profile];
  const own = managers.map((peer, index) => managed(peer, served[index] ?? peer));
  const ofOpenStack = withOwnFiles(clouds.openStack);
  const ofOthers = withOwnFiles(clouds.otherClouds);
  const running = controllers ? [...own, ...(openStack ? ofOpenStack : []), ...ofOthers] : [];
  const idle = [...own, ...ofOpenStack, ...ofOthers].filter((one) => !running.includes(one));
  const definitions = [
    ...idle.map(({ files }) => files),
    ...foreign.map(filesOfRelease),
    ...besides.map(filesOfModule),
    ...Object.values(CLOUDS_OF_FOLDER).filter(hasRelease).map(filesOfRelease),
  ];
  return { managers: running, definitions };
}

/** What a management cluster of clusters in memory has. */
export function devPlan(): LabPlan {
  const peers = [...CLUSTER_API['v1.13.5'], DEV_PROVIDER];
  return { managers: withOwnFiles(peers), definitions: [] };
}

function withOwnFiles(peers: readonly Peer[]): readonly Managed[] {
  return peers.map((peer) => managed(peer, peer));
}

function managed(peer: Peer, release: Release): Managed {
  return { peer, files: filesOfModule(release) };
}
