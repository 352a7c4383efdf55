import type { KubernetesKinds } from './scratch-chart';

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Container of a pod. */
export type Container = PodSpec['containers'][number];

/** Volume of a pod. */
export type Volume = NonNullable<PodSpec['volumes']>[number];

/** Place of a volume in a container. */
export type VolumeMount = NonNullable<Container['volumeMounts']>[number];

/** User of programs that need nothing of root; that of images without a distribution, which every image can run as. */
const NOBODY = 65532;

/** User, group and filter of system calls of a pod whose programs need nothing of root. */
export const NON_ROOT_POD = Object.freeze({
  runAsNonRoot: true,
  runAsUser: NOBODY,
  runAsGroup: NOBODY,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** User and filter of system calls of a pod whose programs reach files of root on the machine. */
export const ROOT_POD = Object.freeze({
  runAsUser: 0,
  runAsGroup: 0,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** What a container may do that needs no rights on its machine. */
export const LOCKED_CONTAINER = Object.freeze({
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
});

/** What a container asks for, and the memory at which it ends. */
export interface ContainerNeeds {
  readonly cpu: string;
  readonly memory: string;
  /** Absent for programs whose memory grows with the cluster. */
  readonly memoryLimit?: string;
}

/** Resources of a container. */
export function needs(
  { Quantity }: KubernetesKinds,
  { cpu, memory, memoryLimit }: ContainerNeeds,
): NonNullable<Container['resources']> {
  return {
    requests: { cpu: Quantity.fromString(cpu), memory: Quantity.fromString(memory) },
    ...(memoryLimit === undefined ? {} : { limits: { memory: Quantity.fromString(memoryLimit) } }),
  };
}

const SCRATCH = 'scratch';

/** Empty volume in the place of the one folder that programs expect to write to. */
export const SCRATCH_VOLUME: Volume = Object.freeze({ name: SCRATCH, emptyDir: {} });

/** Place of {@link SCRATCH_VOLUME}. */
export const SCRATCH_MOUNT: VolumeMount = Object.freeze({ name: SCRATCH, mountPath: '/tmp' });
