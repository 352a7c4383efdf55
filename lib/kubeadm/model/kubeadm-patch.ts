/** What kubeadm can patch; on the machines of pools, `kubeletconfiguration` alone. */
export type PatchTarget =
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'etcd'
  | 'kubeletconfiguration'
  | 'corednsdeployment';

/** Step of a JSON patch: what is done, and where, as a JSON pointer. */
export type PatchOperation =
  | {
      readonly op: 'add' | 'replace' | 'test';
      readonly path: string;
      /** What is put there, or must be there. */
      readonly value: unknown;
    }
  | { readonly op: 'remove'; readonly path: string }
  | {
      readonly op: 'move' | 'copy';
      readonly path: string;
      /** Where it is taken from, as a JSON pointer. */
      readonly from: string;
    };

/** Patch of what kubeadm writes, as plain data. */
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

/** Change of what kubeadm writes, for what no prop says. */
export class KubeadmPatch {
  /** Fields that are merged as Kubernetes does, so that items of lists are found by their names. */
  static strategic(target: PatchTarget, patch: Readonly<Record<string, unknown>>): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'strategic', patch });
  }

  /** Fields that take the place of those that are there, lists as a whole. */
  static merge(target: PatchTarget, patch: Readonly<Record<string, unknown>>): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'merge', patch });
  }

  /** Steps of a JSON patch. */
  static json(target: PatchTarget, operations: readonly PatchOperation[]): KubeadmPatch {
    return new KubeadmPatch({ target, type: 'json', patch: operations });
  }

  private constructor(
    /** Patch as plain data. */
    readonly model: KubeadmPatchModel,
  ) {}
}

/** Folder in which kubeadm looks for patches. */
export const PATCHES_FOLDER = '/etc/kubernetes/patches';
