import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Release that is had as a Go module: a server to build, or only CRDs to take from it. */
export interface Release {
  /** Module with the release. */
  readonly module: string;
  readonly version: string;
  /**
   * Folder in the module with `crd` and `webhook`.
   *
   * @default config
   */
  readonly config?: string;
  /**
   * Folder in the module with the manifests of its webhooks.
   *
   * @default - `webhook` in the folder of `config`
   */
  readonly webhooks?: string;
}

/** Server that is built from a Go module. */
export interface Peer extends Release {
  /** Name of the binary, which ends in its version. */
  readonly name: string;
  /** Main package, as a path in the module. */
  readonly main: string;
  /** Package whose variables hold the version. */
  readonly versionPackage?: string;
  /** Release whose module is required too, so that what both need is built once. */
  readonly beside?: Release;
  /** Modules that are built in another release than the module itself names. */
  readonly with?: Readonly<Record<string, string>>;
  /** What it is: a server or command, a manager with webhooks, controllers without, or the webhooks alone. */
  readonly kind: 'command' | 'manager' | 'controllers' | 'webhooks';
  /** Folder of ours that is built inside a copy of the module, whose internal packages are for itself. */
  readonly source?: string;
  /** Build tag that chooses among the files of that folder. */
  readonly tag?: string;
  /** Feature gates that are switched on. */
  readonly features?: readonly string[];
  /** Flags for how many objects a manager works on at a time. */
  readonly concurrency?: readonly string[];
}

const KUBERNETES = 'v1.32.3';
const CORE = 'sigs.k8s.io/cluster-api';
const FEATURES = ['ClusterTopology', 'MachinePool', 'KubeadmBootstrapFormatIgnition'];

function kubernetes(command: string): Peer {
  return {
    kind: 'command',
    name: `${command}-${KUBERNETES}`,
    module: 'k8s.io/kubernetes',
    version: KUBERNETES,
    main: `cmd/${command}`,
    versionPackage: 'k8s.io/component-base/version',
  };
}

/** Core, kubeadm bootstrap and kubeadm control plane of a release, each with its folder in the module. */
function clusterApi(version: string, core = ''): readonly Peer[] {
  const folders: readonly (readonly [string, string, readonly string[]])[] = [
    ['cluster-api', core, ['cluster', 'machine', 'machineset', 'machinedeployment']],
    ['kubeadm-bootstrap', 'bootstrap/kubeadm', ['kubeadmconfig']],
    ['kubeadm-control-plane', 'controlplane/kubeadm', ['kubeadmcontrolplane']],
  ];
  return folders.map(([name, folder, kinds]) => ({
    kind: 'manager',
    name: `${name}-${version}`,
    module: CORE,
    version,
    main: folder,
    versionPackage: `${CORE}/version`,
    features: FEATURES,
    concurrency: kinds.map((kind) => `${kind}-concurrency`),
    config: folder === '' ? 'config' : `${folder}/config`,
  }));
}

/** API server of a management cluster. */
export const API_SERVER = kubernetes('kube-apiserver');
/** Controllers of Kubernetes itself. */
export const CONTROLLER_MANAGER = kubernetes('kube-controller-manager');
/** Scheduler, which one suite starts. */
export const SCHEDULER = kubernetes('kube-scheduler');
/** Command that machines without a kubectl of their own use. */
export const KUBECTL = kubernetes('kubectl');

/** Managers of Cluster API by release. */
export const CLUSTER_API = {
  'v1.10.5': clusterApi('v1.10.5'),
  'v1.13.5': clusterApi('v1.13.5'),
} as const;

/** Releases of Cluster API of which only CRDs and webhook manifests are used. */
export const CLUSTER_API_1_14: readonly Release[] = clusterApi('v1.14.0', 'core');

const OPENSTACK_PROVIDER: Peer = {
  kind: 'manager',
  name: 'cluster-api-openstack-v0.14.7',
  module: 'sigs.k8s.io/cluster-api-provider-openstack',
  version: 'v0.14.7',
  main: '',
  versionPackage: 'sigs.k8s.io/cluster-api-provider-openstack/version',
};

/** OpenStack provider and the controllers that it leans on. */
export const OPENSTACK_PROVIDERS: readonly Peer[] = [
  OPENSTACK_PROVIDER,
  {
    kind: 'controllers',
    name: 'openstack-resource-controller-v2.4.0',
    module: 'github.com/k-orc/openstack-resource-controller/v2',
    version: 'v2.4.0',
    main: 'cmd/manager',
    beside: OPENSTACK_PROVIDER,
  },
];

/** Provider with clusters of containers, and such in memory; no module of its other releases of 1.13 can be had. */
export const DEV_PROVIDER: Peer = {
  kind: 'manager',
  name: 'cluster-api-dev-v1.13.7',
  module: `${CORE}/test`,
  version: 'v1.13.7',
  main: 'infrastructure/docker',
  versionPackage: `${CORE}/version`,
  with: { [CORE]: 'v1.13.5' },
  features: ['ClusterTopology', 'MachinePool'],
  concurrency: ['concurrency'],
  config: 'infrastructure/docker/config',
};

const WEBHOOKS_SOURCE = join(__dirname, 'webhooks');

/** Webhooks of a provider; its whole manager takes many times as long to build, and needs its cloud to do anything. */
function webhooksOf(tag: string, release: Release, others: Pick<Peer, 'with'> = {}): Peer {
  return {
    ...release,
    ...others,
    kind: 'webhooks',
    name: `webhooks-${tag}-${digestOf(WEBHOOKS_SOURCE)}-${release.version}`,
    main: 'lab-webhooks',
    source: WEBHOOKS_SOURCE,
    tag,
  };
}

/** Webhooks of providers whose clouds no lab has. */
export const CLOUD_WEBHOOKS: readonly Peer[] = [
  webhooksOf('aws', {
    module: 'sigs.k8s.io/cluster-api-provider-aws/v2',
    version: 'v2.11.1',
  }),
  webhooksOf(
    'vsphere',
    {
      module: 'sigs.k8s.io/cluster-api-provider-vsphere',
      version: 'v1.16.1',
      config: 'config/default',
      webhooks: 'config/govmomi/webhook',
    },
    { with: { [CORE]: 'v1.13.1' } },
  ),
];

const RENDERER_SOURCE = join(__dirname, 'render-bootstrap');

/** Program that renders as the kubeadm bootstrap provider does; its name says which text it was built from. */
export const BOOTSTRAP_RENDERER: Peer = {
  kind: 'command',
  name: `render-bootstrap-${digestOf(RENDERER_SOURCE)}-v1.13.5`,
  module: CORE,
  version: 'v1.13.5',
  main: 'bootstrap/kubeadm/render-bootstrap',
  source: RENDERER_SOURCE,
};

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 8);
}

/** Every peer that our scripts build, but for the kubectl of machines that have none. */
export const PEERS: readonly Peer[] = [
  API_SERVER,
  CONTROLLER_MANAGER,
  SCHEDULER,
  ...CLUSTER_API['v1.10.5'],
  ...CLUSTER_API['v1.13.5'],
  ...OPENSTACK_PROVIDERS,
  DEV_PROVIDER,
  ...CLOUD_WEBHOOKS,
  BOOTSTRAP_RENDERER,
];
