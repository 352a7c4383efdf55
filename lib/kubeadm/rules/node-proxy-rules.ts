import { rangeContains } from '../../base/bounds';
import { type Cidr, parseCidrs, tryParseCidr } from '../../base/cidr';
import { leaveOut, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { nodeRanges } from '../../cluster/model/address-families';
import type { KubeadmCluster } from '../model/cluster';
import { directHosts } from '../model/node-proxy';
import { bootstrapPlace } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const URL_TEXT = /^https?:\/\/[^/\s"\\]+\/?$/;
const EXCEPTION =
  /^(\*|\.?[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:\d{1,5})?|[0-9A-Fa-f.:]+(\/\d{1,3})?)$/;
/** Loopback and link-local ranges. */
const HOST_RANGES = ['127.0.0.0/8', '169.254.0.0/16', '::1/128', 'fe80::/10'];
const MOST_EXCEPTIONS = 9_000;
const EVERYTHING = '*';
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';
const PROXY_VARIABLES = 'golang/net@master:http/httpproxy/proxy.go';

/** Rules on the proxy of machines. */
export const NODE_PROXY_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-proxy-url',
    reason: 'Anyone who can read the manifests can read a password in the URL of a proxy.',
    source: PROXY_VARIABLES,
    check(subject, refuse) {
      const { proxy = {} } = subject.machine.bootstrap;
      const urls = (['httpProxy', 'httpsProxy'] as const).filter(
        (name) => proxy[name] !== undefined,
      );
      if (urls.length === 0) {
        refuse(bootstrapPlace(subject, 'proxy', '.httpProxy'), {
          given: undefined,
          allowed: 'the URL of a proxy',
          fix: 'write it, or leave proxy out',
        });
      }
      for (const name of urls) {
        const url = proxy[name] ?? '';
        const hasUser = /^https?:\/\/[^/]*@/.test(url);
        if (URL_TEXT.test(url) && URL.canParse(url) && !hasUser) continue;
        const guessed = `http://${url.trim()}`;
        refuse(bootstrapPlace(subject, 'proxy', `.${name}`), {
          given: hasUser ? 'a URL with credentials' : url,
          allowed: 'an HTTP or HTTPS URL with host and port, without user and path',
          fix: hasUser
            ? 'let the proxy identify machines by address, or write the units of containerd and kubelet in bootstrap.files with a Secret'
            : URL_TEXT.test(guessed) && URL.canParse(guessed) && !url.includes('://')
              ? write(guessed)
              : suchAs('http://proxy.example:3128'),
        });
      }
    },
  },
  {
    id: 'node-proxy-exception',
    reason:
      'An entry that is not a host, domain, address or range matches nothing, and its traffic goes through the proxy.',
    source: PROXY_VARIABLES,
    check(subject, refuse) {
      const { noProxy = [] } = subject.machine.bootstrap.proxy ?? {};
      noProxy.forEach((text, index) => {
        if (EXCEPTION.test(text) && (!text.includes('/') || tryParseCidr(text) !== undefined))
          return;
        const better = text
          .trim()
          .replace(/^[a-z]+:\/\//, '')
          .replace(/^\*\./, '.')
          .replace(/\/$/, '');
        refuse(bootstrapPlace(subject, 'proxy', `.noProxy[${index}]`), {
          given: text,
          allowed: 'a host, a domain with a leading dot, an address or a range',
          fix:
            EXCEPTION.test(better) && !better.includes('/')
              ? write(better)
              : text.includes(',')
                ? 'write each as a separate string'
                : leaveOut(),
        });
      });
    },
  },
  {
    id: 'node-proxy-endpoint',
    reason:
      'Kubelets connect to the API server through the proxy unless its address is a known exception.',
    source: PROXY_VARIABLES,
    check(subject, refuse) {
      const { cluster, machine } = subject;
      const { noProxy = [] } = machine.bootstrap.proxy ?? {};
      if (!cluster.surroundings.hasUnknownEndpoint || noProxy.includes(EVERYTHING)) return;
      const inner = parseCidrs([...nodeRanges(cluster.network), ...innerRanges(cluster)]);
      if (parseCidrs(noProxy).some((range) => range.family === 4 && !isPartOf(range, inner)))
        return;
      refuse(bootstrapPlace(subject, 'proxy', '.noProxy'), {
        given: noProxy,
        allowed:
          'a range that contains the future floating IP of the API server, or an endpoint with a known address',
        fix: "add the range of the external network, or write ApiEndpoint.managed({ floatingIP: FloatingIP.fromAddress('203.0.113.10') }) with your address",
      });
    },
  },
  {
    id: 'node-proxy-network',
    reason: 'Machines connect to each other through the proxy unless their range is an exception.',
    source: PROXY_VARIABLES,
    check(subject, refuse) {
      const { cluster, machine } = subject;
      const { noProxy = [] } = machine.bootstrap.proxy ?? {};
      if (noProxy.includes(EVERYTHING)) return;
      const inner = parseCidrs(innerRanges(cluster));
      const others = parseCidrs(noProxy).filter((range) => !isPartOf(range, inner));
      const known = [...parseCidrs(nodeRanges(cluster.network)), ...others].map(
        ({ family }) => family,
      );
      const missing = nodeFamilies(cluster).find((family) => !known.includes(family));
      if (missing === undefined && known.length > 0) return;
      const isSecond = missing === 6 && known.length > 0;
      const prop = isSecond ? 'nodeCidrIPv6' : 'nodeCidr';
      refuse(bootstrapPlace(subject, 'proxy', '.noProxy'), {
        given: noProxy,
        allowed: `the range of the machines' ${isSecond ? 'IPv6 ' : ''}subnet, or a network with a known ${prop}`,
        fix: `set ${prop} of the adopted network`,
      });
    },
  },
  {
    id: 'node-proxy-length',
    reason:
      'The exceptions are written to one file, and Cluster API accepts files of at most 10,240 characters.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { proxy } = subject.machine.bootstrap;
      const { length } = proxy === undefined ? '' : directHosts(subject.cluster, proxy).join(',');
      if (length <= MOST_EXCEPTIONS) return;
      refuse(bootstrapPlace(subject, 'proxy', '.noProxy.length'), {
        given: proxy?.noProxy?.length,
        allowed: `at most ${MOST_EXCEPTIONS} characters of exceptions; the total is ${length}`,
        fix: 'use domains and ranges instead of hosts',
      });
    },
  },
];

/** Returns the IP families that machines certainly use to reach each other. */
function nodeFamilies({ surroundings, podCidrs }: KubeadmCluster): readonly (4 | 6)[] {
  const pods = parseCidrs(podCidrs).map(({ family }) => family);
  return surroundings.families ?? (pods.length > 1 ? pods : []);
}

/** Returns the ranges that contain no address of a machine or of a host outside the cluster. */
function innerRanges({ podCidrs, serviceCidrs }: KubeadmCluster): readonly string[] {
  return [...podCidrs, ...serviceCidrs, ...HOST_RANGES];
}

function isPartOf(range: Cidr, others: readonly Cidr[]): boolean {
  return others.some((other) => rangeContains(other, range));
}
