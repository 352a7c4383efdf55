import { leaveOut, write } from '../../base/fix';
import { type KubernetesVersion, tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Refuse, Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import { CLUSTER_API_RELEASES, compareMinors } from '../model/profile';
import type { PoolSubject } from './subjects';

const MOST_SKEW = 3;
const SKEW_POLICY = 'kubernetes/website@main:content/en/releases/version-skew-policy.md';
const SKIP_PREFLIGHT = 'machineset.cluster.x-k8s.io/skip-preflight-checks';
/** Props of a pool that add or replace machines at any time, not only when one fails during an upgrade. */
const ASKING = ['autoscale', 'preemptible'] as const;
const PREFLIGHT = 'CAPI@v1.14.0:core/reconcilers/machineset/machineset_preflight.go';

/** Rules on the Kubernetes version of a cluster. */
export const VERSION_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'kubernetes-version',
    reason: 'A release has three numbers, by which kubeadm and the images of a cluster are found.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
    check({ path, kubernetesVersion }, refuse) {
      checkReadable(path, kubernetesVersion, refuse);
    },
  },
  {
    id: 'kubernetes-range',
    reason: 'A release of Cluster API is tested only with some minors of Kubernetes.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ path, kubernetesVersion, profile }, refuse) {
      const version = tryParseKubernetesVersion(kubernetesVersion);
      if (version === undefined) return;
      const { oldest, newest } = profile.kubernetes;
      const isOld = compareMinors(version.series, oldest) < 0;
      if (!isOld && compareMinors(version.series, newest) <= 0) return;
      const bound = isOld ? oldest : newest;
      const other = clusterApiFor(version);
      refuse(
        { path, prop: 'kubernetesVersion' },
        {
          given: kubernetesVersion,
          allowed: `${oldest} to ${newest} with Cluster API ${profile.clusterApi}`,
          fix:
            other === undefined
              ? `use a release of ${bound}`
              : `use a release of ${bound}, or Providers.stable('${other}') for the management cluster`,
        },
      );
    },
  },
];

/** Rules on the Kubernetes version of a pool that has one of its own. */
export const POOL_VERSION_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-version',
    reason: 'A release has three numbers, by which kubeadm and the image of a pool are found.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ pool: { path, kubernetesVersion } }, refuse) {
      if (kubernetesVersion !== undefined) checkReadable(path, kubernetesVersion, refuse);
    },
  },
  {
    id: 'pool-version-newer',
    reason: 'A kubelet must not be newer than the API server.',
    source: SKEW_POLICY,
    check({ cluster, pool }, refuse) {
      const versions = bothVersions(cluster, pool.kubernetesVersion);
      if (versions === undefined || ageOf(versions) <= 0) return;
      refuse(
        { path: pool.path, prop: 'kubernetesVersion' },
        {
          given: pool.kubernetesVersion,
          allowed: `${versions.cluster.series}, the minor of the control plane, or an older one`,
          fix: leaveOut({
            begins: 'upgrade the control plane first, or leave kubernetesVersion out',
          }),
        },
      );
    },
  },
  {
    id: 'pool-version-skew',
    reason: 'A kubelet can be at most three minors older than the API server.',
    source: SKEW_POLICY,
    check({ cluster, pool }, refuse) {
      const versions = bothVersions(cluster, pool.kubernetesVersion);
      if (versions === undefined || ageOf(versions) > 0) return;
      const { major, minor } = versions.cluster;
      if (isWithinSkew(versions)) return;
      const widest = `${major}.${minor - MOST_SKEW}`;
      const managed = cluster.profile.kubernetes.oldest;
      const isManaged = compareMinors(versions.cluster.series, managed) >= 0;
      const oldest = isManaged && compareMinors(widest, managed) < 0 ? managed : widest;
      refuse(
        { path: pool.path, prop: 'kubernetesVersion' },
        {
          given: pool.kubernetesVersion,
          allowed: `${oldest} to ${versions.cluster.series}`,
          fix: leaveOut({
            begins: `use a release of ${oldest} or newer, or leave kubernetesVersion out`,
          }),
        },
      );
    },
  },
  {
    id: 'pool-version-range',
    reason: 'A release of Cluster API is tested only with some minors of Kubernetes.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/versions.md',
    check({ cluster, pool }, refuse) {
      const versions = bothVersions(cluster, pool.kubernetesVersion);
      if (versions === undefined || !isWithinSkew(versions)) return;
      const { kubernetes, clusterApi } = cluster.profile;
      if (compareMinors(versions.cluster.series, kubernetes.oldest) < 0) return;
      if (compareMinors(versions.pool.series, kubernetes.oldest) >= 0) return;
      refuse(
        { path: pool.path, prop: 'kubernetesVersion' },
        {
          given: pool.kubernetesVersion,
          allowed: `${kubernetes.oldest} to ${versions.cluster.series} with Cluster API ${clusterApi}`,
          fix: leaveOut({
            begins: `use a release of ${kubernetes.oldest} or newer, or leave kubernetesVersion out`,
          }),
        },
      );
    },
  },
  {
    id: 'frozen-pool',
    reason:
      'Cluster API creates no machines for a pool of another minor than the control plane, so scaling up and replacement fail.',
    source: PREFLIGHT,
    check({ cluster, pool }, refuse) {
      const asking = ASKING.filter((prop) => pool[prop] !== undefined);
      if (asking.length === 0 || skipsPreflight(pool.deploymentAnnotations)) return;
      const versions = bothVersions(cluster, pool.kubernetesVersion);
      if (versions === undefined || ageOf(versions) >= 0) return;
      const props = asking.join(' and ');
      refuse(
        { path: pool.path, prop: 'kubernetesVersion' },
        {
          given: pool.kubernetesVersion,
          allowed: `a release of ${versions.cluster.series}, the minor of the control plane, in a pool with ${props}`,
          fix: leaveOut({
            begins: 'leave kubernetesVersion out',
            or: `leave ${props} out until the pool is upgraded (until then, replicas keeps only existing machines); to create machines anyway, add annotations: { '${SKIP_PREFLIGHT}': 'KubeadmVersionSkew' }`,
          }),
        },
      );
    },
  },
];

/** Tells whether Cluster API creates machines of another minor than the control plane. */
function skipsPreflight(annotations: Readonly<Record<string, string>>): boolean {
  const skipped = (annotations[SKIP_PREFLIGHT] ?? '').split(',').map((check) => check.trim());
  return skipped.includes('All') || skipped.includes('KubeadmVersionSkew');
}

function checkReadable(path: string, version: string, refuse: Refuse): void {
  if (tryParseKubernetesVersion(version) !== undefined) return;
  const [full] = /(?<![\d.])1\.\d+\.\d+(?!\.?\d)/.exec(version) ?? [];
  const [minor] = /(?<![\d.])1\.\d+(?!\.?\d)/.exec(version) ?? [];
  const example = full ?? (minor === undefined ? undefined : `${minor}.0`);
  const or = full === undefined ? { or: 'the patch of the image' } : {};
  refuse(
    { path, prop: 'kubernetesVersion' },
    {
      given: version,
      allowed: 'a release with three numbers, such as "1.32.4"',
      fix:
        example === undefined
          ? 'write the version of the image, such as "1.32.4"'
          : write(example, or),
    },
  );
}

interface BothVersions {
  readonly cluster: KubernetesVersion;
  readonly pool: KubernetesVersion;
}

/** Returns a number above 0 if the pool's minor is newer than the cluster's, below 0 if it is older. */
function ageOf({ cluster, pool }: BothVersions): number {
  return compareMinors(pool.series, cluster.series);
}

/** Tells whether kubelets of the pool are new enough for the API server. */
function isWithinSkew({ cluster, pool }: BothVersions): boolean {
  return pool.major === cluster.major && cluster.minor - pool.minor <= MOST_SKEW;
}

function bothVersions(
  cluster: ClusterModel,
  poolVersion: string | undefined,
): BothVersions | undefined {
  if (poolVersion === undefined) return undefined;
  const own = tryParseKubernetesVersion(cluster.kubernetesVersion);
  const pool = tryParseKubernetesVersion(poolVersion);
  if (own === undefined || pool === undefined) return undefined;
  return { cluster: own, pool };
}

/** Returns the newest minor of Cluster API that supports a version of Kubernetes. */
function clusterApiFor({ series }: KubernetesVersion): string | undefined {
  return Object.entries(CLUSTER_API_RELEASES).findLast(
    ([, { oldest, newest }]) =>
      compareMinors(oldest, series) <= 0 && compareMinors(series, newest) <= 0,
  )?.[0];
}
