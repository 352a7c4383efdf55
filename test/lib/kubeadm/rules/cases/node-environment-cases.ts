import type { NodeProxy } from '../../../../../lib/kubeadm/model/node-proxy';
import type {
  MirrorEndpoint,
  RegistryMirror,
} from '../../../../../lib/kubeadm/model/registry-mirror';
import type { TrustedCAModel } from '../../../../../lib/kubeadm/model/trusted-ca';
import { cloudModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import type { RuleCase } from '../../../assembly/rule-case';
import { booted } from './bootstrap-case';

const URL = 'http://proxy.example:3128';
const FLOATING = ['203.0.113.0/24'];
const PEM = '-----BEGIN CERTIFICATE-----\nZXhhbXBsZQ==\n-----END CERTIFICATE-----\n';
const MIRROR = 'https://mirror.example';
const SECRET = { name: 'mirror', key: 'user' };
const ADOPTED = { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] } as const;
const EXTERNAL = { kind: 'external', host: 'api.example' } as const;
const DUAL_STACK = {
  endpoint: EXTERNAL,
  podCidrs: ['192.168.0.0/16', 'fd00:1::/56'],
  serviceCidrs: ['10.96.0.0/12', 'fd00:2::/112'],
} as const;
const CERTIFICATE = { kind: 'named', name: 'corp', content: PEM } as const;

/** Examples of rules on proxies of machines. */
export const NODE_PROXY_CASES: readonly RuleCase[] = [
  {
    rule: 'node-proxy-url',
    broken: proxied({ httpProxy: 'proxy.example:3128', httpsProxy: 'http://me:x@proxy.example' }),
    sound: proxied({ httpsProxy: `${URL}/` }),
    says: `mothership/demo/workers: bootstrap.proxy.httpProxy is "proxy.example:3128"
  allowed: an HTTP or HTTPS URL with host and port, without user and path
  fix: write "http://proxy.example:3128"
mothership/demo/workers: bootstrap.proxy.httpsProxy is "a URL with credentials"
  allowed: an HTTP or HTTPS URL with host and port, without user and path
  fix: let the proxy identify machines by address, or write the units of containerd and kubelet in bootstrap.files with a Secret`,
  },
  {
    rule: 'node-proxy-url',
    broken: proxied({ httpProxy: 'socks5://proxy.example' }),
    says: `mothership/demo/workers: bootstrap.proxy.httpProxy is "socks5://proxy.example"
  allowed: an HTTP or HTTPS URL with host and port, without user and path
  fix: write, for example, "http://proxy.example:3128"`,
  },
  {
    rule: 'node-proxy-url',
    broken: proxied({}),
    says: `mothership/demo/workers: bootstrap.proxy.httpProxy is missing
  allowed: the URL of a proxy
  fix: write it, or leave proxy out`,
  },
  {
    rule: 'node-proxy-exception',
    broken: proxied({
      httpProxy: URL,
      noProxy: [...FLOATING, '*.corp', 'https://a.example/', 'a,b', '10.0.0.0/33'],
    }),
    sound: proxied({
      httpProxy: URL,
      noProxy: [...FLOATING, '.corp', 'a.example:443', '192.0.2.7', 'fd00::/8', '*'],
    }),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy[1] is "*.corp"
  allowed: a host, a domain with a leading dot, an address or a range
  fix: write ".corp"
mothership/demo/workers: bootstrap.proxy.noProxy[2] is "https://a.example/"
  allowed: a host, a domain with a leading dot, an address or a range
  fix: write "a.example"
mothership/demo/workers: bootstrap.proxy.noProxy[3] is "a,b"
  allowed: a host, a domain with a leading dot, an address or a range
  fix: write each as a separate string
mothership/demo/workers: bootstrap.proxy.noProxy[4] is "10.0.0.0/33"
  allowed: a host, a domain with a leading dot, an address or a range
  fix: leave it out`,
  },
  {
    rule: 'node-proxy-endpoint',
    broken: proxied({ httpProxy: URL, noProxy: [] }),
    sound: proxied({ httpProxy: URL, noProxy: [] }, { endpoint: EXTERNAL }),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is []
  allowed: a range that contains the future floating IP of the API server, or an endpoint with a known address
  fix: add the range of the external network, or write ApiEndpoint.managed({ floatingIP: FloatingIP.fromAddress('203.0.113.10') }) with your address`,
  },
  {
    rule: 'node-proxy-endpoint',
    broken: proxied({ httpProxy: URL, noProxy: ['.corp'] }),
    sound: proxied(
      { httpProxy: URL, noProxy: [] },
      { cloud: cloudModel({ externalNetwork: { kind: 'none' } }) },
    ),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is [".corp"]
  allowed: a range that contains the future floating IP of the API server, or an endpoint with a known address
  fix: add the range of the external network, or write ApiEndpoint.managed({ floatingIP: FloatingIP.fromAddress('203.0.113.10') }) with your address`,
  },
  {
    rule: 'node-proxy-endpoint',
    broken: proxied({
      httpProxy: URL,
      noProxy: ['10.8.0.0/24', '192.168.7.0/24', '127.0.0.0/8', 'fd00::/8'],
    }),
    sound: proxied({ httpProxy: URL, noProxy: ['192.0.0.0/8'] }),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is ["10.8.0.0/24","192.168.7.0/24","127.0.0.0/8","fd00::/8"]
  allowed: a range that contains the future floating IP of the API server, or an endpoint with a known address
  fix: add the range of the external network, or write ApiEndpoint.managed({ floatingIP: FloatingIP.fromAddress('203.0.113.10') }) with your address`,
  },
  {
    rule: 'node-proxy-network',
    broken: proxied({ httpProxy: URL, noProxy: [] }, { endpoint: EXTERNAL, network: ADOPTED }),
    sound: proxied(
      { httpProxy: URL, noProxy: [] },
      { endpoint: EXTERNAL, network: { ...ADOPTED, nodeCidr: '10.8.0.0/24' } },
    ),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is []
  allowed: the range of the machines' subnet, or a network with a known nodeCidr
  fix: set nodeCidr of the adopted network`,
  },
  {
    rule: 'node-proxy-network',
    broken: proxied(
      { httpProxy: URL, noProxy: ['192.168.1.0/24'] },
      { endpoint: EXTERNAL, network: ADOPTED },
    ),
    sound: proxied(
      { httpProxy: URL, noProxy: ['192.0.0.0/8'] },
      { endpoint: EXTERNAL, network: ADOPTED },
    ),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is ["192.168.1.0/24"]
  allowed: the range of the machines' subnet, or a network with a known nodeCidr
  fix: set nodeCidr of the adopted network`,
  },
  {
    rule: 'node-proxy-network',
    broken: proxied(
      { httpProxy: URL, noProxy: [] },
      { ...DUAL_STACK, network: { ...ADOPTED, nodeCidr: '10.8.0.0/24' } },
    ),
    sound: proxied(
      { httpProxy: URL, noProxy: [] },
      {
        ...DUAL_STACK,
        network: { ...ADOPTED, nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' },
      },
    ),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is []
  allowed: the range of the machines' IPv6 subnet, or a network with a known nodeCidrIPv6
  fix: set nodeCidrIPv6 of the adopted network`,
  },
  {
    rule: 'node-proxy-network',
    broken: proxied(
      { httpProxy: URL, noProxy: ['fd00:8::/64'] },
      {
        endpoint: EXTERNAL,
        network: { ...ADOPTED, subnets: [{ filter: { name: 'v4' } }, { filter: { name: 'v6' } }] },
      },
    ),
    sound: proxied(
      { httpProxy: URL, noProxy: ['*'] },
      {
        endpoint: EXTERNAL,
        network: { ...ADOPTED, subnets: [{ filter: { name: 'v4' } }, { filter: { name: 'v6' } }] },
      },
    ),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy is ["fd00:8::/64"]
  allowed: the range of the machines' subnet, or a network with a known nodeCidr
  fix: set nodeCidr of the adopted network`,
  },
  {
    rule: 'node-proxy-length',
    broken: proxied({ httpProxy: URL, noProxy: [...FLOATING, ...hosts(700)] }),
    sound: proxied({ httpProxy: URL, noProxy: [...FLOATING, ...hosts(500)] }),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy.length is 701
  allowed: at most 9000 characters of exceptions; the total is 11200
  fix: use domains and ranges instead of hosts`,
  },
  {
    rule: 'node-file-derived',
    broken: booted({
      proxy: { httpProxy: URL, noProxy: FLOATING },
      files: [{ path: '/etc/systemd/system/kubelet.service.d/http-proxy.conf', content: SECRET }],
    }),
    sound: booted({
      files: [{ path: '/etc/systemd/system/kubelet.service.d/http-proxy.conf', content: SECRET }],
    }),
    says: `mothership/demo/workers: bootstrap.files[0].path is "/etc/systemd/system/kubelet.service.d/http-proxy.conf"
  allowed: a path that proxy, registryMirrors and trustedCAs do not write
  fix: leave the file out, or the prop that also writes it`,
  },
  {
    rule: 'node-proxy-length',
    broken: proxied({ httpProxy: URL, noProxy: [...FLOATING, 'h'.repeat(8890)] }),
    sound: proxied({ httpProxy: URL, noProxy: [...FLOATING, 'h'.repeat(8889)] }),
    says: `mothership/demo/workers: bootstrap.proxy.noProxy.length is 2
  allowed: at most 9000 characters of exceptions; the total is 9001
  fix: use domains and ranges instead of hosts`,
  },
];

/** Examples of rules on mirrors and authorities of machines. */
export const NODE_TRUST_CASES: readonly RuleCase[] = [
  {
    rule: 'mirror-registry',
    broken: mirrored(
      { registry: 'https://registry-1.docker.io', endpoints: [{ url: MIRROR }] },
      { registry: 'ghcr.io/team', endpoints: [{ url: MIRROR }] },
      { registry: 'quay.io', endpoints: [{ url: MIRROR }] },
      { registry: 'quay.io', endpoints: [{ url: MIRROR }] },
      { registry: '*.example', endpoints: [{ url: MIRROR }] },
    ),
    sound: mirrored(
      { registry: 'docker.io', endpoints: [{ url: MIRROR }] },
      { registry: 'registry.example:5000', endpoints: [{ url: MIRROR }] },
      { registry: '_default', endpoints: [{ url: MIRROR }] },
    ),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].registry is "https://registry-1.docker.io"
  allowed: a host as in image names, such as "docker.io", or "_default"
  fix: write "docker.io"
mothership/demo/workers: bootstrap.registryMirrors[1].registry is "ghcr.io/team"
  allowed: a host as in image names, such as "docker.io", or "_default"
  fix: write "ghcr.io"
mothership/demo/workers: bootstrap.registryMirrors[3].registry is "quay.io"
  allowed: a registry that no other mirror has
  fix: merge the endpoints of the two
mothership/demo/workers: bootstrap.registryMirrors[4].registry is "*.example"
  allowed: a host as in image names, such as "docker.io", or "_default"
  fix: write the part of the image names before the first slash`,
  },
  {
    rule: 'mirror-endpoint',
    broken: mirrors(
      { url: 'mirror.example' },
      { url: `${MIRROR}/` },
      { url: 'https://me:x@mirror.example' },
      { url: 'https://harbor.example/v2/hub' },
    ),
    sound: mirrors(
      { url: 'http://mirror.example:5000' },
      { url: 'https://harbor.example/v2/hub', overridePath: true },
      { url: 'https://other.example/cache' },
    ),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[0].url is "mirror.example"
  allowed: an HTTP or HTTPS URL with host and path, without a trailing slash and without duplicates
  fix: write "https://mirror.example"
mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[1].url is "https://mirror.example/"
  allowed: an HTTP or HTTPS URL with host and path, without a trailing slash and without duplicates
  fix: write "https://mirror.example"
mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[2].url is "a URL with credentials"
  allowed: an HTTP or HTTPS URL with host and path, without a trailing slash and without duplicates
  fix: put the credentials into a Secret, and set credentials
mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[3].overridePath is false
  allowed: true for a URL with /v2 in its path
  fix: write true`,
  },
  {
    rule: 'mirror-endpoint',
    broken: mirrors(),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].endpoints is []
  allowed: at least one server
  fix: add a server, or leave the mirror out`,
  },
  {
    rule: 'mirror-endpoint',
    broken: mirrors({ url: MIRROR }, { url: MIRROR }),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[1].url is "https://mirror.example"
  allowed: an HTTP or HTTPS URL with host and path, without a trailing slash and without duplicates
  fix: leave it out`,
  },
  {
    rule: 'mirror-credentials',
    broken: mirrors(
      { url: 'http://mirror.example', credentials: SECRET },
      { url: MIRROR, credentials: { name: 'Mirror', key: 'user' } },
    ),
    sound: mirrors({ url: MIRROR, credentials: SECRET }),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[0].credentials is {"name":"mirror","key":"user"}
  allowed: credentials only for https
  fix: write "https://mirror.example" as the URL, or leave them out
mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[1].credentials is {"name":"Mirror","key":"user"}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the name in lower case`,
  },
  {
    rule: 'trusted-ca-name',
    broken: trusting(
      { ...CERTIFICATE, name: 'Corp CA.crt' },
      { ...CERTIFICATE, name: 'lab' },
      { ...CERTIFICATE, name: 'lab' },
    ),
    sound: trusting(CERTIFICATE, { ...CERTIFICATE, name: 'lab' }),
    says: `mothership/demo/workers: bootstrap.trustedCAs[0].name is "Corp CA.crt"
  allowed: lower-case letters, digits and dashes, without a file extension
  fix: write "corp-ca"
mothership/demo/workers: bootstrap.trustedCAs[2].name is "lab"
  allowed: a name that no other CA has; TrustedCA.ofCloud() has the name "cloud"
  fix: write another name`,
  },
  {
    rule: 'trusted-ca-content',
    broken: booted({
      trustedCAs: [
        { ...CERTIFICATE, content: '-----BEGIN EC PRIVATE KEY-----\nexample' },
        { kind: 'named', name: 'lab', content: { name: 'lab', key: 'a/b' } },
        { kind: 'named', name: 'many', content: PEM.repeat(200) },
      ],
      registryMirrors: [{ registry: 'quay.io', endpoints: [{ url: MIRROR, ca: 'corp.pem' }] }],
    }),
    sound: booted({
      trustedCAs: [{ ...CERTIFICATE, content: PEM.repeat(2) }],
      registryMirrors: [
        { registry: 'quay.io', endpoints: [{ url: MIRROR, ca: { name: 'lab', key: 'ca.crt' } }] },
      ],
    }),
    says: `mothership/demo/workers: bootstrap.trustedCAs[0].content is "a private key"
  allowed: only certificates in PEM
  fix: write the part that begins with -----BEGIN CERTIFICATE-----
mothership/demo/workers: bootstrap.trustedCAs[1].content is {"name":"lab","key":"a/b"}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the key that the Secret has
mothership/demo/workers: bootstrap.trustedCAs[2].content.length is 13400
  allowed: at most 10240 characters
  fix: put them into a Secret, and write its name and key
mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[0].ca is "corp.pem"
  allowed: only certificates in PEM
  fix: write the part that begins with -----BEGIN CERTIFICATE-----`,
  },
  {
    rule: 'trusted-ca-content',
    broken: mirrors({ url: MIRROR, ca: { name: '', key: 'ca.crt' } }),
    says: `mothership/demo/workers: bootstrap.registryMirrors[0].endpoints[0].ca is {"name":"","key":"ca.crt"}
  allowed: the name of a Secret, and a key of letters, digits, dashes, dots and underscores
  fix: write the name in lower case`,
  },
  {
    rule: 'trusted-ca-cloud',
    broken: trusting({ kind: 'cloud' }),
    sound: booted({ trustedCAs: [{ kind: 'cloud' }] }, {}, onCloudWith(PEM)),
    says: `mothership/demo/workers: bootstrap.trustedCAs[0] is "TrustedCA.ofCloud()"
  allowed: a CA only if caCertificate of homelab is set
  fix: set caCertificate of homelab, or leave TrustedCA.ofCloud() out`,
  },
  {
    rule: 'trusted-ca-content',
    broken: trusting({ ...CERTIFICATE, content: pemOf(10_241) }),
    sound: trusting({ ...CERTIFICATE, content: pemOf(10_240) }),
    says: `mothership/demo/workers: bootstrap.trustedCAs[0].content.length is 10241
  allowed: at most 10240 characters
  fix: put them into a Secret, and write its name and key`,
  },
];

function pemOf(length: number) {
  return PEM.replace('ZXh', 'A'.repeat(length - PEM.length + 3));
}

function proxied(proxy: NodeProxy, rest: Partial<AssembledCluster> = {}) {
  return booted({ proxy: { noProxy: FLOATING, ...proxy } }, {}, rest);
}

function hosts(count: number) {
  return Array.from({ length: count }, (_, index) => `host${index}.example`);
}

function mirrored(...registryMirrors: readonly RegistryMirror[]) {
  return booted({ registryMirrors });
}

function mirrors(...endpoints: readonly MirrorEndpoint[]) {
  return mirrored({ registry: 'docker.io', endpoints });
}

function trusting(...trustedCAs: readonly TrustedCAModel[]) {
  return booted({ trustedCAs });
}

function onCloudWith(caCertificate: string): Partial<AssembledCluster> {
  return { cloud: cloudModel({ caCertificate }) };
}
