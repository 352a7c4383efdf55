import type { VersionProfile } from '../../../../lib/cluster/model/profile';
import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import { KubeadmPatch } from '../../../../lib/kubeadm/model/kubeadm-patch';
import { type PropRow, testProps } from '../../../support/rendering';
import { ADMISSION_ROWS } from './admission-rows';
import { AUDIT_ROWS } from './audit-rows';
import { AUTHENTICATION_ROWS } from './authentication-rows';
import {
  CLUSTER,
  CONFIG,
  feature,
  onComponents,
  onEtcd,
  onKubelets,
} from './control-plane-landings';
import { ENCRYPTION_ROWS } from './encryption-rows';
import { ETCD_ROWS } from './etcd-rows';
import { KUBE_PROXY_ROWS } from './kube-proxy-rows';

const VOLUME = {
  name: 'extra',
  hostPath: '/srv/extra',
  mountPath: '/extra',
  readOnly: true,
  pathType: 'Directory',
} as const;

const PATCHES = [
  KubeadmPatch.strategic('kube-apiserver', { spec: { priority: 5 } }).model,
  KubeadmPatch.merge('kubeletconfiguration', { maxPods: 50 }).model,
  KubeadmPatch.json('etcd', [{ op: 'add', path: '/spec/priority', value: 5 }]).model,
  KubeadmPatch.merge('corednsdeployment', { spec: { replicas: 3 } }).model,
];

function envRows(
  component: string,
  features: (envs: Readonly<Record<string, string>>) => Partial<ControlPlaneFeatures>,
): readonly PropRow[] {
  const written = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
  ];
  return [feature(features({ B: '2', A: '1' }), [...CLUSTER, component, 'extraEnvs'], written)];
}

const ROWS: Readonly<Record<keyof ControlPlaneFeatures, readonly PropRow[]>> = {
  apiServerExtraVolumes: [
    feature(
      { apiServerExtraVolumes: [VOLUME] },
      [...CLUSTER, 'apiServer', 'extraVolumes'],
      [VOLUME],
    ),
  ],
  controllerManagerExtraVolumes: [
    feature(
      { controllerManagerExtraVolumes: [VOLUME] },
      [...CLUSTER, 'controllerManager', 'extraVolumes'],
      [VOLUME],
    ),
  ],
  schedulerExtraVolumes: [
    feature(
      { schedulerExtraVolumes: [VOLUME] },
      [...CLUSTER, 'scheduler', 'extraVolumes'],
      [VOLUME],
    ),
  ],
  apiServerExtraEnvs: envRows('apiServer', (envs) => ({ apiServerExtraEnvs: envs })),
  controllerManagerExtraEnvs: envRows('controllerManager', (envs) => ({
    controllerManagerExtraEnvs: envs,
  })),
  schedulerExtraEnvs: envRows('scheduler', (envs) => ({ schedulerExtraEnvs: envs })),
  imageRepository: [
    feature(
      { imageRepository: 'mirror.example/k8s' },
      [...CLUSTER, 'imageRepository'],
      'mirror.example/k8s',
    ),
  ],
  dns: [
    feature(
      { dns: { imageRepository: 'mirror.example/dns', imageTag: 'v1.12.0' } },
      [...CLUSTER, 'dns'],
      { imageRepository: 'mirror.example/dns', imageTag: 'v1.12.0' },
    ),
  ],
  kubeProxy: KUBE_PROXY_ROWS,
  featureGates: [
    ...onComponents(
      { featureGates: { everywhere: { B: true, A: false } } },
      'feature-gates',
      'A=false,B=true',
    ),
    ...onKubelets({ featureGates: { everywhere: { A: true } } }, { 'feature-gates': 'A=true' }),
    ...onKubelets({ featureGates: { kubelet: { A: true } } }, { 'feature-gates': 'A=true' }),
    ...(['apiServer', 'controllerManager', 'scheduler'] as const).flatMap((component) =>
      onComponents({ featureGates: { [component]: { A: true } } }, 'feature-gates', 'A=true', [
        component,
      ]),
    ),
    feature({ featureGates: { kubeadm: { X: false } } }, [...CLUSTER, 'featureGates'], {
      X: false,
    }),
  ],
  admission: ADMISSION_ROWS,
  audit: AUDIT_ROWS,
  authentication: AUTHENTICATION_ROWS,
  encryption: ENCRYPTION_ROWS,
  tls: [
    ...onComponents({ tls: { minVersion: 'VersionTLS13' } }, 'tls-min-version', 'VersionTLS13'),
    ...onComponents({ tls: { cipherSuites: ['A', 'B'] } }, 'tls-cipher-suites', 'A,B'),
    ...onKubelets(
      { tls: { minVersion: 'VersionTLS12', cipherSuites: ['A', 'B'] } },
      { 'tls-min-version': 'VersionTLS12', 'tls-cipher-suites': 'A,B' },
    ),
    onEtcd({ tls: { minVersion: 'VersionTLS13' } }, { 'tls-min-version': 'TLS1.3' }),
    onEtcd(
      { tls: { minVersion: 'VersionTLS12', cipherSuites: ['A', 'B'] } },
      { 'tls-min-version': 'TLS1.2', 'cipher-suites': 'A,B' },
    ),
  ],
  etcd: ETCD_ROWS,
  patches: [
    feature(
      { patches: PATCHES },
      [...CONFIG, 'files'],
      [
        patchFile('kube-apiserver00+strategic', 'spec:\n  priority: 5\n'),
        patchFile('kubeletconfiguration01+merge', 'maxPods: 50\n'),
        patchFile('etcd02+json', '- op: add\n  path: /spec/priority\n  value: 5\n'),
        patchFile('corednsdeployment03+merge', 'spec:\n  replicas: 3\n'),
      ],
    ),
    feature(
      {
        patches: [KubeadmPatch.merge('etcd', { metadata: { annotations: { a: '{% raw' } } }).model],
      },
      [...CONFIG, 'files'],
      [
        {
          ...patchFile('etcd00+merge', ''),
          encoding: 'base64',
          content: base64("metadata:\n  annotations:\n    a: '{% raw'\n"),
        },
      ],
    ),
    ...['initConfiguration', 'joinConfiguration'].map((phase) =>
      feature({ patches: PATCHES }, [...CONFIG, phase, 'patches'], {
        directory: '/etc/kubernetes/patches',
      }),
    ),
  ],
  certificates: [
    feature(
      {
        certificates: {
          authorities: {
            serviceAccount: 'demo-sa',
            cluster: 'demo-ca',
            etcd: 'demo-etcd',
            frontProxy: 'demo-proxy',
          },
        },
      },
      ['metadata', 'annotations', 'capi-fleet/authority-secrets'],
      'demo-ca,demo-etcd,demo-proxy,demo-sa',
    ),
    ...(
      [
        [{ validityDays: 90 }, 'certificateValidityPeriodDays', 90],
        [{ authorityValidityDays: 1000 }, 'caCertificateValidityPeriodDays', 1000],
        [{ keyAlgorithm: 'ECDSA-P256' }, 'encryptionAlgorithm', 'ECDSA-P256'],
      ] as const
    ).map(([certificates, field, value]) => ({
      ...feature({ certificates }, [...CLUSTER, field], value),
      only: ({ core }: VersionProfile) => core === 'v1beta2',
    })),
  ],
};

describe('a rendered control plane with features', () => {
  testProps(ROWS);
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function patchFile(name: string, content: string) {
  const path = `/etc/kubernetes/patches/${name}.yaml`;
  return { path, owner: 'root:root', permissions: '0600', content };
}
