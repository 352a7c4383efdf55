import { type Fix, leaveOut, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { ControlPlaneSubject, MachineSubject } from './subjects';

type Arguments = Readonly<Record<string, string>>;
type Derived = Readonly<Record<string, Fix>>;
type ArgumentsProp = 'apiServerExtraArgs' | 'controllerManagerExtraArgs' | 'schedulerExtraArgs';

const MOST_NAME = 256;
const MOST_VALUE = 1024;
const MOST_ARGUMENTS = 100;
const NAME = /^[A-Za-z0-9][-A-Za-z0-9_.]*$/;
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';
const CLOUD_PROVIDER =
  'kubernetes/website@main:content/en/docs/tasks/administer-cluster/running-cloud-controller.md';

/** Arguments that are derived, with where to say them instead. */
const KUBELET_DERIVED: Derived = {
  'cloud-provider': leaveOut({ ends: '; it is external already' }),
  'provider-id': leaveOut({ ends: '; it is derived from the server' }),
  'hostname-override': leaveOut({ ends: '; nodes have the names of their servers' }),
  'node-labels': 'give the labels as labels of the pool',
  'register-with-taints': 'give the taints as taints of the pool',
};

/** Arguments that are said otherwise where there is no pool. */
const CONTROL_PLANE_KUBELET_DERIVED: Derived = {
  ...KUBELET_DERIVED,
  'node-labels': 'give the labels as labels of the control plane',
  'register-with-taints': leaveOut({ ends: '; schedulable says whether the nodes have a taint' }),
};

const CONTROL_PLANE_DERIVED: Readonly<Record<ArgumentsProp, Derived>> = {
  apiServerExtraArgs: {
    'cloud-provider': leaveOut({ ends: '; kubelets and the controller manager have it' }),
    'secure-port': 'give the port as apiServerPort of the cluster',
    'service-cluster-ip-range': 'give the range as serviceCidrs of the network',
  },
  controllerManagerExtraArgs: {
    'cloud-provider': leaveOut({ ends: '; it is external already' }),
    'cluster-cidr': 'give the range as podCidrs of the network',
    'cluster-name': leaveOut({ ends: '; it is the name of the cluster' }),
    'service-cluster-ip-range': 'give the range as serviceCidrs of the network',
  },
  schedulerExtraArgs: {},
};
const CONTROL_PLANE_PROPS = Object.keys(CONTROL_PLANE_DERIVED) as ArgumentsProp[];

/** Rules on the arguments of kubelets. */
export const KUBELET_ARGUMENT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubelet-argument-name',
    reason: 'kubeadm puts the dashes before the names itself.',
    source: KUBEADM_CRD,
    check({ machine: { path, kubeletExtraArgs } }, refuse) {
      checkNames(path, 'kubeletExtraArgs', kubeletExtraArgs, refuse);
    },
  },
  {
    id: 'kubelet-argument-length',
    reason: 'Cluster API takes 100 arguments of at most 1,024 characters.',
    source: KUBEADM_CRD,
    check({ cluster, machine: { path, kubeletExtraArgs } }, refuse) {
      if (cluster.profile.core === 'v1beta1') return;
      checkLengths(path, 'kubeletExtraArgs', kubeletExtraArgs, refuse);
    },
  },
  {
    id: 'kubelet-argument-derived',
    reason: 'A value of your own would take the place of one that the cluster depends on.',
    source: CLOUD_PROVIDER,
    check(subject, refuse) {
      const { path, kubeletExtraArgs } = subject.machine;
      const derived = isControlPlaneMachine(subject)
        ? CONTROL_PLANE_KUBELET_DERIVED
        : KUBELET_DERIVED;
      checkDerived(path, 'kubeletExtraArgs', kubeletExtraArgs, derived, refuse);
    },
  },
];

/** Rules on the arguments of the control plane's processes. */
export const CONTROL_PLANE_ARGUMENT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'argument-name',
    reason: 'kubeadm puts the dashes before the names itself.',
    source: KUBEADM_CRD,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, args) => checkNames(controlPlane.path, prop, args, refuse));
    },
  },
  {
    id: 'argument-length',
    reason: 'Cluster API takes 100 arguments of at most 1,024 characters.',
    source: KUBEADM_CRD,
    check({ cluster, controlPlane }, refuse) {
      if (cluster.profile.core === 'v1beta1') return;
      visit(controlPlane, (prop, args) => checkLengths(controlPlane.path, prop, args, refuse));
    },
  },
  {
    id: 'argument-derived',
    reason: 'A value of your own would take the place of one that the cluster depends on.',
    source: CLOUD_PROVIDER,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, args) => {
        checkDerived(controlPlane.path, prop, args, CONTROL_PLANE_DERIVED[prop], refuse);
      });
    },
  },
];

function isName(name: string): boolean {
  return NAME.test(name) && name.length <= MOST_NAME;
}

function visit(
  controlPlane: KubeadmControlPlane,
  look: (prop: ArgumentsProp, args: Arguments) => void,
): void {
  for (const prop of CONTROL_PLANE_PROPS) look(prop, controlPlane[prop]);
}

/** Reports names of arguments that a program would not read. */
export function checkNames(path: string, prop: string, args: Arguments, refuse: Refuse): void {
  for (const name in args) {
    if (isName(name)) continue;
    const better = name.replace(/^[-\s]+/, '').replace(/[=\s].*$/, '');
    refuse(
      { path, prop },
      {
        given: name,
        allowed: `names of at most ${MOST_NAME} characters, without leading dashes`,
        fix: isName(better) ? write(better) : leaveOut(),
      },
    );
  }
}

/** Reports arguments that are too long, or too many. */
export function checkLengths(path: string, prop: string, args: Arguments, refuse: Refuse): void {
  let count = 0;
  for (const name in args) {
    count += 1;
    const { length } = args[name] ?? '';
    if (length <= MOST_VALUE) continue;
    refuse(
      { path, prop: `${prop}[${JSON.stringify(name)}].length` },
      {
        given: length,
        allowed: `at most ${MOST_VALUE} characters`,
        fix: 'write it into a file of the image and give the path',
      },
    );
  }
  if (count <= MOST_ARGUMENTS) return;
  refuse(
    { path, prop: `${prop}.length` },
    {
      given: count,
      allowed: `at most ${MOST_ARGUMENTS} arguments`,
      fix: 'write them into a configuration file of the image',
    },
  );
}

function checkDerived(
  path: string,
  prop: string,
  args: Arguments,
  derived: Derived,
  refuse: Refuse,
): void {
  for (const name in args) {
    if (!Object.hasOwn(derived, name)) continue;
    refuse(
      { path, prop: `${prop}[${JSON.stringify(name)}]` },
      {
        given: args[name],
        allowed: `arguments other than ${quotedList(Object.keys(derived))}`,
        fix: derived[name] ?? '',
      },
    );
  }
}
