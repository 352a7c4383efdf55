import type { KubernetesKinds } from './scratch-chart';

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Container of a pod. */
export type Container = PodSpec['containers'][number];

/** Volume of a pod. */
export type Volume = NonNullable<PodSpec['volumes']>[number];

/** Mount of a volume in a container. */
export type VolumeMount = NonNullable<Container['volumeMounts']>[number];

/** User of programs that do not need root: that of distroless images, which every image can run as. */
const NOBODY = 65532;

/** User, group and seccomp profile of a pod whose programs do not need root. */
export const NON_ROOT_POD = Object.freeze({
  runAsNonRoot: true,
  runAsUser: NOBODY,
  runAsGroup: NOBODY,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** User and seccomp profile of a pod whose programs access files of root on the machine. */
export const ROOT_POD = Object.freeze({
  runAsUser: 0,
  runAsGroup: 0,
  seccompProfile: { type: 'RuntimeDefault' },
});

/** Security context of a container that needs no privileges on its machine. */
export const LOCKED_CONTAINER = Object.freeze({
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
});

/** Resource requests of a container, and its memory limit. */
export interface ContainerNeeds {
  readonly cpu: string;
  readonly memory: string;
  /** Absent for programs whose memory grows with the cluster. */
  readonly memoryLimit?: string;
}

/** Returns the resources of a container. */
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

/** Empty volume for the one folder that programs expect to write to. */
export const SCRATCH_VOLUME: Volume = Object.freeze({ name: SCRATCH, emptyDir: {} });

/** Mount of {@link SCRATCH_VOLUME}. */
export const SCRATCH_MOUNT: VolumeMount = Object.freeze({ name: SCRATCH, mountPath: '/tmp' });
