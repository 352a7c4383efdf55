import { compact, type Fields } from '../../base/fields';
import type { CoreContract } from '../../cluster/render/core-contract';
import type { KubeadmModel } from '../model/kubeadm';
import { kubeadmContract } from './kubeadm-contracts';

/** Renders the fields of a node's registration that kubeadm itself reads. */
export function registrationFields(
  { criSocket, ignorePreflightErrors = [], imagePullPolicy, imagePullSerial }: KubeadmModel = {},
  derivedErrors: readonly string[] = [],
): Fields {
  return compact({
    criSocket,
    ignorePreflightErrors: [...new Set([...derivedErrors, ...ignorePreflightErrors])],
    imagePullPolicy,
    imagePullSerial,
  });
}

/** Renders the kubeadm settings of a JoinConfiguration. */
export function joinFields(
  core: CoreContract,
  { skipPhases, timeouts = {} }: KubeadmModel = {},
): Fields {
  return compact({ skipPhases, ...kubeadmContract(core).joinTimeouts(timeouts) });
}

/** Renders the kubeadm settings of an InitConfiguration. */
export function initFields(
  core: CoreContract,
  { skipInitPhases = [], timeouts = {} }: KubeadmModel = {},
  derivedPhases: readonly string[] = [],
): Fields {
  return compact({
    skipPhases: [...new Set([...derivedPhases, ...skipInitPhases])],
    ...kubeadmContract(core).initTimeouts(timeouts),
  });
}
