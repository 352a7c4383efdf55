import fc from 'fast-check';
import { FloatingIPPool } from '../../../constructs';
import {
  type Addon,
  type BastionProps,
  CalicoJob,
  CloudCredentials,
  type ClusterPart,
  Cni,
  type ControlPlaneProps,
  ExternalNetwork,
  type FloatingIPPoolProps,
  type NodePoolProps,
  Providers,
  type WorkloadCluster,
  type WorkloadClusterProps,
} from '../../../constructs/index';
import type { OpenStackCloud } from '../../../constructs/openstack/open-stack-cloud';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import { type InfrastructureName, infrastructureProviders } from '../../../lib/assembly/providers';
import type { RenderedObject } from '../../../lib/assembly/render-cluster';
import { ValidationError } from '../../../lib/base/errors';
import { hasBalancer } from '../../../lib/openstack/model/endpoint';
import { isIPv6Only } from '../../../lib/openstack/model/machine-families';
import { RELEASED_CALICO } from '../calico';
import {
  type ClusterOverrides,
  OTHERWISE,
  type TestFlavor,
  type TestFleet,
  testFleet,
} from '../fleets';
import { type AddonNeeds, addons } from './addons-arbitrary';
import { sharedBootstrap } from './bootstrap-arbitrary';
import { controlPlane } from './control-plane-arbitrary';
import { FLOATING_POOL, machineParts } from './machine-arbitrary';
import { reached, securityGroups } from './network-arbitrary';
import {
  address,
  annotations,
  gates as conditionGates,
  type Every,
  flag,
  halfOf,
  image,
  labels,
  nameOrId,
  someOf,
  tags,
  word,
  zone,
} from './parts';
import { pool } from './pool-arbitrary';

/** Program of one cluster with pools and addons, legal or not. */
export interface RandomProgram {
  readonly cluster: ClusterOverrides;
  readonly pools: readonly Omit<NodePoolProps, 'flavor'>[];
  /** Names of the pools. */
  readonly poolNames: readonly string[];
  readonly addons: readonly Addon[];
  readonly calico: boolean;
  /** Whether the feature gates of Cluster API are on. */
  readonly gates: boolean;
  /** Whether the management cluster has the add-on provider for Helm. */
  readonly helm: boolean;
  /** Infrastructure providers that run beside the one of the cluster. */
  readonly neighbours: readonly InfrastructureName[];
  readonly externalNetwork: boolean;
  /** Pool of floating addresses of the cluster; absent for none. */
  readonly floating?: FloatingIPPoolProps | undefined;
  /** Whether the cluster has authorities of its own, in Secrets of a namespace that exists. */
  readonly authorities: boolean;
}

/** Versions for which a program is rendered. */
export type Versions = readonly [clusterApi: string, provider: string];

/** For what programs are made. */
export interface ProgramOptions {
  readonly versions: Versions;
  /** Whether the feature gates of Cluster API are on. */
  readonly gates: boolean;
  /**
   * Whether the management cluster has the add-on provider for Helm.
   *
   * @default false
   */
  readonly helm?: boolean;
}

const GATES = { machineTaintPropagation: true, kubeadmBootstrapFormatIgnition: true };
const IGNITION = { kubeadmBootstrapFormatIgnition: true };
/** Short names, and long ones that leave room for a cluster and a zone. */
const poolNames = fc.constantFrom(
  ['pool-0', 'pool-1'],
  ['pool-0', 'gpu-a100-preemptible'],
  [`2xlarge-${'a'.repeat(42)}`, 'pool-1'],
);

const credentials = fc.oneof(
  word.map((name) => CloudCredentials.fromSecret(name)),
  word.map((name) => CloudCredentials.fromSecret(name, { region: 'RegionOne' })),
  fc.constant(CloudCredentials.applicationCredential()),
  word.map((name) => CloudCredentials.fromClusterIdentity(name)),
);
const bastion = fc
  .tuple(
    fc.constantFrom<TestFlavor>('small', 'large'),
    machineParts.securityGroups,
    someOf<Omit<Every<BastionProps>, 'flavor' | 'securityGroups'>>({
      sshKeyName: word,
      enabled: flag,
      image,
      rootVolume: machineParts.rootVolume,
      tags,
      serverMetadata: machineParts.serverMetadata,
      serverGroup: nameOrId,
      schedulerHints: machineParts.schedulerHints,
      configDrive: flag,
      availabilityZone: zone,
      floatingIP: address,
    }),
  )
  .map(([flavor, groups, rest]): BastionProps<TestFlavor> => {
    return { flavor, securityGroups: groups, ...rest };
  });

const floatingPool = halfOf<Every<FloatingIPPoolProps>>({
  maxIPs: fc.integer({ min: 40, max: 1000 }),
  preAllocatedFloatingIPs: fc.uniqueArray(address, { maxLength: 2 }),
  reclaimPolicy: fc.constantFrom('Delete', 'Retain'),
});

type Given =
  | 'cloud'
  | 'controlPlane'
  | 'image'
  | 'installedOtherwise'
  | 'kubernetesVersion'
  | 'namespace'
  | 'network'
  | 'endpoint';

const clusterProps = someOf<Omit<Every<WorkloadClusterProps<OpenStackCloud<TestFlavor>>>, Given>>({
  securityGroups,
  sshKeyName: word,
  bootstrap: sharedBootstrap,
  labels,
  annotations,
  paused: flag,
  availabilityGates: conditionGates,
  credentials,
  apiServerPort: fc.constantFrom(6443, 6443, 8443),
  bastion,
  cni: fc.constantFrom(
    Cni.calico({ encapsulation: 'vxlan' }),
    Cni.calico({ typha: true }),
    Cni.cilium({ wireguard: true }),
  ),
  tags,
  templateNames: fc.constantFrom('hashed', 'hashed', 'hashed-0.1', 'plain'),
  namespacePodSecurity: fc.constantFrom('baseline', 'restricted'),
});

/** Programs of which most are legal; a prop that is new is added to the tables that this is made from. */
export function randomProgram({
  versions,
  gates,
  helm = false,
}: ProgramOptions): fc.Arbitrary<RandomProgram> {
  const terms = fc.record({
    gates: fc.constant(gates),
    helm: fc.constant(helm),
    kubernetesVersion: fc.constantFrom(...kubernetesVersions(versions)),
    ranked: flag,
    plain: flag,
  });
  return terms.chain(({ plain, ...given }) =>
    fc
      .record({
        props: clusterProps,
        place: reached,
        isPlaced: flag,
        controlPlane,
        image,
        pools: fc.array(pool(given), { maxLength: 2 }),
        poolNames,
        externalNetwork: flag,
        calico: flag,
        authorities: flag,
        floating: fc.option(floatingPool, { nil: undefined }),
        neighbours: neighbours(versions),
      })
      .chain(({ props, place, isPlaced, controlPlane: own, image: shared, ...rest }) =>
        fc
          .record({
            addons: plain && !given.ranked ? fc.constant([]) : addons(needs(given, own, rest)),
          })
          .map((more) =>
            suited(
              {
                ...rest,
                ...more,
                gates: given.gates,
                helm,
                cluster: {
                  kubernetesVersion: given.kubernetesVersion,
                  image: shared,
                  ...props,
                  ...(isPlaced && place),
                  controlPlane: { flavor: 'large', ...(isPlaced ? fitting(own, place) : own) },
                },
              },
              versions,
            ),
          ),
      ),
  );
}

/** Control plane of one machine, which nothing replaces by itself, where the machine is the endpoint. */
function fitting(
  { rollout, ...own }: Omit<ControlPlaneProps, 'flavor'>,
  { endpoint }: Pick<ClusterOverrides, 'endpoint'>,
): Omit<ControlPlaneProps, 'flavor'> {
  if (endpoint?.model.kind === 'machine') return { ...own, replicas: 1 };
  return rollout === undefined ? own : { ...own, rollout };
}

/** Program without what most programs have to leave out together, so that enough of them are legal. */
function suited(program: RandomProgram, [clusterApi]: Versions): RandomProgram {
  const { cluster, pools, floating, ...rest } = program;
  const hasIPv4 = cluster.network === undefined || !isIPv6Only(cluster.network.model);
  const hasPool = floating !== undefined && hasIPv4;
  const hasUsers = [cluster, cluster.controlPlane, ...pools].some((one) => one?.bootstrap?.users);
  const unsuited = {
    sshKeyName: hasUsers,
    floatingIPPool: !hasPool,
    certificates: clusterApi === '1.10',
  };
  const { controlPlane = { flavor: 'large' }, ...shared } = without(cluster, {
    sshKeyName: hasUsers,
    apiServerPort: cluster.securityGroups === undefined,
  });
  return {
    ...rest,
    floating: hasPool ? floating : undefined,
    pools: pools.map((pool) => without(pool, unsuited)),
    cluster: {
      ...shared,
      controlPlane: without(controlPlane, {
        ...unsuited,
        floatingIPPool: !hasPool || !hasBalancedEndpoint(cluster),
      }),
    },
  };
}

function hasBalancedEndpoint({ endpoint }: ClusterOverrides): boolean {
  return endpoint === undefined || hasBalancer(endpoint.model);
}

function without<P extends object>(props: P, names: Readonly<Record<string, boolean>>): P {
  return Object.fromEntries(Object.entries(props).filter(([name]) => names[name] !== true)) as P;
}

function kubernetesVersions([clusterApi]: Versions): readonly string[] {
  return clusterApi === '1.10' ? ['1.32.4', '1.33.1'] : ['1.32.4', '1.33.1', '1.35.2'];
}

function needs(
  { ranked, helm }: Pick<AddonNeeds, 'ranked' | 'helm'>,
  { etcd }: Omit<ControlPlaneProps, 'flavor'>,
  { pools }: Pick<RandomProgram, 'pools'>,
): AddonNeeds {
  return {
    ranked,
    helm,
    gpu: pools.some(({ gpu }) => gpu?.model.type === 'nvidia.com/gpu'),
    externalEtcd: etcd?.model.kind === 'external',
  };
}

/** Providers that are tested with a release of Cluster API, besides the one of the cluster. */
function neighbours([clusterApi]: Versions): fc.Arbitrary<readonly InfrastructureName[]> {
  const others: readonly InfrastructureName[] = ['dev', 'vsphere', 'aws', 'azure', 'hetzner'];
  return fc.subarray(
    others.filter((name) => Object.hasOwn(infrastructureProviders()[name].tested, clusterApi)),
  );
}

/** Builds the cluster of a program, and none where a construct refuses its props at once. */
export function tryBuild(
  program: RandomProgram,
  [clusterApi, provider]: Versions,
  name = 'prod',
  outdir?: string,
): WorkloadCluster<OpenStackCloud<TestFlavor>> | undefined {
  const featureGates = program.gates ? GATES : IGNITION;
  const test = testFleet({
    ...(outdir === undefined ? {} : { outdir }),
    providers: Providers.versions(
      clusterApi,
      {
        ...Providers.stable(clusterApi, { infrastructure: program.neighbours }).infrastructure,
        openstack: provider,
      },
      { featureGates, helmAddonProvider: program.helm },
    ),
    cloud: {
      dnsZone: 'k8s.example.org',
      ...(program.externalNetwork && { externalNetwork: ExternalNetwork.only('public') }),
    },
  });
  try {
    return build(test, program, name);
  } catch (error) {
    if (error instanceof ValidationError) return undefined;
    throw error;
  }
}

/** Objects of a program, or undefined where a rule refuses it. */
export function tryRender(
  program: RandomProgram,
  versions: Versions,
  name?: string,
): readonly RenderedObject[] | undefined {
  const cluster = tryBuild(program, versions, name);
  if (cluster === undefined) return undefined;
  const model = cluster.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  return cluster.renderModel(model);
}

function build(test: TestFleet, program: RandomProgram, name: string) {
  const hasWindows = program.pools.some(({ os }) => os === 'windows');
  const plugin = hasWindows ? { cni: Cni.calico({ encapsulation: 'vxlan' }) } : {};
  const installedOtherwise = OTHERWISE.filter((part) => !hasAddonFor(program, part));
  const cluster = test.cluster(name, {
    ...withAuthorities(program, name),
    ...plugin,
    installedOtherwise,
  });
  program.pools.forEach((props, index) => {
    const short = `pool-${index}`;
    const poolName = props.os === 'windows' ? short : (program.poolNames[index] ?? short);
    cluster.addNodePool(poolName, { flavor: index === 0 ? 'small' : 'large', ...props });
  });
  if (program.calico) {
    const version = '3.30.2';
    new CalicoJob(cluster, 'calico', {
      version,
      manifest: RELEASED_CALICO,
      ...(hasWindows && { encapsulation: 'vxlan' }),
    });
  }
  if (program.floating !== undefined) {
    new FloatingIPPool(cluster, FLOATING_POOL, program.floating);
  }
  for (const addon of program.addons) cluster.addAddon(addon);
  return cluster;
}

function hasAddonFor({ addons: own, calico }: RandomProgram, part: ClusterPart): boolean {
  return part === 'cni' ? calico : own.some(({ name }) => name.endsWith(part));
}

/** Secrets of authorities have names that the cluster's name decides on. */
function withAuthorities({ cluster, authorities }: RandomProgram, name: string): ClusterOverrides {
  const { controlPlane: own } = cluster;
  if (!authorities || own === undefined) return cluster;
  const certificates = { ...own.certificates, authorities: { cluster: `${name}-ca` } };
  const { namespacePodSecurity: _, ...rest } = cluster;
  return { ...rest, namespace: 'fleet', controlPlane: { ...own, certificates } };
}
