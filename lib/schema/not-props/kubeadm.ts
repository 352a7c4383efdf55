import { below, type NotProps, type NotPropsByKind, REFERENCE_FIELDS } from './not-prop';

/** Fields of every kubeadm configuration. */
const CONFIG: readonly NotProps[] = [
  {
    fields: ['bootstrapToken', 'file', 'tlsBootstrapToken'].map(
      (name) => `**.joinConfiguration.discovery.${name}`,
    ),
    why: 'Cluster API creates a token for each machine, and fills in the endpoint and the CA certificate hashes.',
  },
  {
    fields: ['**.joinConfiguration.caCertPath'],
    why: 'It is the path to which Cluster API writes the CA certificate.',
  },
  {
    fields: ['**.taints[].timeAdded'],
    why: 'Kubernetes sets it on the taints of a Node.',
  },
  {
    fields: ['diskSetup.filesystems[].replaceFS'],
    why: 'It applies to the temporary disk on Microsoft Azure.',
  },
  {
    fields: ['users[].passwd'],
    why: 'Everyone who reads the manifest would see the hash; `passwdFrom` names a Secret.',
  },
  {
    fields: ['useExperimentalRetryJoin'],
    why: 'It is deprecated because kubeadm retries by itself, and v1beta2 removed it.',
  },
  {
    fields: ['users[].inactive'],
    why: 'Cluster API writes `true` where cloud-init expects a number of days, which then has no effect; Ignition has no such field, and cloudbase-init creates no home for such an account.',
  },
  {
    fields: ['files[].contentFormat'],
    why: 'A template can only insert the Kubernetes version of the control plane, which the program can write into the content itself.',
  },
  {
    fields: ['diskSetup.partitions[].diskLayout'],
    why: '`additionalBlockDevices` gives machines a disk for each purpose, which needs at most one partition; Ignition and Cluster API 1.10 do not have the field.',
  },
];

/** Fields of kubeadm's own documents that Cluster API fills in. */
const DOCUMENT_HEADS: NotProps = {
  fields: ['clusterConfiguration', 'initConfiguration', 'joinConfiguration'].flatMap((document) => [
    `${document}.apiVersion`,
    `${document}.kind`,
  ]),
  why: 'Cluster API writes kubeadm documents in the API version that matches the Kubernetes version.',
};

/** Fields of the control plane and bootstrap kinds of v1beta1 and v1beta2 that no prop writes. */
export const KUBEADM_NOT_PROPS: NotPropsByKind = {
  KubeadmConfigTemplate: [
    {
      fields: ['clusterConfiguration', 'initConfiguration'].map((name) => `template.spec.${name}`),
      why: 'Machines of pools join a cluster; kubeadm reads these fields only when it initializes one.',
    },
    ...below('template.spec', CONFIG),
    {
      fields: [
        'template.spec.joinConfiguration.controlPlane',
        'template.spec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds',
      ],
      why: 'It is for control plane nodes, which KubeadmControlPlane creates.',
    },
    {
      fields: ['template.metadata'],
      why: 'Nothing reads labels and annotations of a KubeadmConfig; those of machines are in the MachineDeployment.',
    },
    {
      fields: ['joinConfiguration.apiVersion', 'joinConfiguration.kind'].map(
        (name) => `template.spec.${name}`,
      ),
      why: DOCUMENT_HEADS.why,
    },
  ],
  KubeadmControlPlane: [
    ...below('machineTemplate.infrastructureRef', REFERENCE_FIELDS),
    ...below('kubeadmConfigSpec', CONFIG),
    ...below('kubeadmConfigSpec', [
      DOCUMENT_HEADS,
      {
        fields: [
          'clusterConfiguration.clusterName',
          'clusterConfiguration.controlPlaneEndpoint',
          'clusterConfiguration.kubernetesVersion',
          'clusterConfiguration.networking',
        ],
        why: 'Cluster API fills it in from the Cluster and the KubeadmControlPlane.',
      },
      {
        fields: ['clusterConfiguration.certificatesDir'],
        why: 'Cluster API writes its certificates to `/etc/kubernetes/pki` only.',
      },
      {
        fields: ['initConfiguration.bootstrapTokens'],
        why: 'Cluster API creates tokens for joining machines; a token in the manifest would be a credential in Git.',
      },
      {
        fields: ['**.extraEnvs[].valueFrom'],
        why: 'Static pods cannot read ConfigMaps or Secrets, and the values of their fields are known in advance.',
      },
    ]),
  ],
};
