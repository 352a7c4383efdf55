import * as kubernetes from '@pulumi/kubernetes';
import {
  type ComponentResource,
  type CustomResource,
  type CustomResourceOptions,
  type Input,
  interpolate,
  type Output,
  output,
  type ProviderResource,
  type Resource,
} from '@pulumi/pulumi';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../../cluster/model/cluster';

/** Placeholder for a floating IP that is not known yet. */
export const FLOATING_IP_TO_COME = 'floating-ip-to-come';

/** Options of {@link applyManifests}. */
export interface ApplyOptions {
  /** Component of the cluster. */
  readonly parent: ComponentResource;
  /** Provider of the management cluster; absent for the default one. */
  readonly provider?: ProviderResource;
  /** Everything in the cloud that must exist first and is deleted last. */
  readonly dependsOn: readonly Resource[];
  /** Floating IP that replaces its placeholder. */
  readonly floatingIP?: Output<string>;
  /** Whether to wait for the Cluster. */
  readonly wait: boolean;
}

/** Timeout for a cluster to become available, and to be deleted. */
const CLUSTER_TIMEOUT = '45m';

type KubernetesClass = new (
  name: string,
  args: never,
  options?: CustomResourceOptions,
) => CustomResource;

const { apps, core, rbac } = kubernetes;

/** Built-in Kubernetes kinds among a cluster's manifests; all others are custom resources. */
const KINDS: Readonly<Record<string, KubernetesClass>> = {
  'v1/Secret': core.v1.Secret,
  'v1/ConfigMap': core.v1.ConfigMap,
  'v1/ServiceAccount': core.v1.ServiceAccount,
  'apps/v1/Deployment': apps.v1.Deployment,
  'rbac.authorization.k8s.io/v1/Role': rbac.v1.Role,
  'rbac.authorization.k8s.io/v1/RoleBinding': rbac.v1.RoleBinding,
  'rbac.authorization.k8s.io/v1/ClusterRole': rbac.v1.ClusterRole,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': rbac.v1.ClusterRoleBinding,
};

/** Applies the manifests of a cluster except its namespace, the Cluster last, so that it is deleted first. */
export function applyManifests(
  cluster: ClusterModel,
  manifests: readonly Manifest[],
  options: ApplyOptions,
): void {
  const isCluster = (manifest: Manifest) =>
    manifest.kind === 'Cluster' && manifest.apiVersion.startsWith('cluster.x-k8s.io/');
  const others = manifests
    .filter((manifest) => !isCluster(manifest))
    .map((manifest) => applyOne(cluster, manifest, options, []));
  for (const manifest of manifests.filter(isCluster)) {
    applyOne(cluster, waited(cluster, manifest, options), options, others);
  }
}

function applyOne(
  { path }: ClusterModel,
  manifest: Manifest,
  { parent, provider, dependsOn, floatingIP }: ApplyOptions,
  before: readonly Resource[],
): CustomResource {
  const { apiVersion, kind, metadata } = manifest;
  const Class: KubernetesClass =
    KINDS[`${apiVersion}/${kind}`] ?? (kubernetes.apiextensions.CustomResource as KubernetesClass);
  return new Class(`${path}/${kind}/${metadata.name}`, filled(manifest, floatingIP) as never, {
    parent,
    ...(provider === undefined ? {} : { provider }),
    dependsOn: [...dependsOn, ...before],
    ...(kind === 'Cluster'
      ? {
          customTimeouts: {
            create: CLUSTER_TIMEOUT,
            update: CLUSTER_TIMEOUT,
            delete: CLUSTER_TIMEOUT,
          },
        }
      : {}),
  });
}

function waited({ profile }: ClusterModel, manifest: Manifest, { wait }: ApplyOptions): Manifest {
  if (!wait) return manifest;
  const condition = profile.core === 'v1beta1' ? 'Ready' : 'Available';
  const annotations = {
    ...manifest.metadata.annotations,
    'pulumi.com/waitFor': `condition=${condition}`,
  };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}

/** Replaces the placeholder in a manifest with the floating IP. */
function filled(value: unknown, floatingIP: Output<string> | undefined): Input<unknown> {
  if (typeof value === 'string') return filledText(value, floatingIP);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => filled(one, floatingIP));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, filled(one, floatingIP)]),
  );
}

function filledText(text: string, floatingIP: Output<string> | undefined): Input<string> {
  if (floatingIP === undefined || !text.includes(FLOATING_IP_TO_COME)) return text;
  const [before = '', ...rest] = text.split(FLOATING_IP_TO_COME);
  return rest.reduce<Output<string>>(
    (filledSoFar, part) => interpolate`${filledSoFar}${floatingIP}${part}`,
    output(before),
  );
}
