import { leaveOut } from '../../base/fix';
import { hasKeys } from '../../base/has-keys';
import { isBefore } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { ControlPlaneSubject } from './subjects';

type Envs = Readonly<Record<string, string>>;

const SINCE = 31;
const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const MOST_VALUE = 512;

/** Tells whether a control plane sets environment variables of a component. */
export function hasEnvironment({ controlPlane }: ControlPlaneSubject): boolean {
  return environments(controlPlane).length > 0;
}

/** Rules on the environment variables of control-plane components. */
export const ENVIRONMENT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'component-env-version',
    reason: 'Older kubeadm releases have no field for the environment variables of components.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go',
    check({ cluster: { kubernetesVersion }, controlPlane }, refuse) {
      if (!isBefore(kubernetesVersion, SINCE)) return;
      for (const [prop, envs] of environments(controlPlane)) {
        refuse(
          { path: controlPlane.path, prop },
          {
            given: envs,
            allowed: `none with Kubernetes ${kubernetesVersion}; requires 1.${SINCE} or newer`,
            fix: leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'component-env-name',
    reason: 'A static pod with an invalid variable name does not start.',
    source: 'kubernetes/kubernetes@v1.32.0:pkg/apis/core/validation/validation.go',
    check({ controlPlane }, refuse) {
      for (const [prop, envs] of environments(controlPlane)) {
        for (const name in envs) {
          if (NAME.test(name)) continue;
          refuse(
            { path: controlPlane.path, prop },
            {
              given: name,
              allowed: 'names of letters, digits, "_", "-" and ".", not starting with a digit',
              fix: leaveOut(),
            },
          );
        }
      }
    },
  },
  {
    id: 'component-env-value',
    reason: 'Cluster API accepts only values of 1 to 512 characters.',
    source:
      'CAPI@v1.14.0:controlplane/kubeadm/config/crd/bases/controlplane.cluster.x-k8s.io_kubeadmcontrolplanes.yaml',
    check({ controlPlane }, refuse) {
      for (const [prop, envs] of environments(controlPlane)) {
        for (const [name, value] of Object.entries(envs)) {
          if (value !== '' && [...value].length <= MOST_VALUE) continue;
          refuse(
            { path: controlPlane.path, prop: `${prop}.${name}` },
            {
              given: value === '' ? value : `${[...value].length} characters`,
              allowed: `1 to ${MOST_VALUE} characters`,
              fix: value === '' ? leaveOut() : 'shorten it, or move it to a file',
            },
          );
        }
      }
    },
  },
];

function environments(controlPlane: KubeadmControlPlane): readonly (readonly [string, Envs])[] {
  const { apiServerExtraEnvs, controllerManagerExtraEnvs, schedulerExtraEnvs, etcd } = controlPlane;
  const all: readonly (readonly [string, Envs | undefined])[] = [
    ['apiServerExtraEnvs', apiServerExtraEnvs],
    ['controllerManagerExtraEnvs', controllerManagerExtraEnvs],
    ['schedulerExtraEnvs', schedulerExtraEnvs],
    ['etcd.extraEnvs', etcd?.kind === 'local' ? etcd.extraEnvs : undefined],
  ];
  return all.flatMap(([prop, envs]) =>
    envs === undefined || !hasKeys(envs) ? [] : [[prop, envs] as const],
  );
}
