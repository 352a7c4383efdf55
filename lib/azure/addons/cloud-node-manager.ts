import type { Chart } from 'cdk8s';
import { LOCKED_CONTAINER, NON_ROOT_POD, needs } from '../../addons/catalogue/pod-hardening';
import type { KubernetesKinds } from '../../addons/catalogue/scratch-chart';
import { addServiceAccount } from '../../addons/catalogue/service-account';

const NAME = 'cloud-node-manager';
const NAMESPACE = 'kube-system';
const RULES = [
  { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch', 'update', 'patch'] },
  { apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] },
];

/** Adds the DaemonSet that initializes each node from the instance metadata of its machine. */
export function addCloudNodeManager(chart: Chart, k8s: KubernetesKinds, image: string): void {
  const labels = { 'app.kubernetes.io/name': NAME };
  const metadata = { name: NAME, namespace: NAMESPACE, labels };
  addServiceAccount(chart, k8s, metadata, { clusterWide: RULES });
  new k8s.KubeDaemonSet(chart, 'node-manager', {
    metadata,
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: 'RollingUpdate' },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: NAME,
          securityContext: NON_ROOT_POD,
          hostNetwork: true,
          dnsPolicy: 'Default',
          priorityClassName: 'system-node-critical',
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name: NAME,
              image,
              command: [NAME],
              // The CNI routes pod traffic, so there are no routes to wait for.
              args: ['--node-name=$(NODE_NAME)', '--wait-routes=false'],
              env: [
                {
                  name: 'NODE_NAME',
                  valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
                },
              ],
              resources: needs(k8s, { cpu: '50m', memory: '50Mi' }),
              securityContext: LOCKED_CONTAINER,
            },
          ],
        },
      },
    },
  });
}
