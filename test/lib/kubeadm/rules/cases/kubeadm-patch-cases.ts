import { Cni } from '../../../../../lib/addons/model/cni';
import { Etcd } from '../../../../../lib/kubeadm/model/etcd';
import { KubeadmPatch } from '../../../../../lib/kubeadm/model/kubeadm-patch';
import { profile } from '../../../../support/models';
import { type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const CHANGE = { spec: { priority: 5 } };
const EXTERNAL = Etcd.external({ endpoints: ['https://etcd.example:2379'] }).model;

/** Examples of rules on patches of what kubeadm writes. */
export const KUBEADM_PATCH_CASES: readonly RuleCase[] = [
  {
    rule: 'patch-target-version',
    broken: patchedWith('1.30.9', KubeadmPatch.merge('corednsdeployment', CHANGE)),
    sound: patchedWith('1.31.0', KubeadmPatch.merge('corednsdeployment', CHANGE)),
    says: `mothership/demo/control-plane: patches[0].target is "corednsdeployment"
  allowed: other targets; this one requires Kubernetes 1.31 or newer
  fix: leave the patch out, or upgrade Kubernetes first`,
  },
  {
    rule: 'pool-patch-target',
    broken: pooled(KubeadmPatch.merge('etcd', CHANGE)),
    sound: pooled(KubeadmPatch.merge('kubeletconfiguration', CHANGE)),
    says: `mothership/demo/workers: patches[0].target is "etcd"
  allowed: "kubeletconfiguration"
  fix: move the patch to patches of the control plane`,
  },
  {
    rule: 'pool-patch-target',
    broken: withPool(
      {
        name: 'win',
        os: 'windows',
        image: { filter: { name: 'windows-2022' } },
        patches: [KubeadmPatch.merge('kubeletconfiguration', CHANGE).model],
      },
      { cni: Cni.calico({ encapsulation: 'vxlan' }).model },
    ),
    says: `mothership/demo/win: patches is ["kubeletconfiguration"]
  allowed: none in a Windows pool
  fix: leave them out, and use kubeletExtraArgs`,
  },
  {
    rule: 'pool-patch-contents',
    broken: pooled(KubeadmPatch.merge('kubeletconfiguration', {})),
    sound: pooled(KubeadmPatch.merge('kubeletconfiguration', { maxOpenFiles: 5 })),
    says: `mothership/demo/workers: patches[0].patch is {}
  allowed: at least one change
  fix: leave it out`,
  },
  {
    rule: 'pool-patch-count',
    broken: pooled(...many(101)),
    sound: pooled(...many(100)),
    says: `mothership/demo/workers: patches.length is 101
  allowed: at most 100 patches
  fix: merge the patches with the same target`,
  },
  {
    rule: 'patch-target-absent',
    broken: withControlPlane({
      etcd: EXTERNAL,
      patches: [KubeadmPatch.strategic('etcd', CHANGE).model],
    }),
    sound: patched(KubeadmPatch.strategic('etcd', CHANGE)),
    says: `mothership/demo/control-plane: patches[0].target is "etcd"
  allowed: other targets; this one requires a local etcd
  fix: leave the patch out`,
  },
  {
    rule: 'patch-contents',
    broken: patched(KubeadmPatch.merge('etcd', {}), KubeadmPatch.json('etcd', [])),
    sound: patched(KubeadmPatch.json('etcd', [{ op: 'remove', path: '/spec/a~1b' }])),
    says: `mothership/demo/control-plane: patches[0].patch is {}
  allowed: at least one change
  fix: leave it out
mothership/demo/control-plane: patches[1].patch is []
  allowed: at least one change
  fix: leave it out`,
  },
  {
    rule: 'patch-contents',
    broken: patched(
      KubeadmPatch.json('etcd', [{ op: 'replace', path: 'spec.priority', value: 1 }]),
    ),
    says: `mothership/demo/control-plane: patches[0].patch[0].path is "spec.priority"
  allowed: a JSON pointer, such as "/spec/containers/0/image"
  fix: write "/spec/priority"`,
  },
  {
    rule: 'patch-contents',
    broken: patched(KubeadmPatch.json('etcd', [{ op: 'move', from: 'd', path: '/c' }])),
    sound: patched(
      KubeadmPatch.json('etcd', [
        { op: 'add', path: '/a', value: null },
        { op: 'copy', from: '/a', path: '/b' },
      ]),
    ),
    says: `mothership/demo/control-plane: patches[0].patch[0].from is "d"
  allowed: a JSON pointer, such as "/spec/containers/0/image"
  fix: write "/d"`,
  },
  {
    rule: 'patch-count',
    broken: patched(...Array.from({ length: 101 }, () => KubeadmPatch.merge('etcd', CHANGE))),
    sound: patched(...Array.from({ length: 100 }, () => KubeadmPatch.merge('etcd', CHANGE))),
    says: `mothership/demo/control-plane: patches.length is 101
  allowed: at most 100 patches
  fix: merge the patches with the same target`,
  },
  {
    rule: 'control-plane-user-data',
    broken: patched(KubeadmPatch.merge('etcd', { metadata: { note: 'x'.repeat(30_000) } })),
    sound: patched(KubeadmPatch.merge('etcd', { metadata: { note: 'x'.repeat(20_000) } })),
    says: `mothership/demo/control-plane: patches is "30067 bytes"
  allowed: at most 49000 bytes of user data; the total is about 50067
  fix: leave out rules and certificates that the machines do not need; contents of Secrets need space too`,
  },
];

function patched(...patches: readonly KubeadmPatch[]): RuleCase['broken'] {
  return withControlPlane({ patches: patches.map(({ model }) => model) });
}

function patchedWith(kubernetesVersion: string, { model }: KubeadmPatch): RuleCase['broken'] {
  return withControlPlane({ patches: [model] }, { kubernetesVersion, profile: profile('1.10') });
}

function pooled(...patches: readonly KubeadmPatch[]): RuleCase['broken'] {
  return withPool({ patches: patches.map(({ model }) => model) });
}

function many(length: number): readonly KubeadmPatch[] {
  return Array.from({ length }, () => KubeadmPatch.merge('kubeletconfiguration', CHANGE));
}
