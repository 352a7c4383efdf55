/** Webhook of HetznerClusters. */
export const CLUSTER_WEBHOOK = 'CAPH@v1.1.8:api/v1beta1/hetznercluster_webhook.go';

/** Webhook of machines and their templates. */
export const MACHINE_WEBHOOK = 'CAPH@v1.1.8:api/v1beta1/hcloudmachine_validation.go';

/** Code that creates servers. */
export const SERVERS = 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go';

/** Code that creates load balancers. */
export const BALANCERS = 'CAPH@v1.1.8:pkg/services/hcloud/loadbalancer/loadbalancer.go';

/** Code that creates private networks. */
export const NETWORKS = 'CAPH@v1.1.8:pkg/services/hcloud/network/network.go';

/** Code that creates placement groups. */
export const GROUPS = 'CAPH@v1.1.8:pkg/services/hcloud/placementgroup/placementgroup.go';

/** CRD of HetznerClusters. */
export const CLUSTER_CRD =
  'CAPH@v1.1.8:config/crd/bases/infrastructure.cluster.x-k8s.io_hetznerclusters.yaml';

/** Reference of Hetzner's API. */
export const API = 'docs.hetzner.cloud@2026:reference/cloud';
