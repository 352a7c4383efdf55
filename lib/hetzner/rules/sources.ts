/** Webhook of clusters. */
export const CLUSTER_WEBHOOK = 'CAPH@v1.1.8:api/v1beta1/hetznercluster_webhook.go';

/** Webhook of machines and their templates. */
export const MACHINE_WEBHOOK = 'CAPH@v1.1.8:api/v1beta1/hcloudmachine_validation.go';

/** What makes servers. */
export const SERVERS = 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go';

/** What makes load balancers. */
export const BALANCERS = 'CAPH@v1.1.8:pkg/services/hcloud/loadbalancer/loadbalancer.go';

/** What makes private networks. */
export const NETWORKS = 'CAPH@v1.1.8:pkg/services/hcloud/network/network.go';

/** What makes placement groups. */
export const GROUPS = 'CAPH@v1.1.8:pkg/services/hcloud/placementgroup/placementgroup.go';

/** Definition of clusters. */
export const CLUSTER_CRD =
  'CAPH@v1.1.8:config/crd/bases/infrastructure.cluster.x-k8s.io_hetznerclusters.yaml';

/** Reference of Hetzner's API. */
export const API = 'docs.hetzner.cloud@2026:reference/cloud';
