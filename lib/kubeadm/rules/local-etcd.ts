import type { Refuse, Rule } from '../../base/rule';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { EtcdModel } from '../model/etcd';
import type { ControlPlaneSubject } from './subjects';

type Local = Extract<EtcdModel, { kind: 'local' }>;
type OnVolume = Local & { readonly volume: NonNullable<Local['volume']> };

/** Check of control planes on whose machines etcd runs; others have nothing to look at. */
export function localEtcd(
  look: (etcd: Local, path: KubeadmControlPlane['path'], refuse: Refuse) => void,
): Rule<ControlPlaneSubject>['check'] {
  return ({ controlPlane: { path, etcd } }, refuse) => {
    if (etcd?.kind === 'local') look(etcd, path, refuse);
  };
}

/** Check of control planes whose etcd has a disk of its own; others have nothing to look at. */
export function etcdVolume(
  look: (etcd: OnVolume, subject: ControlPlaneSubject, refuse: Refuse) => void,
): Rule<ControlPlaneSubject>['check'] {
  return (subject, refuse) => {
    const { etcd } = subject.controlPlane;
    if (etcd?.kind !== 'local' || etcd.volume === undefined) return;
    look({ ...etcd, volume: etcd.volume }, subject, refuse);
  };
}
