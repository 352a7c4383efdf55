/*
 * An account of AWS in one region: its instance types, and the identity with which Cluster API uses it.
 */
import {
  AwsAccount,
  AwsEndpoint,
  AwsIdentity,
  AwsImage,
  AwsNetwork,
  AwsSecurityGroups,
  Cni,
  Fleet,
  ManagementCluster,
  Providers,
  WorkloadCluster,
} from 'capi-fleet';

export const shown = ['AWSClusterRoleIdentity', 'AWSCluster', 'AWSMachineTemplate'];

export const fleet = new Fleet({ outdir: 'clusters', onSynth: () => {} });
const mothership = new ManagementCluster(fleet, 'mothership', {
  providers: Providers.stable('1.14', { infrastructure: ['aws'] }),
});

// #region program
const account = new AwsAccount(fleet, 'production', {
  region: 'eu-central-1',
  instanceTypes: { 'm6i.large': { cpus: 2, memory: '8Gi', disk: '40Gi' } },
  identity: AwsIdentity.role('production', {
    roleArn: 'arn:aws:iam::123456789012:role/clusters',
    namespaceSelector: { 'example.org/account': 'production' },
  }),
});

new WorkloadCluster(mothership, 'shop', {
  cloud: account,
  kubernetesVersion: '1.34.3',
  image: AwsImage.lookup({
    org: '123456789012',
    baseOs: 'ubuntu-24.04',
    format: 'kubernetes-{{.BaseOS}}-{{.K8sVersion}}-*',
  }),
  network: AwsNetwork.managed({ nodeCidr: '10.8.0.0/16' }),
  endpoint: AwsEndpoint.managed({ allowedCidrs: ['198.51.100.0/24'] }),
  securityGroups: AwsSecurityGroups.managed(),
  cni: Cni.calico({ encapsulation: 'vxlan' }),
  controlPlane: {
    instanceType: 'm6i.large',
    rootVolume: { sizeGiB: 60, type: 'gp3', encrypted: true },
  },
  installedOtherwise: ['cni', 'cloud-controller-manager', 'csi-driver'],
});
// #endregion
