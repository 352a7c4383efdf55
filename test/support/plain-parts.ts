import { PLAIN_BOOTSTRAP } from '../../lib/kubeadm/model/bootstrap';
import { PLAIN_FEATURES } from '../../lib/kubeadm/model/control-plane-features';

/** What machines of the cluster `demo` have on every cloud, with nothing special. */
export const PLAIN_MACHINE = Object.freeze({
  labels: {},
  annotations: {},
  kubeletExtraArgs: {},
  bootstrap: PLAIN_BOOTSTRAP,
  drain: {},
});

/** What a control plane of three machines has on every cloud besides its machines. */
export const PLAIN_CONTROL_PLANE = Object.freeze({
  ...PLAIN_FEATURES,
  path: 'mothership/demo/control-plane',
  replicas: 3,
  apiServerExtraArgs: {},
  controllerManagerExtraArgs: {},
  schedulerExtraArgs: {},
  certSANs: [],
  schedulable: false,
  rollout: {},
});

/** What a pool of two machines, or one that an autoscaler sizes, has on every cloud besides its machines. */
export function plainPool({
  name = 'workers',
  autoscale,
}: {
  name?: string;
  autoscale?: object | undefined;
}) {
  return {
    path: `mothership/demo/${name}`,
    name,
    deploymentName: `demo-${name}`,
    ...(autoscale === undefined ? { replicas: 2 } : {}),
    nodeLabels: {},
    taints: [],
    propagateTaints: false,
    capacity: {},
    deploymentAnnotations: {},
    rollout: {},
  };
}

/** What a cluster has on every cloud besides its parts. */
export function plainCluster(name: string) {
  return {
    path: `mothership/${name}`,
    name,
    namespace: name,
    ownsNamespace: true,
    managementCluster: 'mothership',
    labels: {},
    annotations: {},
    paused: false,
    kubernetesVersion: '1.32.4',
    podCidrs: ['192.168.0.0/16'],
    serviceCidrs: ['10.96.0.0/12'],
    serviceDomain: 'cluster.local',
    apiServerPort: 6443,
    addons: [],
    templateNames: 'hashed',
  } as const;
}
