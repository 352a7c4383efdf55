import type { EmitDocuments } from '../../base/yaml-documents';
import type { RenderContext } from '../../cluster/render/context';
import type { KubeadmCluster } from '../model/cluster';
import { featureVolumes } from '../model/feature-volumes';
import { nodeEnvironment } from '../model/node-environment';
import { admissionPart } from './admission';
import { auditPart } from './audit';
import { authenticationPart } from './authentication';
import type { ControlPlanePart } from './control-plane-part';
import { encryptionPart } from './encryption';
import { etcdPart } from './etcd';
import { featureGatesPart } from './feature-gates';
import { kubeProxyPart } from './kube-proxy';
import { kubeVipPart } from './kube-vip';
import { patchesPart } from './kubeadm-patches';
import { selfServedPart } from './self-served';
import { tlsPart } from './tls';

const EXTERNAL = Object.freeze({ 'cloud-provider': 'external' });

/** Returns the parts of a control plane's kubeadm configuration, with the user's own settings last. */
export function controlPlaneParts(
  { cluster, infrastructure }: Pick<RenderContext<KubeadmCluster>, 'cluster' | 'infrastructure'>,
  emitDocuments: EmitDocuments,
  machineTemplate: string,
): readonly ControlPlanePart[] {
  const { controlPlane, endpoint } = cluster;
  return [
    cloudPart(infrastructure),
    { files: infrastructure.templateFiles?.('controlPlane', machineTemplate) ?? [] },
    endpoint.kind === 'virtualIp' ? kubeVipPart(cluster, endpoint, emitDocuments) : {},
    selfServedPart(infrastructure.selfServedHost?.(cluster), controlPlane.bootstrap.format),
    nodeEnvironment(cluster, controlPlane.bootstrap),
    featureGatesPart(controlPlane.featureGates),
    { apiServer: { volumes: featureVolumes(cluster) } },
    auditPart(controlPlane.audit, emitDocuments),
    encryptionPart(controlPlane.encryption, emitDocuments),
    authenticationPart(cluster, emitDocuments),
    admissionPart(controlPlane.admission, emitDocuments),
    tlsPart(controlPlane.tls),
    etcdPart(controlPlane.etcd),
    kubeProxyPart(controlPlane.kubeProxy, controlPlane.bootstrap.format, emitDocuments),
    patchesPart(controlPlane.patches, emitDocuments),
    {
      ...controlPlane.bootstrap,
      apiServer: {
        args: controlPlane.apiServerExtraArgs,
        envs: controlPlane.apiServerExtraEnvs ?? {},
        volumes: controlPlane.apiServerExtraVolumes,
      },
      controllerManager: {
        args: controlPlane.controllerManagerExtraArgs,
        envs: controlPlane.controllerManagerExtraEnvs ?? {},
        volumes: controlPlane.controllerManagerExtraVolumes,
      },
      scheduler: {
        args: controlPlane.schedulerExtraArgs,
        envs: controlPlane.schedulerExtraEnvs ?? {},
        volumes: controlPlane.schedulerExtraVolumes,
      },
    },
  ];
}

function cloudPart(
  infrastructure: RenderContext<KubeadmCluster>['infrastructure'],
): ControlPlanePart {
  const { hasCloudController } = infrastructure.registration('cloud-init', 'linux');
  const args = { ...infrastructure.controllerManagerArgs, ...(hasCloudController && EXTERNAL) };
  return { controllerManager: { args } };
}
