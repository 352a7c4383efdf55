import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import type { Component } from '../../../../lib/kubeadm/render/control-plane-part';
import { controlPlaneModel } from '../../../support/models';
import { byCore, type Path, type PropRow } from '../../../support/rendering';

/** Way to the kubeadm configuration of a control plane. */
export const CONFIG = ['spec', 'kubeadmConfigSpec'] as const;

/** Way to what kubeadm's configuration says of the cluster. */
export const CLUSTER = [...CONFIG, 'clusterConfiguration'] as const;

const COMPONENTS = ['apiServer', 'controllerManager', 'scheduler'] as const;
const KUBELETS: readonly { readonly key: string; readonly place: Path }[] = [
  { key: 'controlPlane', place: [...CONFIG, 'initConfiguration'] },
  { key: 'controlPlane', place: [...CONFIG, 'joinConfiguration'] },
  {
    key: 'pool/workers/bootstrapTemplate',
    place: ['spec', 'template', 'spec', 'joinConfiguration'],
  },
];
const KUBELET_ARGS = {
  'cloud-provider': 'external',
  'provider-id': "openstack:///'{{ instance_id }}'",
};

/** Row of features that land at one place of the control plane in every profile. */
export function feature(
  features: Partial<ControlPlaneFeatures>,
  path: Path,
  value: unknown,
): PropRow {
  return row(features, () => [path, value]);
}

/** Row of features that become the arguments of a component. */
export function onComponent(
  features: Partial<ControlPlaneFeatures>,
  component: Component,
  args: Readonly<Record<string, string>>,
): PropRow {
  return row(features, argsLanding([...CLUSTER, component, 'extraArgs'], args));
}

/** Rows of features that become one argument of components: API server, controller manager and scheduler. */
export function onComponents(
  features: Partial<ControlPlaneFeatures>,
  name: string,
  value: string,
  components: readonly Component[] = COMPONENTS,
): readonly PropRow[] {
  return components.map((component) => {
    const derived = component === 'controllerManager' ? { 'cloud-provider': 'external' } : {};
    return onComponent(features, component, { ...derived, [name]: value });
  });
}

/** Row of features that become arguments of the etcd on the machine. */
export function onEtcd(
  features: Partial<ControlPlaneFeatures>,
  args: Readonly<Record<string, string>>,
): PropRow {
  return row(features, argsLanding([...CLUSTER, 'etcd', 'local', 'extraArgs'], args));
}

/** Rows of features that become arguments of every kubelet of the cluster. */
export function onKubelets(
  features: Partial<ControlPlaneFeatures>,
  args: Readonly<Record<string, string>>,
): readonly PropRow[] {
  return KUBELETS.map(({ key, place }) => ({
    ...row(
      features,
      argsLanding([...place, 'nodeRegistration', 'kubeletExtraArgs'], { ...KUBELET_ARGS, ...args }),
    ),
    key,
  }));
}

function row(features: Partial<ControlPlaneFeatures>, lands: PropRow['lands']): PropRow {
  return { model: { controlPlane: controlPlaneModel(features) }, key: 'controlPlane', lands };
}

function argsLanding(place: Path, args: Readonly<Record<string, string>>): PropRow['lands'] {
  const names = Object.keys(args).sort();
  const map = Object.fromEntries(names.map((name) => [name, args[name]]));
  const list = names.map((name) => ({ name, value: args[name] }));
  return byCore([place, map], [place, list]);
}
