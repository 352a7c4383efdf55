import {
  CloudCredentials,
  ClusterNetwork,
  type ClusterPart,
  Fleet,
  type FleetProps,
  MachineImage,
  ManagementCluster,
  type ManagementClusterProps,
  type Manifest,
  OpenStackCloud,
  type OpenStackCloudProps,
  Providers,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';

/** Flavors of the cloud in tests. */
export type TestFlavor = 'large' | 'small';

/** Props of a cluster in a test, all of them optional. */
export type ClusterOverrides = Partial<WorkloadClusterProps<OpenStackCloud<TestFlavor>>>;

/** Everything that a test needs to build clusters. */
export interface TestFleet {
  readonly fleet: Fleet;
  readonly cloud: OpenStackCloud<TestFlavor>;
  readonly management: ManagementCluster;
  /** Adds a cluster with the given props over the usual ones. */
  readonly cluster: (
    name?: string,
    props?: ClusterOverrides,
    scope?: ManagementCluster,
  ) => WorkloadCluster<OpenStackCloud<TestFlavor>>;
}

/** What clusters in tests wait for and most of them have no addon for. */
export const OTHERWISE = [
  'cni',
  'cloud-controller-manager',
  'csi-driver',
  'snapshot-controller',
  'kubelet-csr-approver',
  'cluster-autoscaler',
  'device-plugin',
] as const;

/** What clusters in tests wait for, without what the addons of one bring. */
export function otherwiseBut(...installed: readonly ClusterPart[]): readonly ClusterPart[] {
  return OTHERWISE.filter((part) => !installed.includes(part));
}

/** Fleet that prints nothing, with one cloud and one management cluster. */
export function testFleet(
  props: FleetProps & {
    providers?: Providers;
    cloud?: Partial<OpenStackCloudProps<TestFlavor>>;
    management?: Omit<ManagementClusterProps, 'providers'>;
  } = {},
): TestFleet {
  const {
    providers = Providers.stable('1.13'),
    cloud: cloudProps,
    management: managementProps,
    ...fleetProps
  } = props;
  const fleet = new Fleet({ onSynth: () => {}, ...fleetProps });
  const cloud = new OpenStackCloud<TestFlavor>(fleet, 'cloud', {
    credentials: CloudCredentials.fromSecret('cloud-config'),
    flavors: {
      large: { cpus: 8, memory: '16Gi', disk: '40Gi' },
      small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
    },
    ...cloudProps,
  });
  const management = new ManagementCluster(fleet, 'mothership', { providers, ...managementProps });
  const cluster: TestFleet['cluster'] = (name = 'prod', overrides = {}, scope = management) =>
    new WorkloadCluster<OpenStackCloud<TestFlavor>>(scope, name, {
      cloud,
      kubernetesVersion: '1.32.4',
      image: MachineImage.fromName('ubuntu'),
      network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24' }),
      controlPlane: { flavor: 'large' },
      installedOtherwise: OTHERWISE,
      ...overrides,
    });
  return { fleet, cloud, management, cluster };
}

/** Finds the only object of a kind, or of a kind and name. */
export function findObject(objects: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = objects.filter(
    (object) =>
      object.kind === kind && (name === undefined || object.metadata.name.startsWith(name)),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`${found.length} objects are a ${kind} ${name ?? ''}`);
  }
  return first;
}

/** Value at a path such as `spec.files.0.path`. */
export function at(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }, object);
}
