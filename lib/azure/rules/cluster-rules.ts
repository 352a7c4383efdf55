import { nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { toDnsLabel } from '../../cluster/rules/names';
import { onlyIpv4Rule } from '../../cluster/rules/only-ipv4-rule';
import type { AzureCluster } from '../model/cluster';
import { CLUSTER_NAME } from '../model/limits';
import { groupFinding } from './names';
import { tagRule } from './tags';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go';
const MOST_NAME = 44;

/** Rules on clusters of Azure. */
export const AZURE_CLUSTER_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-cluster-name',
    reason:
      'What is made for a cluster begins with its name, of which the webhook takes 44 characters.',
    source: WEBHOOK,
    check({ path, name }, refuse) {
      // A name that is none for Kubernetes is the affair of another rule.
      if (CLUSTER_NAME.test(name) || toDnsLabel(name) !== name) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `2 to ${MOST_NAME} lower-case letters, digits and dashes`,
          fix: nameIt(
            toDnsLabel(name.length < 2 ? `${name}-cluster` : name, MOST_NAME) ?? 'cluster',
          ),
        },
      );
    },
  },
  {
    id: 'azure-resource-group',
    reason: 'Azure takes no other names for resource groups.',
    source: WEBHOOK,
    check({ path, resourceGroup }, refuse) {
      const finding = resourceGroup === undefined ? undefined : groupFinding(resourceGroup);
      if (finding !== undefined) refuse({ path, prop: 'resourceGroup' }, finding);
    },
  },
  onlyIpv4Rule({
    id: 'azure-ip-family',
    reason: 'Subnets that are written have IPv4 alone, and so have their machines.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/ipv6.md',
    cloud: 'Azure',
    elsewhere: 'make the cluster on OpenStack, where ClusterNetwork has both',
  }),
  {
    id: 'azure-cni-encapsulation',
    reason:
      'Azure drops packets of IP-in-IP, and those of pods that are not wrapped, for which nobody makes routes.',
    source:
      'tigera/docs@main:calico/getting-started/kubernetes/self-managed-public-cloud/azure.mdx',
    check({ path, cni }, refuse) {
      const isCalico = cni?.kind === 'calico';
      const given = cni?.kind === 'calico' ? cni.encapsulation : cni?.routing;
      if (given === undefined || given === 'vxlan' || given === 'geneve') return;
      refuse(
        { path, prop: isCalico ? 'cni.encapsulation' : 'cni.routing' },
        {
          given,
          allowed: isCalico ? '"vxlan" on Azure' : '"vxlan" or "geneve" on Azure',
          fix: write('vxlan'),
        },
      );
    },
  },
  tagRule('azure-cluster-tags', (cluster) => cluster),
];
