import type { Refuse, Rule } from '../../base/rule';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { EtcdModel } from '../model/etcd';
import type { ControlPlaneSubject } from './subjects';

type Local = Extract<EtcdModel, { kind: 'local' }>;
type OnVolume = Local & { readonly volume: NonNullable<Local['volume']> };

/** Returns a check of control planes with a local etcd; others pass. */
export function localEtcd(
  look: (etcd: Local, path: KubeadmControlPlane['path'], refuse: Refuse) => void,
): Rule<ControlPlaneSubject>['check'] {
  return ({ controlPlane: { path, etcd } }, refuse) => {
    if (etcd?.kind === 'local') look(etcd, path, refuse);
  };
}

/** Returns a check of control planes with a dedicated etcd disk; others pass. */
export function etcdVolume(
  look: (etcd: OnVolume, subject: ControlPlaneSubject, refuse: Refuse) => void,
): Rule<ControlPlaneSubject>['check'] {
  return (subject, refuse) => {
    const { etcd } = subject.controlPlane;
    if (etcd?.kind !== 'local' || etcd.volume === undefined) return;
    look({ ...etcd, volume: etcd.volume }, subject, refuse);
  };
}
