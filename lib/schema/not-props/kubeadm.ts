import { below, type NotProps, type NotPropsByKind, REFERENCE_FIELDS } from './not-prop';

/** Fields of every kubeadm configuration. */
const CONFIG: readonly NotProps[] = [
  {
    fields: ['bootstrapToken', 'file', 'tlsBootstrapToken'].map(
      (name) => `**.joinConfiguration.discovery.${name}`,
    ),
    why: 'Cluster API makes a token for each machine and fills in the endpoint and the hashes of the authority.',
  },
  {
    fields: ['**.joinConfiguration.caCertPath'],
    why: 'It is where Cluster API writes the certificate of the authority.',
  },
  {
    fields: ['**.taints[].timeAdded'],
    why: 'Kubernetes sets it, on taints of a Node.',
  },
  {
    fields: ['diskSetup.filesystems[].replaceFS'],
    why: 'It is for the temporary disk of Microsoft Azure.',
  },
  {
    fields: ['users[].passwd'],
    why: 'A hash in the manifest would be open to everybody who reads it; `passwdFrom` names a Secret.',
  },
  {
    fields: ['useExperimentalRetryJoin'],
    why: 'It is deprecated, as kubeadm itself tries again, and v1beta2 has dropped it.',
  },
  {
    fields: ['users[].inactive'],
    why: 'Cluster API writes `true` where cloud-init takes a number of days, which then has no effect; Ignition has no such field, and cloudbase-init makes no such account with a home.',
  },
  {
    fields: ['files[].contentFormat'],
    why: 'A template may print the Kubernetes version of the control plane and nothing more, which a program writes into the text itself.',
  },
  {
    fields: ['diskSetup.partitions[].diskLayout'],
    why: '`additionalBlockDevices` gives machines a disk for each purpose, which needs one partition at most; Ignition and Cluster API 1.10 do without the field.',
  },
];

/** Fields that kubeadm's own documents have, and Cluster API fills in. */
const DOCUMENT_HEADS: NotProps = {
  fields: ['clusterConfiguration', 'initConfiguration', 'joinConfiguration'].flatMap((document) => [
    `${document}.apiVersion`,
    `${document}.kind`,
  ]),
  why: 'Cluster API writes kubeadm documents of the version that goes with the Kubernetes version.',
};

/** Fields of kinds that v1beta1 and v1beta2 have for machines of a control plane. */
export const KUBEADM_NOT_PROPS: NotPropsByKind = {
  KubeadmConfigTemplate: [
    {
      fields: ['clusterConfiguration', 'initConfiguration'].map((name) => `template.spec.${name}`),
      why: 'Machines of pools join; kubeadm reads these where a cluster is initialised.',
    },
    ...below('template.spec', CONFIG),
    {
      fields: [
        'template.spec.joinConfiguration.controlPlane',
        'template.spec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds',
      ],
      why: 'It is for nodes of a control plane, which KubeadmControlPlane makes.',
    },
    {
      fields: ['template.metadata'],
      why: 'Labels and annotations of a KubeadmConfig mean nothing to anybody; those of machines are in the MachineDeployment.',
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
        why: 'Cluster API makes tokens for the machines that join; one in the manifest would be a credential in Git.',
      },
      {
        fields: ['**.extraEnvs[].valueFrom'],
        why: 'Static pods read neither ConfigMaps nor Secrets, and what their fields say is known beforehand.',
      },
    ]),
  ],
};
