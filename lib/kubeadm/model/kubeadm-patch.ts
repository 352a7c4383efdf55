/** Target that kubeadm can patch; in pools, only `kubeletconfiguration`. */
export type PatchTarget =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd'
  | 'kubeletconfiguration'
  | 'corednsdeployment';

/** Operation of a JSON patch, with its path as a JSON pointer. */
export type PatchOperation =
  | {
      readonly op: 'add' | 'replace' | 'test';
      readonly path: string;
      /** Value to write, or to test for. */
      readonly value: unknown;
    }
  | { readonly op: 'remove'; readonly path: string }
  | {
      readonly op: 'move' | 'copy';
      readonly path: string;
      /** Source path, as a JSON pointer. */
      readonly from: string;
    };

/** Patch of what kubeadm generates, as plain data. */
export type KubeadmPatchModel =
  | {
      readonly target: PatchTarget;
      readonly type: 'strategic' | 'merge';
      readonly patch: Readonly<Record<string, unknown>>;
    }
  | {
      readonly target: PatchTarget;
      readonly type: 'json';
      readonly patch: readonly PatchOperation[];
    };

/** Patch of what kubeadm generates, for fields without a prop. */
export class KubeadmPatch {
  /** Creates a strategic merge patch, which finds list items by name. */
  static strategic(target: PatchTarget, patch: Readonly<Record<string, unknown>>): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'strategic', patch });
  }

  /** Creates a merge patch, which replaces existing fields, and lists as a whole. */
  static merge(target: PatchTarget, patch: Readonly<Record<string, unknown>>): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'merge', patch });
  }

  /** Creates a JSON patch. */
  static json(target: PatchTarget, operations: readonly PatchOperation[]): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'json', patch: operations });
  }

  private constructor(
    /** Patch as plain data. */
    readonly model: KubeadmPatchModel,
  ) {}
}

/** Directory in which kubeadm looks for patches. */
export const PATCHES_FOLDER = '/etc/kubernetes/patches';
