/** Server that is built from a Go module. */
export interface Peer {
  /** Name of the binary, which ends in its version. */
  readonly name: string;
  /** Module with the release that is built. */
  readonly module: string;
  readonly version: string;
  /** Main package, as a path in the module. */
  readonly main: string;
  /** Package whose variables hold the version. */
  readonly versionPackage?: string;
  /** Modules that are built in another release than the module itself names. */
  readonly with?: Readonly<Record<string, string>>;
  /** Folder in the module with `crd` and `webhook`, where the peer is a manager. */
  readonly config?: string;
}

const KUBERNETES = 'v1.32.3';
const CLUSTER_API = 'v1.13.5';
/** Newest release of the in-memory provider's module; its core is the one above. */
const TEST_PROVIDERS = 'v1.13.7';

function kubernetes(command: string): Peer {
  return {
    name: `${command}-${KUBERNETES}`,
    module: 'k8s.io/kubernetes',
    version: KUBERNETES,
    main: `cmd/${command}`,
    versionPackage: 'k8s.io/component-base/version',
  };
}

function clusterApi(name: string, folder: string): Peer {
  return {
    name: `${name}-${CLUSTER_API}`,
    module: 'sigs.k8s.io/cluster-api',
    version: CLUSTER_API,
    main: folder,
    versionPackage: 'sigs.k8s.io/cluster-api/version',
    config: folder === '' ? 'config' : `${folder}/config`,
  };
}

/** API server of a management cluster. */
export const API_SERVER = kubernetes('kube-apiserver');
/** Controllers of Kubernetes itself. */
export const CONTROLLER_MANAGER = kubernetes('kube-controller-manager');
/** Servers of Kubernetes in a management cluster. */
export const KUBERNETES_SERVERS: readonly Peer[] = [API_SERVER, CONTROLLER_MANAGER];
/** Cluster API with the kubeadm providers. */
export const CLUSTER_API_MANAGERS: readonly Peer[] = [
  clusterApi('cluster-api', ''),
  clusterApi('kubeadm-bootstrap', 'bootstrap/kubeadm'),
  clusterApi('kubeadm-control-plane', 'controlplane/kubeadm'),
];
/** Provider with clusters of containers, and such in memory. */
export const DEV_PROVIDER: Peer = {
  name: `cluster-api-dev-${TEST_PROVIDERS}`,
  module: 'sigs.k8s.io/cluster-api/test',
  version: TEST_PROVIDERS,
  main: 'infrastructure/docker',
  versionPackage: 'sigs.k8s.io/cluster-api/version',
  with: { 'sigs.k8s.io/cluster-api': CLUSTER_API },
  config: 'infrastructure/docker/config',
};

/** Every peer that our scripts build. */
export const PEERS: readonly Peer[] = [
  ...KUBERNETES_SERVERS,
  ...CLUSTER_API_MANAGERS,
  DEV_PROVIDER,
];
