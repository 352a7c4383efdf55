import type { Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { NodeFile } from '../model/bootstrap';
import { type KubeadmPatchModel, PATCHES_FOLDER } from '../model/kubeadm-patch';
import type { ControlPlanePart } from './control-plane-part';

/** Parts of a kubeadm configuration whose machines patch what kubeadm writes, in the order of the patches. */
export function patchesPart(
  patches: readonly KubeadmPatchModel[],
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  return { files: patches.map((patch, index) => patchFile(patch, index, emitDocuments)) };
}

/** Field of kubeadm's configuration that says where patches are; absent where there are none. */
export function patchesFields(patches: readonly KubeadmPatchModel[]): Fields {
  return patches.length === 0 ? {} : { patches: { directory: PATCHES_FOLDER } };
}

function patchFile(
  { target, type, patch }: KubeadmPatchModel,
  index: number,
  emitDocuments: EmitDocuments,
): NodeFile {
  const order = String(index).padStart(2, '0');
  const path = `${PATCHES_FOLDER}/${target}${order}+${type}.yaml`;
  return { path, permissions: '0600', content: emitDocuments([patch]) };
}
