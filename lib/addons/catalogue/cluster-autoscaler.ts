import type { Duration } from 'cdk8s';
import { goDuration, secondsOf } from '../../base/duration';
import { IMAGES } from '../../cluster/model/images';
import { knownRelease } from '../../cluster/model/known-image';
import type { PoolModel } from '../../cluster/model/node-pool';
import { zoneParts } from '../../cluster/model/pool-zones';
import { providerOf } from '../../cluster/model/profile';
import type { AddonPayload } from '../model/addon';
import { addonImage, managementImage } from './addon-image';
import type { AddonParts, DescribeAddon } from './addon-parts';
import { plainRelease } from './addon-version';
import {
  kubeconfigSecret,
  MANAGEMENT_KUBECONFIG_SECRET,
  managementAutoscaler,
  workloadAutoscaler,
} from './autoscaler-objects';
import { AutoscalerPlacement, type AutoscalerPlacementModel } from './autoscaler-placement';
import { priorityPayload } from './autoscaler-priorities';
import type { DeliveryOptions } from './delivery';
import type { ExtraArgs } from './extra-args';

/**
 * Expander, by which the autoscaler chooses the pool to scale up.
 *
 * `priority` chooses the pool with the highest `autoscale.priority`. If no pool has one, it reads your own ConfigMap
 * `cluster-autoscaler-priority-expander` in the workload cluster's `kube-system`, and chooses at random without it.
 */
export type AutoscalerExpander =
  | 'random'
  | 'most-pods'
  | 'least-waste'
  | 'least-nodes'
  | 'priority';

/** Options of {@link Addon.clusterAutoscaler}. */
export interface ClusterAutoscalerOptions extends DeliveryOptions {
  /**
   * Release of the cluster autoscaler.
   *
   * @default - the known release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Image of the autoscaler, for example from a mirror; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/autoscaling/cluster-autoscaler`
   */
  readonly image?: string;
  /**
   * Expander that chooses the pool to scale up. In a list, each expander chooses among the pools that the previous one
   * ranks equally. The last choice is random.
   *
   * @default 'least-waste'
   */
  readonly expander?: AutoscalerExpander | readonly AutoscalerExpander[];
  /**
   * Placement of the autoscaler.
   *
   * @default - in the management cluster
   */
  readonly placement?: AutoscalerPlacement;
  /**
   * Time that a node must be unneeded before it is removed.
   *
   * @default - the autoscaler's default, 10 minutes
   */
  readonly scaleDownUnneededTime?: Duration;
  /**
   * Utilization of a node's resources, as a fraction, below which it is unneeded.
   *
   * @default - the autoscaler's default, 0.5
   */
  readonly scaleDownUtilizationThreshold?: number;
  /**
   * Whether pools of similar nodes are scaled up evenly.
   *
   * @default - only if an autoscaled pool spans several zones
   */
  readonly balanceSimilarNodeGroups?: boolean;
  /**
   * Command line arguments by name without dashes, which override derived ones.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Defaults of {@link ClusterAutoscalerOptions}. */
export const CLUSTER_AUTOSCALER_DEFAULTS = Object.freeze({
  expander: 'least-waste',
} as const);

/** Name of the addon. */
export const CLUSTER_AUTOSCALER = 'cluster-autoscaler';

const DEFAULT_PLACEMENT = AutoscalerPlacement.managementCluster();

/** Describes the cluster autoscaler. */
export function describeClusterAutoscaler(options: ClusterAutoscalerOptions): DescribeAddon {
  const placement = (options.placement ?? DEFAULT_PLACEMENT).model;
  const { extraArgs } = options;
  const expander = extraArgs?.expander?.split(',') ?? expandersOf(options);
  return (context) => {
    const { kubernetesVersion, name, namespace, pools } = context;
    const version = plainRelease(
      options.version ?? knownRelease(IMAGES.clusterAutoscaler, kubernetesVersion),
    );
    const imageOf = placement.kind === 'management' ? managementImage : addonImage;
    const { image, images } = imageOf(context, IMAGES.clusterAutoscaler, options, version);
    const common = {
      type: CLUSTER_AUTOSCALER,
      skew: { older: 1, newer: Number.POSITIVE_INFINITY, imageProp: 'image' },
      strategy: 'Reconcile',
      version,
      images,
      autoscales: true,
      expander,
    } as const;
    const { machineTemplates, zoneLabel } = providerOf(context).traits;
    const args = optionArgs(options, pools, zoneLabel);
    const priorities = priorityPayload(pools, namespace);
    const cluster = { cluster: name, namespace };
    if (placement.kind === 'management') {
      const managementObjects = managementAutoscaler(
        { image, args, extraArgs, machineTemplates },
        cluster,
      );
      return { ...common, payload: priorities, managementObjects } satisfies AddonParts;
    }
    const documents = workloadAutoscaler({ image, args, extraArgs }, cluster);
    return {
      ...common,
      plaintextCredentials: placement.kind === 'workloadPlaintext',
      payload: [
        kubeconfigPayload(placement),
        { kind: 'configMap', suffix: '', entries: [{ key: 'autoscaler', documents }] },
        ...priorities,
      ],
    };
  };
}

function kubeconfigPayload(
  placement: Exclude<AutoscalerPlacementModel, { kind: 'management' }>,
): AddonPayload {
  if (placement.kind === 'workload') {
    const { kubeconfigSecret: secretName, source } = placement;
    return {
      kind: 'existingSecret',
      secretName,
      prop: 'placement.kubeconfigSecret',
      carries: MANAGEMENT_KUBECONFIG_SECRET,
      ...(source && { source }),
    };
  }
  const documents = kubeconfigSecret(placement.kubeconfig);
  return { kind: 'secret', suffix: 'kubeconfig', entries: [{ key: 'kubeconfig', documents }] };
}

function expandersOf({
  expander = CLUSTER_AUTOSCALER_DEFAULTS.expander,
}: ClusterAutoscalerOptions): readonly string[] {
  return [expander].flat();
}

function optionArgs(
  options: ClusterAutoscalerOptions,
  pools: readonly PoolModel[],
  zoneLabel: string | undefined,
): readonly string[] {
  const isZoned = pools.some((pool) => pool.autoscale !== undefined && zoneParts(pool).length > 1);
  const balance = options.balanceSimilarNodeGroups ?? isZoned;
  const args = [`--expander=${expandersOf(options).join()}`];
  const unneeded = goDuration(secondsOf(options.scaleDownUnneededTime));
  const threshold = options.scaleDownUtilizationThreshold;
  if (unneeded !== undefined) args.push(`--scale-down-unneeded-time=${unneeded}`);
  if (threshold !== undefined) args.push(`--scale-down-utilization-threshold=${threshold}`);
  if (balance) args.push('--balance-similar-node-groups');
  // Otherwise equal nodes in two zones differ in this label.
  if (balance && isZoned && zoneLabel !== undefined)
    args.push(`--balancing-ignore-label=${zoneLabel}`);
  return args;
}
