import { compact, type Fields, sortedEntries } from '../../base/fields';
import type { CoreContract } from '../../cluster/render/core-contract';
import type { HostVolume } from '../model/host-volume';
import type { BootstrapPart } from './bootstrap';
import { kubeadmContract } from './kubeadm-contracts';

/** Arguments of a program, by name. */
export type Arguments = Readonly<Record<string, string>>;

/** Part that a feature adds to one component of a control plane. */
export interface ComponentPart {
  /** Environment variables of the component. */
  readonly envs?: Arguments;
  /** Arguments of the component. */
  readonly args?: Arguments;
  /** Host paths mounted into the component. */
  readonly volumes?: readonly HostVolume[];
}

/** Components of a control plane for which kubeadm writes static pods. */
export type Component = 'apiServer' | 'controllerManager' | 'scheduler';

/** Part that a feature adds to the kubeadm configuration of a control plane. */
export interface ControlPlanePart
  extends BootstrapPart,
    Partial<Readonly<Record<Component, ComponentPart>>> {
  /** Arguments of the local etcd. */
  readonly etcdArgs?: Arguments;
  /** Phases of `kubeadm init` to skip. */
  readonly skipInitPhases?: readonly string[];
  /** Preflight checks whose errors are ignored. */
  readonly ignorePreflightErrors?: readonly string[];
}

/** Renders the fields of a component, from parts in order. */
export function componentFields(
  core: CoreContract,
  component: Component,
  parts: readonly ControlPlanePart[],
): Fields {
  const own = parts.flatMap((part) => part[component] ?? []);
  const args: Arguments = Object.assign({}, ...own.map((part) => part.args));
  return compact({
    extraArgs: kubeadmContract(core).extraArgs(args),
    extraEnvs: envFields(Object.assign({}, ...own.map((part) => part.envs))),
    extraVolumes: own.flatMap(({ volumes = [] }) => volumes.map(volumeFields)),
  });
}

/** Renders the environment variables of a component. */
export function envFields(envs: Arguments): readonly Fields[] {
  return sortedEntries(envs).map(([name, value]) => ({ name, value }));
}

function volumeFields({ name, hostPath, mountPath, readOnly, pathType }: HostVolume): Fields {
  return compact({ name, hostPath, mountPath, readOnly, pathType });
}
