import { AuditPolicy } from '../../../../../lib/kubeadm/model/audit-policy';
import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { EncryptionAtRest } from '../../../../../lib/kubeadm/model/encryption';
import type { HostVolume } from '../../../../../lib/kubeadm/model/host-volume';
import { KubeadmPatch } from '../../../../../lib/kubeadm/model/kubeadm-patch';
import { poolModel } from '../../../../support/models';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const VOLUME: HostVolume = { name: 'extra', hostPath: '/srv/extra', mountPath: '/extra' };
const GATES = { featureGates: { everywhere: { InPlaceScaling: true } } };

/** Examples of rules on volumes and feature gates of components. */
export const COMPONENT_CASES: readonly RuleCase[] = [
  {
    rule: 'volume-name',
    broken: withControlPlane({ apiServerExtraVolumes: [{ ...VOLUME, name: 'Extra_Files' }] }),
    sound: withControlPlane({ apiServerExtraVolumes: [VOLUME] }),
    says: `mothership/demo/control-plane: apiServerExtraVolumes.name is "Extra_Files"
  allowed: at most 63 lower-case letters, digits and dashes
  fix: write "extra-files"`,
  },
  {
    rule: 'volume-path',
    broken: withControlPlane({ schedulerExtraVolumes: [{ ...VOLUME, hostPath: '/srv/../etc' }] }),
    sound: withControlPlane({ schedulerExtraVolumes: [VOLUME] }),
    says: `mothership/demo/control-plane: schedulerExtraVolumes["extra"].hostPath is "/srv/../etc"
  allowed: an absolute path of at most 512 characters, without "..", ":" or a trailing slash
  fix: write the full path from the root`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane({
      apiServerExtraVolumes: [VOLUME, { ...VOLUME, mountPath: '/other' }],
    }),
    sound: withControlPlane({ apiServerExtraVolumes: [VOLUME], schedulerExtraVolumes: [VOLUME] }),
    says: `mothership/demo/control-plane: apiServerExtraVolumes.name is "extra"
  allowed: a name that no other volume of the component has, including those of kubeadm and of features
  fix: give the volume another name, or leave it out`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane({
      apiServerExtraVolumes: [{ ...VOLUME, mountPath: '/etc/kubernetes/pki' }],
    }),
    says: `mothership/demo/control-plane: apiServerExtraVolumes.mountPath is "/etc/kubernetes/pki"
  allowed: a mountPath that no other volume of the component has, including those of kubeadm and of features
  fix: give the volume another mountPath, or leave it out`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane({ schedulerExtraVolumes: [{ ...VOLUME, name: 'kubeconfig' }] }),
    says: `mothership/demo/control-plane: schedulerExtraVolumes.name is "kubeconfig"
  allowed: a name that no other volume of the component has, including those of kubeadm and of features
  fix: give the volume another name, or leave it out`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane(sharing('/etc/kubernetes/encryption')),
    sound: withControlPlane(sharing('/etc/kubernetes/encryption/kms')),
    says: `mothership/demo/control-plane: encryption.endpoint is "unix:///etc/kubernetes/encryption/kms.sock"
  allowed: a directory other than "/etc/kubernetes/encryption", which is mounted for encryption
  fix: use a separate directory, such as "/run/kms"`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane(sharing('/etc/kubernetes/pki')),
    says: `mothership/demo/control-plane: encryption.endpoint is "unix:///etc/kubernetes/pki/kms.sock"
  allowed: a directory other than "/etc/kubernetes/pki", which is mounted for kubeadm
  fix: use a separate directory, such as "/run/kms"`,
  },
  {
    rule: 'volume-unique',
    broken: withControlPlane(sharing('/var/lib/kms', '/var/lib/kms/a.log')),
    sound: withControlPlane(sharing('/var/lib/kms', '/var/lib/audit/a.log')),
    says: `mothership/demo/control-plane: encryption.endpoint is "unix:///var/lib/kms/kms.sock"
  allowed: a directory other than "/var/lib/kms", which is mounted for audit
  fix: use a separate directory, such as "/run/kms"`,
  },
  {
    rule: 'feature-gate-name',
    broken: withControlPlane({ featureGates: { apiServer: { 'inPlaceScaling=true': true } } }),
    sound: withControlPlane({ featureGates: { apiServer: { InPlaceScaling: true } } }),
    says: `mothership/demo/control-plane: featureGates.apiServer is "inPlaceScaling=true"
  allowed: names of letters and digits, starting with a capital letter
  fix: write "InPlaceScaling"`,
  },
  {
    rule: 'feature-gate-value',
    broken: withControlPlane({ featureGates: { kubeadm: JSON.parse('{"WaitForAll":"true"}') } }),
    sound: withControlPlane({ featureGates: { kubeadm: { WaitForAll: true } } }),
    says: `mothership/demo/control-plane: featureGates.kubeadm.WaitForAll is "true"
  allowed: true or false
  fix: write true`,
  },
  {
    rule: 'feature-gate-twice',
    broken: withControlPlane({
      featureGates: { ...GATES.featureGates, kubelet: { InPlaceScaling: false } },
    }),
    sound: withControlPlane({ featureGates: { ...GATES.featureGates, kubelet: { Other: false } } }),
    says: `mothership/demo/control-plane: featureGates.kubelet.InPlaceScaling is false
  allowed: gates that are not in everywhere
  fix: set the gate in only one of the two`,
  },
  {
    rule: 'argument-of-feature',
    broken: withControlPlane({ ...GATES, schedulerExtraArgs: { 'feature-gates': 'A=true' } }),
    sound: withControlPlane({ schedulerExtraArgs: { 'feature-gates': 'A=true' } }),
    says: `mothership/demo/control-plane: schedulerExtraArgs["feature-gates"] is "A=true"
  allowed: arguments that the control plane's featureGates does not set
  fix: use featureGates of the control plane instead, or leave featureGates out`,
  },
  {
    rule: 'file-of-feature',
    broken: withControlPlane({
      patches: [KubeadmPatch.merge('etcd', { spec: { priority: 5 } }).model],
      bootstrap: {
        ...PLAIN_BOOTSTRAP,
        files: [{ path: '/etc/kubernetes/patches/etcd+merge.yaml', content: '{}' }],
      },
    }),
    sound: withControlPlane({
      bootstrap: {
        ...PLAIN_BOOTSTRAP,
        files: [{ path: '/etc/kubernetes/patches/etcd+merge.yaml', content: '{}' }],
      },
    }),
    says: `mothership/demo/control-plane: bootstrap.files is "/etc/kubernetes/patches/etcd+merge.yaml"
  allowed: files that patches does not write
  fix: use patches instead, or give the file another path`,
  },
  {
    rule: 'kubelet-argument-of-feature',
    broken: withControlPlane(GATES, {
      pools: [poolModel({ kubeletExtraArgs: { 'feature-gates': 'A=true' } })],
    }),
    sound: withControlPlane(GATES, {
      pools: [
        poolModel({ kubernetesVersion: '1.31.9', kubeletExtraArgs: { 'feature-gates': 'A=true' } }),
      ],
    }),
    says: `mothership/demo/workers: kubeletExtraArgs["feature-gates"] is "A=true"
  allowed: arguments that the control plane's featureGates does not set
  fix: use featureGates of the control plane instead, or leave featureGates out`,
  },
];

function sharing(folder: string, log?: string) {
  const kms = { name: 'vault', endpoint: `unix://${folder}/kms.sock` };
  const audit = { policy: AuditPolicy.metadata().model, log: { path: log ?? '-' } };
  return { audit, encryption: EncryptionAtRest.kms(kms).model };
}
