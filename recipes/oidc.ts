import {
  Addon,
  Authentication,
  CalicoJob,
  CalicoManifest,
  Checksum,
  ClaimMapping,
  CloudCredentials,
  ClusterNetwork,
  Delivery,
  ExternalNetwork,
  Fleet,
  type JwtIssuer,
  MachineImage,
  ManagementCluster,
  OpenStackCloud,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';
import { ApiObject, type Chart } from 'cdk8s';

export const fleet = new Fleet({ outdir: 'build/oidc' });

// Change: the cloud, its flavors and the Secret with its credentials.
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('team-clouds'),
  externalNetwork: ExternalNetwork.only('public'),
  flavors: { 'm1.large': { cpus: 4, memory: '8Gi', disk: '40Gi' } },
});
const control = new ManagementCluster(fleet, 'control', { providers: Providers.stable('1.14') });

// Change: the issuer, its client ID and the claims of its tokens.
const staff: JwtIssuer = {
  url: 'https://login.example.org/realms/staff',
  audiences: ['kubernetes'],
  username: ClaimMapping.claim('email', 'staff:'),
  groups: ClaimMapping.claim('groups', 'staff:'),
  claimRules: [
    { expression: 'claims.email_verified == true', message: 'verify your e-mail address' },
  ],
};
// Pipelines log in with a token of their own run, so no kubeconfig is stored anywhere.
const pipelines: JwtIssuer = {
  url: 'https://token.actions.githubusercontent.com',
  audiences: ['https://team.k8s.example.org'],
  username: ClaimMapping.claim('sub', 'ci:'),
  requiredClaims: { repository_owner: 'example' },
};

const cluster = new WorkloadCluster(control, 'team', {
  cloud,
  kubernetesVersion: '1.34.2',
  image: MachineImage.fromName('ubuntu-2404-kube-v1.34.2'),
  network: ClusterNetwork.managed({ nodeCidr: '10.8.0.0/24' }),
  controlPlane: {
    flavor: 'm1.large',
    authentication: Authentication.issuers([staff, pipelines], {
      anonymousPaths: ['/livez', '/readyz', '/version'],
    }),
  },
});
cluster.addNodePool('workers', { flavor: 'm1.large', replicas: 3, healthCheck: {} });

// Change: who may do what. Without a binding, a person can log in but has no permissions.
cluster.addAddon(
  Addon.constructs('access', addAccess, {
    // Later changes of the bindings reach the cluster too.
    delivery: Delivery.clusterResourceSet({ strategy: 'Reconcile' }),
  }),
);
new CalicoJob(cluster, 'calico', {
  version: '3.30.2',
  manifest: CalicoManifest.release({
    checksum: Checksum.none({ reason: 'the project is trusted' }),
  }),
});
cluster.addAddon(Addon.openStackCloudControllerManager());

fleet.run();

function addAccess(chart: Chart): void {
  const metadata = { name: 'shop' };
  new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata });
  bind(chart, 'platform', 'cluster-admin', 'Group', 'staff:platform');
  bind(chart, 'developers', 'view', 'Group', 'staff:developers');
  bind(chart, 'deployment', 'edit', 'User', 'ci:repo:example/shop:ref:refs/heads/main', 'shop');
}

/** Binds a role of Kubernetes to a group or a user, in one namespace or in the whole cluster. */
function bind(
  chart: Chart,
  name: string,
  role: string,
  kind: 'Group' | 'User',
  subject: string,
  namespace?: string,
): void {
  const apiGroup = 'rbac.authorization.k8s.io';
  new ApiObject(chart, name, {
    apiVersion: `${apiGroup}/v1`,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    roleRef: { apiGroup, kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup, kind, name: subject }],
  });
}
