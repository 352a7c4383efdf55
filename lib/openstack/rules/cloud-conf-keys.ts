import type { CLOUD_CONF_SECTIONS } from '../model/cloud-conf';

/** Where the value of a key of `cloud.conf` comes from, and why. */
export type KeyUse =
  | {
      /** What of the program it follows from. */
      readonly derived: string;
    }
  | {
      /** Option that says it, with what is so without. */
      readonly option: string;
    }
  | {
      /** Why only the user can say it, in `cloudConf`. */
      readonly yours: string;
    };

type Section = Readonly<Record<string, KeyUse>>;

const LOGIN = {
  derived:
    'the entry of `clouds.yaml` of plaintext credentials; others are read from the file itself',
};
const CLOUDS = { derived: 'credentials that are not in plain text' };
const MONITOR = { yours: 'with `create-monitor`; the defaults suit most clouds' };
const PLACE = {
  yours: 'the controller takes the subnet of the nodes, which is right with one network',
};
const SUBNET = {
  yours: 'any subnet of the external network will do, unless the cloud says otherwise',
};
const BARBICAN = { yours: 'only with certificates in Barbican' };

/** Keys of credentials, which a clouds.yaml may hold in their place. */
const GLOBAL: Section = {
  'application-credential-id': LOGIN,
  'application-credential-name': LOGIN,
  'application-credential-secret': LOGIN,
  'auth-url': LOGIN,
  'ca-file': {
    derived: '`caCertificate` of plaintext credentials; others have `cacert` in `clouds.yaml`',
  },
  'cert-file': { yours: 'client certificates are files, which have to be in the pods' },
  cloud: CLOUDS,
  'clouds-file': CLOUDS,
  'domain-id': LOGIN,
  'domain-name': LOGIN,
  'key-file': { yours: 'client certificates are files, which have to be in the pods' },
  'os-endpoint-type': LOGIN,
  password: LOGIN,
  region: LOGIN,
  'tenant-domain-id': LOGIN,
  'tenant-domain-name': LOGIN,
  'tenant-id': LOGIN,
  'tenant-name': LOGIN,
  'tls-insecure': LOGIN,
  'trust-id': { yours: 'trusts are not among the credentials of Cluster API' },
  'trustee-id': { yours: 'trusts are not among the credentials of Cluster API' },
  'trustee-password': { yours: 'trusts are not among the credentials of Cluster API' },
  'use-clouds': CLOUDS,
  'user-domain-id': LOGIN,
  'user-domain-name': LOGIN,
  'user-id': LOGIN,
  username: LOGIN,
};

const NETWORKING: Section = {
  'address-sort-order': { yours: 'it decides between several addresses of one network' },
  'internal-network-name': {
    derived: "the cluster's network, where machines have ports in others too",
  },
  'ipv6-support-disabled': {
    yours:
      'nodes get the addresses that their network has, and no program knows a reason to hide them',
  },
  'public-network-name': { derived: '`externalNetwork` of the cloud, by its name' },
};

/** Keys that a class of load balancers may have of its own. */
const LOAD_BALANCER_CLASS: Section = {
  'floating-network-id': {
    derived:
      '`ExternalNetwork.id`; the only external network needs none, and one by its name is asked for',
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
  'availability-zone': { yours: 'zones of Octavia are not those of Nova' },
  'cascade-delete': { yours: 'the default, true, is what Octavia does best' },
  'container-store': BARBICAN,
  'create-monitor': {
    yours: 'Services with `externalTrafficPolicy: Local` need it; it costs a monitor for each port',
  },
  'default-tls-container-ref': BARBICAN,
  'enable-ingress-hostname': { yours: 'only for Services that take the PROXY protocol' },
  enabled: { yours: '`false` where the cloud has no Octavia' },
  'flavor-id': { yours: 'the flavor of an API server is not that of every Service' },
  'ingress-hostname-suffix': { yours: 'only with `enable-ingress-hostname`' },
  'internal-lb': { yours: 'Services say it with an annotation' },
  'lb-method': { derived: 'the driver `ovn`, which knows one way only' },
  'lb-provider': {
    option: '`loadBalancerProvider`; the driver of the API server, or of the cloud, without it',
  },
  'lb-version': { yours: 'v2 is the only one' },
  'manage-security-groups': {
    yours:
      'with it the controller opens the node ports of each Service, and has to be let to change groups',
  },
  'max-shared-lb': { yours: 'only for load balancers that Services share' },
  'monitor-delay': MONITOR,
  'monitor-max-retries': MONITOR,
  'monitor-max-retries-down': MONITOR,
  'monitor-timeout': MONITOR,
  'node-selector': { yours: 'all nodes are members without it' },
  'provider-requires-serial-api-calls': {
    yours: 'a trait of a driver that the program does not name',
  },
  'use-octavia': { yours: 'it is true in every release of today' },
};

/**
 * Keys of `cloud.conf` by its sections, of all releases that go with a Kubernetes version of today.
 *
 * One file may serve cloud controller and storage driver, so that both have all of them.
 */
export const CLOUD_CONF_KEYS: Readonly<Record<(typeof CLOUD_CONF_SECTIONS)[number], Section>> = {
  Global: GLOBAL,
  Networking: NETWORKING,
  LoadBalancer: LOAD_BALANCER,
  LoadBalancerClass: LOAD_BALANCER_CLASS,
  BlockStorage: {
    'bs-version': { yours: 'v3 is the only one' },
    'ignore-volume-az': {
      yours:
        'with it claims are bound in any zone; `topology: false` of the driver forgoes zones altogether',
    },
    'ignore-volume-microversion': { yours: 'only for a Cinder older than that of Queens' },
    'node-volume-attach-limit': {
      yours: 'it depends on the bus of the disks; 256 is the default of the driver',
    },
    'rescan-on-resize': { yours: 'not every hypervisor can' },
    'trust-device-path': { yours: 'the default, false, is safe' },
  },
  Metadata: {
    'request-timeout': { yours: 'the default suits a metadata service that answers' },
    'search-order': {
      yours:
        'the config drive first, then the metadata service; a cloud with one of them needs no other order',
    },
  },
  Route: {
    'router-id': { yours: 'only where the controller makes routes for pods, as no CNI here needs' },
  },
};
