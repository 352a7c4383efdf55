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

/** Rules for clusters on Azure. */
export const AZURE_CLUSTER_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-cluster-name',
    reason:
      "Resource names start with the cluster's name, which the webhook limits to 44 characters.",
    source: WEBHOOK,
    check({ path, name }, refuse) {
      // Another rule reports names that Kubernetes rejects.
      if (CLUSTER_NAME.test(name) || toDnsLabel(name) !== name) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `2 to ${MOST_NAME} lowercase letters, digits and dashes`,
          fix: nameIt(
            toDnsLabel(name.length < 2 ? `${name}-cluster` : name, MOST_NAME) ?? 'cluster',
          ),
        },
      );
    },
  },
  {
    id: 'azure-resource-group',
    reason: 'Azure rejects other resource group names.',
    source: WEBHOOK,
    check({ path, resourceGroup }, refuse) {
      const finding = resourceGroup === undefined ? undefined : groupFinding(resourceGroup);
      if (finding !== undefined) refuse({ path, prop: 'resourceGroup' }, finding);
    },
  },
  onlyIpv4Rule({
    id: 'azure-ip-family',
    reason: 'The library writes IPv4 subnets only, so machines have only IPv4 addresses.',
    source: 'CAPZ@v1.26.0:docs/book/src/self-managed/ipv6.md',
    cloud: 'Azure',
    elsewhere: 'create the cluster on OpenStack, where ClusterNetwork supports both families',
  }),
  {
    id: 'azure-cni-encapsulation',
    reason:
      'Azure drops IP-in-IP packets, and also unencapsulated pod traffic, because nothing creates routes for it.',
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
