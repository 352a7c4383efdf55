import { leaveOut, nameIt, write } from '../fix';
import type { ClusterModel } from '../model/cluster';
import {
  betterNames,
  DNS_LABEL_WORDS,
  isDnsLabel,
  isNamespaceName,
  RESERVED_SECRETS,
  toDnsLabel,
} from './names';
import type { Rule } from './rule';
import type { AddonSubject, PoolSubject } from './subjects';
import { isWholeNumber } from './words';

const MOST_CLUSTER_NAME = 40;
const MOST_POOL_NAME = 15;
const MOST_DEPLOYMENT_NAME = 51;
const MOST_ADDON_NAME = 63;
const TAKEN_NAMESPACES = /^(default|cert-manager|kube-.*|(capi|capo|orc|caaph)(-.*)?-system)$/;
const LABEL_LENGTHS =
  'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go';
const CONTROL_PLANE_SUFFIX = 'control-plane';

/** Rules on the names of a cluster. */
export const CLUSTER_NAME_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'cluster-name',
    reason:
      'The name becomes part of host names, label values and the names of machines, which end in suffixes and may have 63 characters.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/cluster.go',
    check({ path, name }, refuse) {
      if (isDnsLabel(name, MOST_CLUSTER_NAME)) return;
      const better = toDnsLabel(name, MOST_CLUSTER_NAME) ?? 'cluster';
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_CLUSTER_NAME} characters`,
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
      if (isNamespaceName(namespace) || namespace === name) return;
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
      'The name becomes part of the names of machines, which end in suffixes and may have 63 characters.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ cluster, pool: { path, name } }, refuse) {
      if (isDnsLabel(name, MOST_POOL_NAME)) return;
      const better = betterNames(
        cluster.pools.map((pool) => pool.name),
        (one) => isDnsLabel(one, MOST_POOL_NAME),
        (one, taken) =>
          toDnsLabel(one, MOST_POOL_NAME, taken) ?? toDnsLabel('workers', MOST_POOL_NAME, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_POOL_NAME} characters`,
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
          fix: nameIt(toDnsLabel('workers', MOST_POOL_NAME, taken) ?? 'workers'),
        },
      );
    },
  },
  {
    id: 'deployment-name',
    reason:
      'Names of MachineSets and Machines add six characters each, and are cut where they pass 63.',
    source: 'CAPI@v1.14.0:internal/topology/names/names.go',
    check({ cluster, pool }, refuse) {
      const { path, name, deploymentName } = pool;
      if (deploymentName.length <= MOST_DEPLOYMENT_NAME) return;
      if (!isDnsLabel(name, MOST_POOL_NAME)) return;
      if (!isDnsLabel(cluster.name, MOST_CLUSTER_NAME)) return;
      const room = MOST_DEPLOYMENT_NAME - (deploymentName.length - name.length);
      const better = betterNames(
        cluster.pools.map((one) => one.name),
        (one) => one.length <= room,
        (one, taken) => toDnsLabel(one, room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${room} characters, so that "${cluster.name}-<name>" has at most ${MOST_DEPLOYMENT_NAME}`,
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
      if (isDnsLabel(name, MOST_ADDON_NAME)) return;
      const room = MOST_ADDON_NAME - Math.min(cluster.name.length, MOST_CLUSTER_NAME) - 1;
      const better = betterNames(
        cluster.addons.map((addon) => addon.name),
        (one) => isDnsLabel(one, MOST_ADDON_NAME),
        (one, taken) => toDnsLabel(one, room, taken) ?? toDnsLabel('addon', room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `${DNS_LABEL_WORDS}, at most ${MOST_ADDON_NAME} characters`,
          fix: nameIt(better.get(name) ?? 'addon'),
        },
      );
    },
  },
  {
    id: 'addon-object-name',
    reason:
      'What an addon runs in the management cluster is named <cluster>-<addon>, in which host names and label values have room for 63 characters.',
    source: LABEL_LENGTHS,
    check({ cluster, addon: { path, name } }, refuse) {
      if (cluster.name.length + 1 + name.length <= MOST_ADDON_NAME) return;
      if (!isDnsLabel(cluster.name, MOST_CLUSTER_NAME)) return;
      if (!isDnsLabel(name, MOST_ADDON_NAME)) return;
      const room = MOST_ADDON_NAME - cluster.name.length - 1;
      const better = betterNames(
        cluster.addons.map((addon) => addon.name),
        (one) => one.length <= room,
        (one, taken) => toDnsLabel(one, room, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${room} characters, so that "${cluster.name}-<name>" has at most ${MOST_ADDON_NAME}`,
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
