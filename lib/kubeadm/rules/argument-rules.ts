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

/** Derived arguments, with what to set instead. */
const KUBELET_DERIVED: Derived = {
  'cloud-provider': leaveOut({ ends: '; it is already external' }),
  'provider-id': leaveOut({ ends: '; it is derived from the server' }),
  'hostname-override': leaveOut({ ends: '; nodes are named after their servers' }),
  'node-labels': 'set labels of the pool instead',
  'register-with-taints': 'set taints of the pool instead',
};

/** Derived arguments of kubelets on the control plane. */
const CONTROL_PLANE_KUBELET_DERIVED: Derived = {
  ...KUBELET_DERIVED,
  'node-labels': 'set labels of the control plane instead',
  'register-with-taints': leaveOut({
    ends: '; schedulable determines whether the nodes have a taint',
  }),
};

const CONTROL_PLANE_DERIVED: Readonly<Record<ArgumentsProp, Derived>> = {
  apiServerExtraArgs: {
    'cloud-provider': leaveOut({ ends: '; it is set on kubelets and the controller manager' }),
    'secure-port': 'set apiServerPort of the cluster instead',
    'service-cluster-ip-range': 'set serviceCidrs of the network instead',
  },
  controllerManagerExtraArgs: {
    'cloud-provider': leaveOut({ ends: '; it is already external' }),
    'cluster-cidr': 'set podCidrs of the network instead',
    'cluster-name': leaveOut({ ends: '; it is the name of the cluster' }),
    'service-cluster-ip-range': 'set serviceCidrs of the network instead',
  },
  schedulerExtraArgs: {},
};
const CONTROL_PLANE_PROPS = Object.keys(CONTROL_PLANE_DERIVED) as ArgumentsProp[];

/** Rules on the arguments of kubelets. */
export const KUBELET_ARGUMENT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubelet-argument-name',
    reason:
      'kubeadm adds the leading dashes itself, so a name that contains them is not recognized.',
    source: KUBEADM_CRD,
    check({ machine: { path, kubeletExtraArgs } }, refuse) {
      checkNames(path, 'kubeletExtraArgs', kubeletExtraArgs, refuse);
    },
  },
  {
    id: 'kubelet-argument-length',
    reason: 'Cluster API accepts at most 100 arguments of at most 1,024 characters.',
    source: KUBEADM_CRD,
    check({ cluster, machine: { path, kubeletExtraArgs } }, refuse) {
      if (cluster.profile.core === 'v1beta1') return;
      checkLengths(path, 'kubeletExtraArgs', kubeletExtraArgs, refuse);
    },
  },
  {
    id: 'kubelet-argument-derived',
    reason: 'The value would override one that the cluster depends on.',
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

/** Rules on the arguments of control-plane components. */
export const CONTROL_PLANE_ARGUMENT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'argument-name',
    reason:
      'kubeadm adds the leading dashes itself, so a name that contains them is not recognized.',
    source: KUBEADM_CRD,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, args) => checkNames(controlPlane.path, prop, args, refuse));
    },
  },
  {
    id: 'argument-length',
    reason: 'Cluster API accepts at most 100 arguments of at most 1,024 characters.',
    source: KUBEADM_CRD,
    check({ cluster, controlPlane }, refuse) {
      if (cluster.profile.core === 'v1beta1') return;
      visit(controlPlane, (prop, args) => checkLengths(controlPlane.path, prop, args, refuse));
    },
  },
  {
    id: 'argument-derived',
    reason: 'The value would override one that the cluster depends on.',
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

/** Reports malformed names of arguments. */
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
        fix: 'write it to a file in the image and set the path',
      },
    );
  }
  if (count <= MOST_ARGUMENTS) return;
  refuse(
    { path, prop: `${prop}.length` },
    {
      given: count,
      allowed: `at most ${MOST_ARGUMENTS} arguments`,
      fix: 'move them to a configuration file in the image',
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
