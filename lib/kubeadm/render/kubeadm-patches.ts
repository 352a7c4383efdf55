import type { Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { NodeFile } from '../model/bootstrap';
import { type KubeadmPatchModel, PATCHES_FOLDER } from '../model/kubeadm-patch';
import type { ControlPlanePart } from './control-plane-part';

/** Renders the part of a kubeadm configuration for patches, in order. */
export function patchesPart(
  patches: readonly KubeadmPatchModel[],
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  return { files: patches.map((patch, index) => patchFile(patch, index, emitDocuments)) };
}

/** Renders the field with the patch directory in kubeadm's configuration; empty if there are no patches. */
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
