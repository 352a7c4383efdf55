import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { RenderContext } from './context';
import { KEEP_ANNOTATIONS, ownedMetadata } from './metadata';

/** Renders the machine template of a control plane or a pool. */
export function renderMachineTemplate(
  { cluster, apiVersions, infrastructure }: RenderContext,
  name: string,
  spec: Fields,
): Manifest {
  return {
    apiVersion: apiVersions.infrastructure,
    kind: infrastructure.machineTemplateKind,
    metadata: ownedMetadata(cluster, name, KEEP_ANNOTATIONS),
    spec,
  };
}
