import type { Infrastructure } from './infrastructure';

const CLOUD = `
// Machines are containers. 'inMemory' simulates them, which needs no Docker and runs no pods.
const laptop = new DevCloud(fleet, 'laptop', { backend: 'docker' });
`;

const CLUSTER = `
// Try replicas: 3, another Kubernetes version, or a second pool.
const cluster = new WorkloadCluster(management, 'first', {
  cloud: laptop,
  kubernetesVersion: '1.34.0',
  controlPlane: { replicas: 1 },
});
cluster.addNodePool('workers', { replicas: 2 });
`;

const KIND = `# kind create cluster --config kind.yaml
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
  - role: control-plane
    extraMounts:
      # The provider creates machines as containers of this Docker daemon.
      - hostPath: /var/run/docker.sock
        containerPath: /var/run/docker.sock
`;

/** Clusters on a laptop, by the provider for development. */
export const LAPTOP: Infrastructure = {
  name: 'laptop',
  title: 'Laptop',
  hint: 'containers or simulated machines, no cloud',
  provisions: false,
  clusters: () => ({
    imports: ['DevCloud'],
    cloud: CLOUD,
    providers: ['dev'],
    cluster: CLUSTER,
  }),
  files: { 'kind.yaml': KIND },
  prepare: ['kind create cluster --config kind.yaml', 'clusterctl init --infrastructure docker'],
  managementCluster: 'kind',
};
