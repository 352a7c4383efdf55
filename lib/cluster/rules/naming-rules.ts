import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import {
  betterNames,
  DNS_LABEL_WORDS,
  isDnsLabel,
  MOST_LABEL,
  RESERVED_SECRETS,
  toDnsLabel,
} from './names';
import type { AddonSubject, PoolSubject } from './subjects';

const TAKEN_NAMESPACES =
  /^(default|cert-manager|kube-(system|public|node-lease)|(capi|capo|orc|caaph)(-.*)?-system)$/;
const LABEL_LENGTHS =
  'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go';
const CONTROL_PLANE_SUFFIX = 'control-plane';

/** Rules on the names of a cluster. */
export const CLUSTER_NAME_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'cluster-name',
    reason:
      'The name is the value of a label and the beginning of host names, in which Nova makes dashes of dots.',
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
    reason: 'Kubernetes takes no other names for namespaces.',
    source: LABEL_LENGTHS,
    check({ path, name, namespace }, refuse) {
      if (isDnsLabel(namespace) || namespace === name) return;
      refuse(
        { path, prop: 'namespace' },
        {
          given: namespace,
          allowed:
            'lower-case letters, digits and dashes, no dash at an end, at most 63 characters',
          fix: write(toDnsLabel(namespace) ?? name, { or: 'leave namespace out' }),
        },
      );
    },
  },
  {
    id: 'namespace-taken',
    reason:
      'A namespace that is written with the cluster would take over one that others live in, and their labels.',
    source: 'CAPO@v0.14.7:config/default/kustomization.yaml',
    check({ path, name, namespace, ownsNamespace }, refuse) {
      if (!ownsNamespace || !TAKEN_NAMESPACES.test(namespace)) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: 'a name that no namespace of Kubernetes or of a controller has',
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
          fix: leaveOut({ begins: 'leave apiServerPort out', ends: ' to have 6443' }),
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
      'The name becomes part of the names of machines and hosts, in which Nova makes dashes of dots.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ cluster, pool: { path, name } }, refuse) {
      if (isDnsLabel(name)) return;
      const room = roomBeside(cluster);
      const better = betterNames(
        cluster.pools.map((pool) => pool.name),
        (one) => isDnsLabel(one),
        (one, taken) => toDnsLabel(one, room, taken) ?? toDnsLabel('workers', room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_LABEL} characters`,
          fix: nameIt(better.get(name) ?? 'workers'),
        },
      );
    },
  },
  {
    id: 'pool-name-reserved',
    reason: 'The templates and the health check of the control plane have this name already.',
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
      'The name of a MachineDeployment is the value of a label; those of MachineSets and Machines are cut to end in letters of their own.',
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

/** Rules on the names of addons. */
export const ADDON_NAME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-name',
    reason: 'The name becomes part of the names of ClusterResourceSets, ConfigMaps and their keys.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/cluster-resource-set.md',
    check({ cluster, addon: { path, name } }, refuse) {
      if (isDnsLabel(name)) return;
      const room = roomBeside(cluster);
      const better = betterNames(
        cluster.addons.map((addon) => addon.name),
        (one) => isDnsLabel(one),
        (one, taken) => toDnsLabel(one, room, taken) ?? toDnsLabel('addon', room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_LABEL} characters`,
          fix: nameIt(better.get(name) ?? 'addon'),
        },
      );
    },
  },
  {
    id: 'addon-object-name',
    reason:
      'What an addon has in the management cluster besides a ClusterResourceSet is named <cluster>-<addon>, in host names and label values.',
    source: LABEL_LENGTHS,
    check({ cluster, addon: { path, name, managementObjects, helmChart } }, refuse) {
      if (managementObjects.length === 0 && helmChart === undefined) return;
      const room = roomBeside(cluster);
      if (name.length <= room || !isDnsLabel(cluster.name) || !isDnsLabel(name)) return;
      const better = betterNames(
        cluster.addons.map((addon) => addon.name),
        (one) => one.length <= room,
        (one, taken) => toDnsLabel(one, room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${room} characters, so that "${cluster.name}-<name>" has at most ${MOST_LABEL}`,
          fix: nameIt(better.get(name) ?? 'addon'),
        },
      );
    },
  },
  {
    id: 'addon-name-reserved',
    reason:
      'Cluster API keeps the kubeconfig and the certificates of a cluster in Secrets of these names.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/certs/using-custom-certificates.md',
    check({ cluster, addon }, refuse) {
      for (const payload of addon.payload) {
        if (payload.kind !== 'secret') continue;
        const name = payload.suffix === '' ? addon.name : `${addon.name}-${payload.suffix}`;
        const isCredentials =
          cluster.credentials.kind === 'plaintext' &&
          cluster.credentials.secretName === `${cluster.name}-${name}`;
        if (!RESERVED_SECRETS.has(name) && !isCredentials) continue;
        refuse(
          { path: addon.path, prop: 'name' },
          {
            given: addon.name,
            allowed: `a name for which no Secret "${cluster.name}-${name}" stands already`,
            fix: nameIt(`${addon.name}-addon`),
          },
        );
      }
    },
  },
  {
    id: 'addon-name-unique',
    reason: 'What two addons of one name deliver would be written under the same names.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/cluster-resource-set.md',
    check({ cluster, addon }, refuse) {
      const first = cluster.addons.find((other) => other.name === addon.name);
      if (first === addon || first === undefined) return;
      refuse(
        { path: addon.path, prop: 'name' },
        {
          given: addon.name,
          allowed: 'a name that no other addon of the cluster has',
          fix: nameIt(`${addon.name}-2`),
        },
      );
    },
  },
];

/** Characters that are left beside the name of a cluster and a dash. */
function roomBeside({ name }: ClusterModel): number {
  return Math.max(1, MOST_LABEL - name.length - 1);
}
