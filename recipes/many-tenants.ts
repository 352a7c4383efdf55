import {
  Addon,
  CalicoJob,
  CalicoManifest,
  Checksum,
  CidrPlan,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  Fleet,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';
import { ApiObject, Chart } from 'cdk8s';

// Change: the tenants, each with its project in OpenStack and its group in the management cluster.
const TENANTS = {
  physics: { cloudName: 'physics-k8s', group: 'physics-admins' },
  library: { cloudName: 'library-k8s', group: 'library-it' },
} as const;

/** One cluster of a tenant. */
interface Row {
  readonly name: string;
  readonly tenant: keyof typeof TENANTS;
  /** Number in the address plan; never change it, and never give it to two clusters. */
  readonly number: number;
  readonly kubernetesVersion: '1.33.6' | '1.34.2';
  /** Most workers, which the quota of the project must allow. */
  readonly maxWorkers: number;
}

// Change: the clusters. A new row adds files, and changes none of the other clusters.
const CLUSTERS: readonly Row[] = [
  {
    name: 'physics-prod',
    tenant: 'physics',
    number: 0,
    kubernetesVersion: '1.33.6',
    maxWorkers: 20,
  },
  {
    name: 'physics-test',
    tenant: 'physics',
    number: 1,
    kubernetesVersion: '1.34.2',
    maxWorkers: 3,
  },
  {
    name: 'library-prod',
    tenant: 'library',
    number: 2,
    kubernetesVersion: '1.34.2',
    maxWorkers: 6,
  },
];

const plan = new CidrPlan({
  nodes: { ranges: ['10.64.0.0/14'], prefix: 24 },
  pods: { ranges: ['10.128.0.0/10'], prefix: 17 },
  services: { ranges: ['10.68.0.0/14'], prefix: 22 },
  clusters: Object.fromEntries(CLUSTERS.map(({ name, number }) => [name, number])),
});

export const fleet = new Fleet({ outdir: 'build/many-tenants' });
const control = new ManagementCluster(fleet, 'control', { providers: Providers.stable('1.14') });
const clouds = { physics: project('physics'), library: project('library') };
const access = new Chart(control, 'tenant-access');

for (const row of CLUSTERS) {
  addCluster(row);
  addViewers(row);
}

fleet.run();

/** Project of a tenant, with an identity that only namespaces of this tenant may use. */
function project(tenant: Row['tenant']) {
  return new OpenStackCloud(fleet, tenant, {
    credentials: CloudCredentials.clusterIdentity(tenant, {
      secretRef: { name: `${tenant}-clouds`, namespace: 'capo-system' },
      namespaceSelector: { 'example.org/tenant': tenant },
      cloudName: TENANTS[tenant].cloudName,
    }),
    externalNetwork: ExternalNetwork.only('public'),
    flavors: {
      'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' },
      'm1.xlarge': { cpus: 8, memory: '16Gi', disk: '80Gi' },
    },
  });
}

function addCluster({ name, tenant, kubernetesVersion, maxWorkers }: Row): void {
  const cluster = new WorkloadCluster(control, name, {
    cloud: clouds[tenant],
    kubernetesVersion,
    image: MachineImage.fromName(`ubuntu-2404-kube-v${kubernetesVersion}`),
    labels: { 'example.org/tenant': tenant },
    network: ClusterNetwork.managed(plan.ranges(name)),
    controlPlane: { flavor: 'm1.large', healthCheck: {} },
  });
  cluster.addNodePool('workers', {
    flavor: 'm1.xlarge',
    autoscale: { minSize: 1, maxSize: maxWorkers },
    healthCheck: {},
  });
  new CalicoJob(cluster, 'calico', {
    version: '3.30.2',
    encapsulation: 'vxlan',
    manifest: CalicoManifest.release({
      checksum: Checksum.none({ reason: 'the project is trusted' }),
    }),
  });
  cluster.addAddon(Addon.openStackCloudControllerManager());
  cluster.addAddon(Addon.clusterAutoscaler());
}

/** Lets a tenant watch its clusters in the management cluster, but not read the Secrets with their kubeconfigs. */
function addViewers({ name, tenant }: Row): void {
  const apiGroup = 'rbac.authorization.k8s.io';
  const metadata = { name: 'tenant-viewers', namespace: name };
  new ApiObject(access, `${name}-role`, {
    apiVersion: `${apiGroup}/v1`,
    kind: 'Role',
    metadata,
    rules: [
      {
        apiGroups: ['cluster.x-k8s.io', 'controlplane.cluster.x-k8s.io'],
        resources: ['*'],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  });
  new ApiObject(access, `${name}-binding`, {
    apiVersion: `${apiGroup}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'Role', name: metadata.name },
    subjects: [{ apiGroup, kind: 'Group', name: TENANTS[tenant].group }],
  });
}
