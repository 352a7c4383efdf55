import type { Manifest } from '../model/addon';
import type { ControlPlaneModel } from '../model/control-plane';
import type { EndpointModel } from '../model/endpoint';
import { versionTag } from '../model/kubernetes-version';
import { bootstrapFields } from './bootstrap';
import { controlPlaneName, GROUPS, type RenderContext } from './context';
import { compact, type Fields, sorted } from './fields';
import { kubeVipPart } from './kube-vip';
import { KEEP_ANNOTATIONS, ownedMetadata } from './metadata';
import { nodeRegistration } from './node-registration';
import type { EmitDocuments } from './payload-texts';

const DERIVED_CONTROLLER_MANAGER_ARGS = Object.freeze({ 'cloud-provider': 'external' });

/** KubeadmControlPlane with machines from a template. */
export function renderControlPlane(
  context: RenderContext,
  machineTemplate: string,
  emitDocuments: EmitDocuments,
): Manifest {
  const { cluster, core, apiVersions } = context;
  const { controlPlane, endpoint } = cluster;
  const infrastructureRef = core.reference({
    group: GROUPS.infrastructure,
    version: cluster.profile.infrastructure,
    kind: 'OpenStackMachineTemplate',
    name: machineTemplate,
  });
  const { labels, annotations } = controlPlane;
  return {
    apiVersion: apiVersions.controlPlane,
    kind: 'KubeadmControlPlane',
    metadata: ownedMetadata(cluster, controlPlaneName(cluster), KEEP_ANNOTATIONS),
    spec: compact({
      replicas: controlPlane.replicas,
      version: versionTag(cluster.kubernetesVersion),
      ...core.controlPlaneRollout(controlPlane.rollout),
      ...(controlPlane.remediation === undefined ? {} : core.remediation(controlPlane.remediation)),
      machineTemplate: core.controlPlaneMachines(
        compact({ labels: sorted(labels), annotations: sorted(annotations) }),
        infrastructureRef,
        controlPlane.drain,
      ),
      kubeadmConfigSpec: {
        ...kubeadmConfigSpec(context),
        ...bootstrapFields(
          endpoint.kind === 'virtualIp' ? kubeVipPart(cluster, endpoint, emitDocuments) : {},
          controlPlane.bootstrap,
        ),
      },
    }),
  };
}

function kubeadmConfigSpec({ cluster, core }: RenderContext): Fields {
  const { controlPlane, endpoint } = cluster;
  const registration = {
    nodeRegistration: nodeRegistration(
      core,
      controlPlane.kubeletExtraArgs,
      controlPlane.schedulable ? [] : undefined,
    ),
  };
  return {
    clusterConfiguration: compact({
      apiServer: compact({
        certSANs: certSANs(controlPlane, endpoint),
        extraArgs: core.extraArgs(controlPlane.apiServerExtraArgs),
      }),
      controllerManager: {
        extraArgs: core.extraArgs({
          ...DERIVED_CONTROLLER_MANAGER_ARGS,
          ...controlPlane.controllerManagerExtraArgs,
        }),
      },
      scheduler: compact({ extraArgs: core.extraArgs(controlPlane.schedulerExtraArgs) }),
    }),
    initConfiguration: registration,
    joinConfiguration: registration,
  };
}

function certSANs({ certSANs: names }: ControlPlaneModel, endpoint: EndpointModel): string[] {
  return [...new Set([...endpointNames(endpoint), ...names])];
}

/** Names of an endpoint that Cluster API does not put into the certificate by itself. */
function endpointNames(endpoint: EndpointModel): readonly string[] {
  if (endpoint.kind === 'managed') return [];
  if (endpoint.kind === 'external') return [endpoint.host];
  const address = endpoint.kind === 'virtualIp' ? [endpoint.address] : [];
  return endpoint.dnsName === undefined ? address : [...address, endpoint.dnsName];
}
