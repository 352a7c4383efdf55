import assert from 'node:assert/strict';
import { planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { planTable } from '../../../../lib/openstack/plan/plan-table';
import { cloudModel, clusterModel } from '../../../support/models';
import { provisionedCluster, provisionedNetwork } from '../../../support/provisioned';

const CLOUD = cloudModel({
  keyPairs: { ops: 'ssh-ed25519 fake' },
  externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
});

/** Lines of the table of a fleet. */
function lines(...clusters: Parameters<typeof planFleet>[1]): readonly string[] {
  return planTable(planFleet([{ cloud: CLOUD, sharedNetworks: [] }], clusters)).split('\n');
}

describe('planTable', () => {
  it('has a table of each cloud and each cluster, and counts what is made', () => {
    const network = provisionedNetwork({ dnsNameservers: ['192.0.2.1', '192.0.2.2'] });
    const { endpoint, securityGroups } = clusterModel();
    const cluster = provisionedCluster({ cloud: CLOUD, network, endpoint, securityGroups });
    const idle = clusterModel({ name: 'idle', path: 'mothership/idle', cloud: CLOUD });

    assert.equal(
      lines(cluster, idle).join('\n'),
      `cloud homelab
  external-network  network  public  exists, external true
  key-pair-ops      keyPair  ops

cluster mothership/demo in homelab
  network/network           network          mothership-demo  portSecurityEnabled true
  network/subnet            subnet           mothership-demo  cidr 10.8.0.0/24, dnsNameservers 192.0.2.1 192.0.2.2
  network/router            router           mothership-demo  externalNetworkId homelab/external-network
  network/router-interface  routerInterface                   routerId network/router, subnetId network/subnet

cluster mothership/idle in homelab
  no resources

5 resources: 1 keyPair, 1 network, 1 router, 1 routerInterface, 1 subnet
`,
    );
  });

  it('tells direction, ports, the other side and the reason of each rule', () => {
    const rules = lines(provisionedCluster({ cloud: CLOUD }))
      .filter((line) => line.includes(' securityGroupRule '))
      .map((line) => line.trim().replace(/ {2,}securityGroupRule {2,}/, ' | '));

    for (const rule of [
      'security-groups/control-plane/egress | egress IPv4 all to anywhere: images, clouds and clocks',
      'security-groups/control-plane/etcd-from-control-plane | ingress IPv4 tcp 2379-2380 from security-groups/control-plane: members of etcd',
      'security-groups/control-plane/endpoint | ingress IPv4 tcp 6443 from 0.0.0.0/0: the endpoint of the API server',
    ]) {
      assert.ok(rules.includes(rule), `${rule} in\n${rules.join('\n')}`);
    }
  });

  it('tells whom a load balancer lets in', () => {
    const endpoint = {
      kind: 'loadBalancer',
      allowedCidrs: ['192.0.2.0/24'],
      additionalPorts: [],
    } as const;

    assert.match(
      lines(provisionedCluster({ cloud: CLOUD, endpoint })).join('\n'),
      /load-balancer\/listener +listener +k8s-clusterapi-cluster-demo-demo-kubeapi-6443 +protocol TCP, protocolPort 6443, allowedCidrs 192\.0\.2\.0\/24\n/,
    );
  });
});
