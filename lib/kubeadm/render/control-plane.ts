import { compact, type Fields, sorted } from '../../base/fields';
import { versionTag } from '../../base/kubernetes-version';
import type { Manifest } from '../../base/manifest';
import type { EmitDocuments } from '../../base/yaml-documents';
import { isMainlyIPv6 } from '../../cluster/model/address-families';
import type { EndpointModel } from '../../cluster/model/endpoint';
import { kubeletArguments } from '../../cluster/model/kubelet';
import { CONTROL_PLANE_TAINT } from '../../cluster/model/machine';
import { providerOf } from '../../cluster/model/profile';
import { conditionGates } from '../../cluster/render/condition-gates';
import {
  controlPlaneName,
  GROUPS,
  type RenderContext,
  USUAL_API_SERVER_PORT,
} from '../../cluster/render/context';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import { propagatedTaint, sortedTaints } from '../../cluster/render/taints';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmControlPlane } from '../model/control-plane';
import { bootstrapFields } from './bootstrap';
import { authorityAnnotations, certificateFields } from './certificates';
import { type Arguments, componentFields } from './control-plane-part';
import { controlPlaneParts } from './control-plane-parts';
import { etcdFields } from './etcd';
import { kubeadmContract } from './kubeadm-contracts';
import { patchesFields } from './kubeadm-patches';
import { initFields, joinFields, registrationFields } from './kubeadm-settings';
import { clusterKubeletArgs, nodeLabelArgs } from './kubelet-args';
import { nodeRegistration } from './node-registration';

/** Renders the KubeadmControlPlane with machines from a template. */
export function renderControlPlane(
  context: RenderContext<KubeadmCluster>,
  machineTemplate: string,
  emitDocuments: EmitDocuments,
): Manifest {
  const { cluster, core, apiVersions, infrastructure } = context;
  const { controlPlane } = cluster;
  const kubeadm = kubeadmContract(core);
  const infrastructureRef = core.reference({
    group: GROUPS.infrastructure,
    version: providerOf(cluster).apiVersion,
    kind: infrastructure.machineTemplateKind,
    name: machineTemplate,
  });
  const { labels, annotations } = controlPlane;
  return {
    apiVersion: apiVersions.controlPlane,
    kind: 'KubeadmControlPlane',
    metadata: ownedMetadata(cluster, controlPlaneName(cluster), {
      ...KEEP_ANNOTATIONS,
      ...authorityAnnotations(controlPlane.certificates),
    }),
    spec: compact({
      replicas: controlPlane.replicas,
      version: versionTag(cluster.kubernetesVersion),
      ...kubeadm.controlPlaneRollout(controlPlane.rollout),
      ...(controlPlane.machineNaming && core.machineNaming(controlPlane.machineNaming.template)),
      ...(controlPlane.remediation === undefined
        ? {}
        : kubeadm.remediation(controlPlane.remediation)),
      machineTemplate: kubeadm.controlPlaneMachines(
        compact({ labels: sorted(labels), annotations: sorted(annotations) }),
        infrastructureRef,
        controlPlane.drain,
        machineExtras(controlPlane),
      ),
      kubeadmConfigSpec: kubeadmConfigSpec(context, machineTemplate, emitDocuments),
    }),
  };
}

function kubeadmConfigSpec(
  context: RenderContext<KubeadmCluster>,
  machineTemplate: string,
  emitDocuments: EmitDocuments,
): Fields {
  const { cluster, core } = context;
  const { controlPlane, endpoint } = cluster;
  const parts = controlPlaneParts(context, emitDocuments, machineTemplate);
  const registration = compact({
    nodeRegistration: {
      ...nodeRegistration(
        context,
        controlPlane.bootstrap.format,
        kubeletArgs(cluster),
        registeredTaints(controlPlane),
      ),
      ...registrationFields(
        controlPlane.kubeadm,
        parts.flatMap((part) => part.ignorePreflightErrors ?? []),
      ),
    },
    ...patchesFields(controlPlane.patches),
  });
  const apiEndpoint = localApiEndpoint(cluster);
  return compact({
    clusterConfiguration: compact({
      apiServer: compact({
        certSANs: certSANs(controlPlane, endpoint),
        ...kubeadmContract(core).controlPlaneTimeout(controlPlane.kubeadm?.timeouts ?? {}),
        ...componentFields(core, 'apiServer', parts),
      }),
      controllerManager: componentFields(core, 'controllerManager', parts),
      scheduler: componentFields(core, 'scheduler', parts),
      imageRepository: controlPlane.imageRepository,
      dns: compact({ ...controlPlane.dns }),
      ...certificateFields(controlPlane.certificates),
      etcd: etcdFields(core, controlPlane.etcd, parts),
      featureGates: sorted(controlPlane.featureGates.kubeadm ?? {}),
    }),
    initConfiguration: {
      ...registration,
      ...initFields(
        core,
        controlPlane.kubeadm,
        parts.flatMap((part) => part.skipInitPhases ?? []),
      ),
      ...apiEndpoint,
    },
    joinConfiguration: {
      ...registration,
      ...joinFields(core, controlPlane.kubeadm),
      ...compact({ controlPlane: apiEndpoint }),
    },
    ...bootstrapFields(context, emitDocuments, ...parts),
  });
}

/**
 * Renders where API servers of a cluster listen, if kubeadm would not detect it.
 *
 * kubeadm prefers an IPv4 address, with which an API server does not start if its primary Service range is IPv6.
 */
function localApiEndpoint({ serviceCidrs, apiServerPort }: KubeadmCluster): Fields {
  const endpoint = compact({
    advertiseAddress: isMainlyIPv6(serviceCidrs) ? '::' : undefined,
    bindPort: apiServerPort === USUAL_API_SERVER_PORT ? undefined : apiServerPort,
  });
  return compact({ localAPIEndpoint: endpoint });
}

/** Renders the fields of machines that Cluster API updates in place. */
function machineExtras({
  taints = [],
  propagateTaints,
  readinessGates,
}: KubeadmControlPlane): Fields {
  return {
    readinessGates: conditionGates(readinessGates),
    taints: propagateTaints === true ? sortedTaints(taints).map(propagatedTaint) : undefined,
  };
}

/** Returns the taints with which nodes register; undefined for the taint that kubeadm adds by default. */
function registeredTaints({ schedulable, taints = [], propagateTaints }: KubeadmControlPlane) {
  const own = propagateTaints === true ? [] : taints;
  if (!schedulable && own.length === 0) return undefined;
  return sortedTaints(schedulable ? own : [CONTROL_PLANE_TAINT, ...own]);
}

function kubeletArgs(cluster: KubeadmCluster): Arguments {
  const { controlPlane, profile } = cluster;
  const given = kubeletArguments(controlPlane);
  return {
    ...clusterKubeletArgs(cluster),
    ...given,
    ...nodeLabelArgs(controlPlane.labels, profile.syncedLabels, given),
  };
}

function certSANs({ certSANs: names }: KubeadmControlPlane, endpoint: EndpointModel): string[] {
  return [...new Set([...endpointNames(endpoint), ...names])];
}

/** Returns the names of an endpoint that Cluster API does not add to the certificate itself. */
function endpointNames(endpoint: EndpointModel): readonly string[] {
  if (endpoint.kind === 'managed') return [];
  if (endpoint.kind === 'external') return [endpoint.host];
  const address = endpoint.kind === 'virtualIp' ? [endpoint.address] : [];
  return endpoint.dnsName === undefined ? address : [...address, endpoint.dnsName];
}
