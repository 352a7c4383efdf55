import { cidrContains, isAddress, parseCidrs } from '../../base/cidr';
import { suchAs } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { nodeRanges } from '../../cluster/model/address-families';
import { objectNameFinding } from '../../cluster/rules/names';
import type { VSphereCluster } from '../model/cluster';

const CLUSTER_CRD =
  'CAPV@v1.16.1:config/default/crd/bases/infrastructure.cluster.x-k8s.io_vsphereclusters.yaml';
const KUBE_VIP = 'kube-vip/kube-vip@v0.8.9:pkg/vip/arp.go';

/** Rules for the account of a cluster. */
export const IDENTITY_RULES: readonly Rule<VSphereCluster>[] = [
  {
    id: 'vsphere-identity-name',
    reason: 'The provider finds no account under a name that no object can have.',
    source: CLUSTER_CRD,
    check({ path, identity }, refuse) {
      if (identity.kind === 'manager') return;
      const name = identity.kind === 'secret' ? identity.secretName : identity.identityName;
      const finding = objectNameFinding(name);
      if (finding !== undefined) refuse({ path, prop: 'identity' }, finding);
    },
  },
];

/** Rules for addresses that kube-vip holds. */
export const GIVEN_ADDRESS_RULES: readonly Rule<VSphereCluster>[] = [
  {
    id: 'given-address',
    reason:
      'kube-vip assigns this IP address to a network interface, and nothing on vSphere allocates one.',
    source: KUBE_VIP,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'virtualIp' || isAddress(endpoint.address)) return;
      refuse(
        { path, prop: 'endpoint.address' },
        {
          given: endpoint.address,
          allowed: 'an IP address in the network of the machines',
          fix: suchAs('10.8.0.250'),
        },
      );
    },
  },
  {
    id: 'given-address-range',
    reason:
      'kube-vip announces the address on the network of the machines, where other addresses are not reachable.',
    source: KUBE_VIP,
    check({ path, endpoint, network }, refuse) {
      if (endpoint.kind !== 'virtualIp') return;
      const { address } = endpoint;
      const texts = nodeRanges(network);
      const ranges = parseCidrs(texts);
      if (!isAddress(address) || ranges.length === 0 || ranges.length < texts.length) return;
      if (ranges.some((range) => cidrContains(range, address))) return;
      refuse(
        { path, prop: 'endpoint.address' },
        {
          given: address,
          allowed: `an address in ${texts.join(' or ')}`,
          fix: 'write an unused address outside the DHCP range',
        },
      );
    },
  },
];
