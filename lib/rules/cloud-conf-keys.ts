/** Keys of credentials, which a clouds.yaml may hold in their place. */
const GLOBAL = [
  'application-credential-id',
  'application-credential-name',
  'application-credential-secret',
  'auth-url',
  'ca-file',
  'cert-file',
  'cloud',
  'clouds-file',
  'domain-id',
  'domain-name',
  'key-file',
  'os-endpoint-type',
  'password',
  'region',
  'tenant-domain-id',
  'tenant-domain-name',
  'tenant-id',
  'tenant-name',
  'tls-insecure',
  'trust-id',
  'trustee-id',
  'trustee-password',
  'use-clouds',
  'user-domain-id',
  'user-domain-name',
  'user-id',
  'username',
] as const;

/** Keys that a class of load balancers may have of its own. */
const LOAD_BALANCER_CLASS = [
  'floating-network-id',
  'floating-subnet',
  'floating-subnet-id',
  'floating-subnet-tags',
  'member-subnet-id',
  'network-id',
  'subnet-id',
] as const;

const LOAD_BALANCER = [
  ...LOAD_BALANCER_CLASS,
  'availability-zone',
  'cascade-delete',
  'container-store',
  'create-monitor',
  'default-tls-container-ref',
  'enable-ingress-hostname',
  'enabled',
  'flavor-id',
  'ingress-hostname-suffix',
  'internal-lb',
  'lb-method',
  'lb-provider',
  'lb-version',
  'manage-security-groups',
  'max-shared-lb',
  'monitor-delay',
  'monitor-max-retries',
  'monitor-max-retries-down',
  'monitor-timeout',
  'node-selector',
  'provider-requires-serial-api-calls',
  'use-octavia',
] as const;

/**
 * Keys of `cloud.conf` by its sections, of all releases that go with a Kubernetes version of today.
 *
 * One file may serve cloud controller and storage driver, so that both have all of them.
 */
export const CLOUD_CONF_KEYS: Readonly<Record<string, readonly string[]>> = {
  Global: GLOBAL,
  Networking: [
    'address-sort-order',
    'internal-network-name',
    'ipv6-support-disabled',
    'public-network-name',
  ],
  LoadBalancer: LOAD_BALANCER,
  LoadBalancerClass: LOAD_BALANCER_CLASS,
  BlockStorage: [
    'bs-version',
    'ignore-volume-az',
    'ignore-volume-microversion',
    'node-volume-attach-limit',
    'rescan-on-resize',
    'trust-device-path',
  ],
  Metadata: ['request-timeout', 'search-order'],
  Route: ['router-id'],
};
