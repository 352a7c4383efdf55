import type { CLOUD_CONF_SECTIONS } from '../model/cloud-conf';

/** Source of the value of a `cloud.conf` key. */
export type KeyUse =
  | {
      /** Part of the program from which the value is derived. */
      readonly derived: string;
    }
  | {
      /** Option that sets the value, and its default. */
      readonly option: string;
    }
  | {
      /** Why only the user can set the value, in `cloudConf`. */
      readonly yours: string;
    };

type Section = Readonly<Record<string, KeyUse>>;

const LOGIN = {
  derived:
    'the `clouds.yaml` entry of plaintext credentials; other credentials are read from the file itself',
};
const CLOUDS = { derived: 'credentials that are not plaintext' };
const MONITOR = { yours: 'only with `create-monitor`; the defaults suit most clouds' };
const PLACE = {
  yours: 'the controller uses the subnet of the nodes, which is right with a single network',
};
const SUBNET = {
  yours: 'any subnet of the external network works, unless the cloud requires a specific one',
};
const BARBICAN = { yours: 'only for certificates in Barbican' };

/** Keys of credentials, which a clouds.yaml can provide instead. */
const GLOBAL: Section = {
  'application-credential-id': LOGIN,
  'application-credential-name': LOGIN,
  'application-credential-secret': LOGIN,
  'auth-url': LOGIN,
  'ca-file': {
    derived:
      '`caCertificate` of plaintext credentials; other credentials have `cacert` in `clouds.yaml`',
  },
  'cert-file': { yours: 'client certificates are files that must exist in the pods' },
  cloud: CLOUDS,
  'clouds-file': CLOUDS,
  'domain-id': LOGIN,
  'domain-name': LOGIN,
  'key-file': { yours: 'client certificates are files that must exist in the pods' },
  'os-endpoint-type': LOGIN,
  password: LOGIN,
  region: LOGIN,
  'tenant-domain-id': LOGIN,
  'tenant-domain-name': LOGIN,
  'tenant-id': LOGIN,
  'tenant-name': LOGIN,
  'tls-insecure': LOGIN,
  'trust-id': { yours: 'the credentials of Cluster API do not include trusts' },
  'trustee-id': { yours: 'the credentials of Cluster API do not include trusts' },
  'trustee-password': { yours: 'the credentials of Cluster API do not include trusts' },
  'use-clouds': CLOUDS,
  'user-domain-id': LOGIN,
  'user-domain-name': LOGIN,
  'user-id': LOGIN,
  username: LOGIN,
};

const NETWORKING: Section = {
  'address-sort-order': { yours: 'it sets the priority of several addresses on one network' },
  'internal-network-name': {
    derived: "the cluster's network, if machines also have ports on other networks",
  },
  'ipv6-support-disabled': {
    yours: 'nodes get the addresses of their network, and the program knows no reason to hide them',
  },
  'public-network-name': { derived: 'the name of the `externalNetwork` of the cloud' },
};

/** Keys that a load balancer class can override. */
const LOAD_BALANCER_CLASS: Section = {
  'floating-network-id': {
    derived:
      '`ExternalNetwork.fromId`; `ExternalNetwork.only` does not need it, and `ExternalNetwork.fromName` requires it in `cloudConf`',
  },
  'floating-subnet': SUBNET,
  'floating-subnet-id': SUBNET,
  'floating-subnet-tags': SUBNET,
  'member-subnet-id': PLACE,
  'network-id': PLACE,
  'subnet-id': PLACE,
};

const LOAD_BALANCER: Section = {
  ...LOAD_BALANCER_CLASS,
  'availability-zone': { yours: 'Octavia zones differ from Nova zones' },
  'cascade-delete': { yours: 'the default, true, works best with Octavia' },
  'container-store': BARBICAN,
  'create-monitor': {
    yours:
      'Services with `externalTrafficPolicy: Local` need it; it creates a monitor for each port',
  },
  'default-tls-container-ref': BARBICAN,
  'enable-ingress-hostname': { yours: 'only for Services that use the PROXY protocol' },
  enabled: { yours: '`false` if the cloud has no Octavia' },
  'flavor-id': {
    yours: 'the flavor of the API server load balancer does not apply to every Service',
  },
  'ingress-hostname-suffix': { yours: 'only with `enable-ingress-hostname`' },
  'internal-lb': { yours: 'Services set it with an annotation' },
  'lb-method': { derived: 'the driver `ovn`, which supports only one method' },
  'lb-provider': {
    option:
      '`loadBalancerProvider`; without it, the driver of the API server load balancer, or of the cloud',
  },
  'lb-version': { yours: 'v2 is the only version' },
  'manage-security-groups': {
    yours:
      'with it, the controller opens the node ports of each Service, and needs permission to change security groups',
  },
  'max-shared-lb': { yours: 'only for load balancers that several Services share' },
  'monitor-delay': MONITOR,
  'monitor-max-retries': MONITOR,
  'monitor-max-retries-down': MONITOR,
  'monitor-timeout': MONITOR,
  'node-selector': { yours: 'without it, all nodes are members' },
  'provider-requires-serial-api-calls': {
    yours: 'it depends on a driver that the program does not name',
  },
  'use-octavia': { yours: 'it is true in all current releases' },
};

/**
 * Keys of `cloud.conf` by section, in all releases for current Kubernetes versions.
 *
 * The cloud controller and the CSI driver can share one file, so both accept all keys.
 */
export const CLOUD_CONF_KEYS: Readonly<Record<(typeof CLOUD_CONF_SECTIONS)[number], Section>> = {
  Global: GLOBAL,
  Networking: NETWORKING,
  LoadBalancer: LOAD_BALANCER,
  LoadBalancerClass: LOAD_BALANCER_CLASS,
  BlockStorage: {
    'bs-version': { yours: 'v3 is the only version' },
    'ignore-volume-az': {
      yours:
        'with it, claims are bound in any zone; `topology: false` of the driver disables zones entirely',
    },
    'ignore-volume-microversion': { yours: 'only for Cinder releases before Queens' },
    'node-volume-attach-limit': {
      yours: 'it depends on the disk bus; the default of the driver is 256',
    },
    'rescan-on-resize': { yours: 'not every hypervisor supports it' },
    'trust-device-path': { yours: 'the default, false, is safe' },
  },
  Metadata: {
    'request-timeout': { yours: 'the default suits a responsive metadata service' },
    'search-order': {
      yours:
        'the default is the config drive, then the metadata service; a cloud with only one of them needs no other order',
    },
  },
  Route: {
    'router-id': {
      yours: 'only if the controller creates routes for pods, which no CNI of the library needs',
    },
  },
};
