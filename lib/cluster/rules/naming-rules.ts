import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import { betterNames, DNS_LABEL_WORDS, isDnsLabel, MOST_LABEL, toDnsLabel } from './names';
import type { PoolSubject } from './subjects';

const TAKEN_NAMESPACES =
  /^(default|cert-manager|kube-(system|public|node-lease)|(ca[a-z]{2,3}|orc)(-.*)?-system)$/;
const LABEL_LENGTHS =
  'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go';
const CONTROL_PLANE_SUFFIX = 'control-plane';

/** Rules on the names of a cluster. */
export const CLUSTER_NAME_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'cluster-name',
    reason:
      'The name becomes a label value and the beginning of host names, in which clouds replace dots with dashes.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check({ path, name }, refuse) {
      if (isDnsLabel(name)) return;
      const better = toDnsLabel(name) ?? 'cluster';
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_LABEL} characters`,
          fix: nameIt(better),
        },
      );
    },
  },
  {
    id: 'namespace-name',
    reason: 'Kubernetes rejects invalid names of namespaces.',
    source: LABEL_LENGTHS,
    check({ path, name, namespace }, refuse) {
      if (isDnsLabel(namespace) || namespace === name) return;
      refuse(
        { path, prop: 'namespace' },
        {
          given: namespace,
          allowed:
            'lower-case letters, digits and dashes, no dash at either end, at most 63 characters',
          fix: write(toDnsLabel(namespace) ?? name, { or: 'leave namespace out' }),
        },
      );
    },
  },
  {
    id: 'namespace-taken',
    reason:
      'A namespace that is written with the cluster would take over a namespace that others use, and its labels.',
    source: 'CAPI@v1.14.0:core/config/default/kustomization.yaml',
    check({ path, name, namespace, ownsNamespace }, refuse) {
      if (!ownsNamespace || !TAKEN_NAMESPACES.test(namespace)) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: 'a name that no namespace of Kubernetes or of a controller uses',
          fix: nameIt(`${name}-cluster`, { or: `write namespace: ${JSON.stringify(namespace)}` }),
        },
      );
    },
  },
  {
    id: 'api-server-port',
    reason: 'The API server listens on a TCP port.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml',
    check({ path, apiServerPort }, refuse) {
      if (isWholeNumber(apiServerPort, 1, 65_535)) return;
      refuse(
        { path, prop: 'apiServerPort' },
        {
          given: apiServerPort,
          allowed: 'an integer from 1 to 65535',
          fix: leaveOut({ begins: 'leave apiServerPort out', ends: ' to use 6443' }),
        },
      );
    },
  },
];

/** Rules on the names of node pools. */
export const POOL_NAME_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-name',
    reason:
      'The name becomes part of machine and host names, in which clouds replace dots with dashes.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ cluster, pool: { path, name } }, refuse) {
      if (isDnsLabel(name)) return;
      const names = cluster.pools.map((pool) => pool.name);
      refuse({ path, prop: 'name' }, labelFinding(name, names, roomBeside(cluster), 'workers'));
    },
  },
  {
    id: 'pool-name-reserved',
    reason: 'The templates and the health check of the control plane already use this name.',
    source: 'CAPI@v1.14.0:docs/book/src/reference/api/owner-references.md',
    check({ cluster, pool: { path, name } }, refuse) {
      if (name !== CONTROL_PLANE_SUFFIX) return;
      const taken = cluster.pools.map((pool) => pool.name);
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `a name other than ${JSON.stringify(CONTROL_PLANE_SUFFIX)}`,
          fix: nameIt(toDnsLabel('workers', roomBeside(cluster), taken) ?? 'workers'),
        },
      );
    },
  },
  {
    id: 'deployment-name',
    reason:
      'A MachineDeployment name must fit into a label value; only MachineSet and Machine names are cut and get a random suffix.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ cluster, pool }, refuse) {
      const { path, name, deploymentName } = pool;
      if (deploymentName.length <= MOST_LABEL) return;
      if (!isDnsLabel(name) || !isDnsLabel(cluster.name)) return;
      const room = MOST_LABEL - (deploymentName.length - name.length);
      const better = betterNames(
        cluster.pools.map((one) => one.name),
        (one) => one.length <= room,
        (one, taken) => toDnsLabel(one, room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${room} characters, so that "${cluster.name}-<name>" has at most ${MOST_LABEL}`,
          fix: nameIt(better.get(name) ?? 'w'),
        },
      );
    },
  },
];

/**
 * Describes what is wrong with a name that is not a DNS label.
 *
 * @param names Names of everything of the same kind, including this one.
 * @param usual Name to suggest if nothing of the given one is left.
 */
export function labelFinding(
  name: string,
  names: readonly string[],
  room: number,
  usual: string,
): Finding {
  const better = betterNames(
    names,
    (one) => isDnsLabel(one),
    (one, taken) => toDnsLabel(one, room, taken) ?? toDnsLabel(usual, room, taken),
  );
  return {
    given: name,
    allowed: `${DNS_LABEL_WORDS}, at most ${MOST_LABEL} characters`,
    fix: nameIt(better.get(name) ?? usual),
  };
}

/** Returns the number of characters that the name of a cluster and a dash leave. */
export function roomBeside({ name }: ClusterModel): number {
  return Math.max(1, MOST_LABEL - name.length - 1);
}
