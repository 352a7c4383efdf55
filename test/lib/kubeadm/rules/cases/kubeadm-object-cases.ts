import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'controlPlane';
const POOL_KEY = 'pool/workers/bootstrapTemplate';
const ON = 'of KubeadmControlPlane demo-control-plane';
const CONFIG = 'spec kubeadmConfigSpec';
const TIMEOUT = 'timeouts controlPlaneComponentHealthCheckSeconds';
const DAYS = `${CONFIG} clusterConfiguration certificateValidityPeriodDays`;
const FILES = [{ path: '/etc/a' }, { path: '/etc/b' }, { path: '/etc/a' }];
const OLD = VERSIONS.oldest();

/** Examples of rules on what kubeadm gets. */
export const KUBEADM_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-file-paths',
    key: KEY,
    broken: [[`${CONFIG} files`, FILES]],
    sound: [[`${CONFIG} files`, FILES.slice(1)]],
    says: `mothership/demo: spec.kubeadmConfigSpec.files[2].path ${ON} is "/etc/a"
  allowed: a path that no other file has, including files of the library
  fix: leave one of the two out`,
  },
  {
    rule: 'object-file-paths',
    key: POOL_KEY,
    broken: [['spec template spec files', FILES]],
    says: `mothership/demo: spec.template.spec.files[2].path of KubeadmConfigTemplate demo-workers is "/etc/a"
  allowed: a path that no other file has, including files of the library
  fix: leave one of the two out`,
  },
  {
    rule: 'object-file-paths',
    key: KEY,
    broken: [
      ['kind', 'KubeadmControlPlaneTemplate'],
      ['spec', { template: { spec: { kubeadmConfigSpec: { files: FILES } } } }],
    ],
    sound: [
      ['kind', 'KubeadmControlPlaneTemplate'],
      [
        'spec',
        { template: { spec: { rollout: { strategy: { rollingUpdate: { maxSurge: 0 } } } } } },
      ],
    ],
    says: `mothership/demo: spec.template.spec.kubeadmConfigSpec.files[2].path of KubeadmControlPlaneTemplate demo-control-plane is "/etc/a"
  allowed: a path that no other file has, including files of the library
  fix: leave one of the two out`,
  },
  {
    rule: 'object-file-paths',
    key: POOL_KEY,
    broken: [
      ['kind', 'KubeadmConfig'],
      ['spec', { files: FILES }],
    ],
    says: `mothership/demo: spec.files[2].path of KubeadmConfig demo-workers is "/etc/a"
  allowed: a path that no other file has, including files of the library
  fix: leave one of the two out`,
  },
  {
    rule: 'object-file-content',
    key: KEY,
    broken: [[`${CONFIG} files`, [{ content: '', contentFrom: { secret: { name: 'a' } } }]]],
    sound: [[`${CONFIG} files`, [{ contentFrom: { secret: { name: 'a' } } }]]],
    says: `mothership/demo: spec.kubeadmConfigSpec.files[0].contentFrom ${ON} is {"secret":{"name":"a"}}
  allowed: content or contentFrom
  fix: leave content or contentFrom out`,
  },
  {
    rule: 'object-component-timeout',
    key: KEY,
    broken: [
      [`${CONFIG} initConfiguration ${TIMEOUT}`, 300],
      [`${CONFIG} joinConfiguration ${TIMEOUT}`, 240],
    ],
    sound: [
      [`${CONFIG} initConfiguration ${TIMEOUT}`, 300],
      [`${CONFIG} joinConfiguration ${TIMEOUT}`, 300],
    ],
    says: `mothership/demo: spec.kubeadmConfigSpec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds ${ON} is 240
  allowed: 300, as in initConfiguration
  fix: write the same value in both`,
  },
  {
    rule: 'object-component-timeout',
    key: KEY,
    broken: [[`${CONFIG} joinConfiguration ${TIMEOUT}`, 240]],
    says: `mothership/demo: spec.kubeadmConfigSpec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds ${ON} is 240
  allowed: none, as in initConfiguration
  fix: write the same value in both`,
  },
  {
    rule: 'object-component-timeout',
    key: POOL_KEY,
    broken: [
      ['apiVersion', 'controlplane.cluster.x-k8s.io/v1beta2'],
      ['kind', 'KubeadmControlPlaneTemplate'],
      [`spec template ${CONFIG} joinConfiguration ${TIMEOUT}`, 240],
    ],
    sound: [[`spec template spec joinConfiguration ${TIMEOUT}`, 240]],
    says: `mothership/demo: spec.template.spec.kubeadmConfigSpec.joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds of KubeadmControlPlaneTemplate demo-workers is 240
  allowed: none, as in initConfiguration
  fix: write the same value in both`,
  },
  {
    rule: 'object-etcd',
    key: KEY,
    broken: [[`${CONFIG} clusterConfiguration etcd`, { local: {}, external: {} }]],
    sound: [[`${CONFIG} clusterConfiguration etcd`, { local: {} }]],
    says: `mothership/demo: spec.kubeadmConfigSpec.clusterConfiguration.etcd ${ON} is ["local","external"]
  allowed: local or external
  fix: leave one of the two out`,
  },
  {
    rule: 'object-argument-distinct',
    key: KEY,
    broken: [
      [
        `${CONFIG} clusterConfiguration apiServer extraArgs`,
        [{ name: 'v' }, { name: 'w' }, { name: 'v' }],
      ],
    ],
    sound: [[`${CONFIG} clusterConfiguration apiServer extraArgs`, [{ name: 'v' }]]],
    says: `mothership/demo: spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs[2].name ${ON} is "v"
  allowed: an argument that appears only once
  fix: leave one of the two out`,
  },
  {
    rule: 'object-replicas',
    key: KEY,
    broken: [['spec replicas', 2]],
    sound: [
      ['spec replicas', 2],
      [`${CONFIG} clusterConfiguration etcd`, { external: {} }],
    ],
    says: `mothership/demo: spec.replicas ${ON} is 2
  allowed: an odd integer of 1 or more
  fix: set replicas of the control plane instead`,
  },
  {
    rule: 'object-replicas',
    key: KEY,
    broken: [['spec replicas', 0]],
    sound: [['spec replicas', undefined]],
    says: `mothership/demo: spec.replicas ${ON} is 0
  allowed: an odd integer of 1 or more
  fix: set replicas of the control plane instead`,
  },
  {
    rule: 'object-surge',
    key: KEY,
    broken: [
      ['spec replicas', 1],
      ['spec rollout strategy rollingUpdate maxSurge', 0],
    ],
    sound: [['spec rollout strategy rollingUpdate maxSurge', 0]],
    says: `mothership/demo: spec.rollout.strategy.rollingUpdate.maxSurge ${ON} is 0
  allowed: 1, or 0 with 3 replicas or more
  fix: set rollout.maxSurge of the control plane instead`,
  },
  {
    rule: 'object-surge',
    key: KEY,
    profile: OLD,
    broken: [['spec rolloutStrategy rollingUpdate maxSurge', 2]],
    sound: [['spec rolloutStrategy rollingUpdate maxSurge', 1]],
    says: `mothership/demo: spec.rolloutStrategy.rollingUpdate.maxSurge ${ON} is 2
  allowed: 1, or 0 with 3 replicas or more
  fix: set rollout.maxSurge of the control plane instead`,
  },
  {
    rule: 'object-certificate-days',
    key: KEY,
    broken: [[DAYS, 4000]],
    sound: [
      [DAYS, 400],
      ['spec rollout before certificatesExpiryDays', 399],
    ],
    says: `mothership/demo: spec.kubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays ${ON} is 4000
  allowed: at most 3650 days, the validity of the CA
  fix: write 3650`,
  },
  {
    rule: 'object-certificate-days',
    key: KEY,
    profile: OLD,
    broken: [['spec rolloutBefore certificatesExpiryDays', 365]],
    sound: [['spec rolloutBefore certificatesExpiryDays', 364]],
    says: `mothership/demo: spec.kubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays ${ON} is 365
  allowed: more than 365 days, the time before expiry at which machines are replaced
  fix: write 366, or lower rollout.certificatesExpiryDays`,
  },
  {
    rule: 'object-certificate-days',
    key: KEY,
    broken: [[DAYS, 3651]],
    sound: [[DAYS, 3650]],
    says: `mothership/demo: spec.kubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays ${ON} is 3651
  allowed: at most 3650 days, the validity of the CA
  fix: write 3650`,
  },
];
