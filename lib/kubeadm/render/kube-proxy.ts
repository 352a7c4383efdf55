import { compact, type Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { KubeProxyModel, KubeProxyOptions } from '../model/kube-proxy';
import type { MachineFormatModel } from '../model/machine-format';
import type { ControlPlanePart } from './control-plane-part';
import { FIRST_MACHINE } from './first-machine';

/** File with kube-proxy's configuration, on every machine of a control plane. */
const OWN_FILE = '/etc/capi-fleet/kube-proxy.yaml';
const PHASE = 'addon/kube-proxy';

/**
 * Renders the control-plane part for kube-proxy.
 *
 * Cluster API has no field for its configuration, so it is appended to kubeadm's own on the first machine. kubeadm reads
 * it only there, and stores it in the ConfigMap from which every node reads it.
 */
export function kubeProxyPart(
  proxy: KubeProxyModel | undefined,
  format: MachineFormatModel,
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  if (proxy === undefined) return {};
  if (proxy.kind === 'none') return { skipInitPhases: [PHASE] };
  return {
    files: [{ path: OWN_FILE, content: emitDocuments([configuration(proxy)]) }],
    preKubeadmCommands: [appendCommand(format)],
  };
}

/** Returns a command that appends the document to kubeadm's configuration, on the first machine. */
function appendCommand({ kind }: MachineFormatModel): string {
  const { before, config } = FIRST_MACHINE[kind];
  return `if ${before}; then { echo; echo ---; cat ${OWN_FILE}; } >> ${config}; fi`;
}

function configuration(options: KubeProxyOptions): Fields {
  const { mode, ipvs, metricsBindAddress, nodePortAddresses, conntrack } = options;
  return compact({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode,
    ipvs: ipvs && compact({ scheduler: ipvs.scheduler, strictARP: ipvs.strictARP }),
    metricsBindAddress,
    nodePortAddresses,
    conntrack: conntrack && compact({ maxPerCore: conntrack.maxPerCore, min: conntrack.min }),
  });
}
