import assert from 'node:assert/strict';
import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { controlPlaneModel, PROFILES, poolModel, profile } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../support/provisioned';
import { assertFitsSchemas, at, renderedObject } from '../../../support/rendering';

const VIRTUAL = { kind: 'virtualIp', address: '10.8.0.254', image: 'kube-vip:v1' } as const;
const V1BETA1 = { profile: profile('1.13') };

describe('a provisioned network', () => {
  it('is found by its name, with subnet and router', () => {
    const spec = infrastructure({ ...V1BETA1 });

    assert.deepEqual(at(spec, ['network']), { filter: { name: 'mothership-demo' } });
    assert.deepEqual(at(spec, ['subnets']), [{ filter: { name: 'mothership-demo' } }]);
    assert.deepEqual(at(spec, ['router']), { filter: { name: 'mothership-demo' } });
    assert.equal(at(spec, ['managedSubnets']), undefined);
  });

  it('is found by identifiers where these were handed over', () => {
    const ids = { network: 'n1', subnets: ['s4', 's6'], router: 'r1' };
    const spec = infrastructure({ ...V1BETA1, handOver: { ids } });

    assert.deepEqual(at(spec, ['network']), { id: 'n1' });
    assert.deepEqual(at(spec, ['subnets']), [{ id: 's4' }, { id: 's6' }]);
    assert.deepEqual(at(spec, ['router']), { id: 'r1' });
  });

  it('has a second subnet for IPv6, and keeps a router that exists', () => {
    const router = { filter: { name: 'edge' } };
    const network = provisionedNetwork({ nodeCidrIPv6: 'fd00:8::/64', router });
    const spec = infrastructure({ ...V1BETA1, network });

    assert.deepEqual(at(spec, ['subnets', 1]), { filter: { name: 'mothership-demo-ipv6' } });
    assert.deepEqual(at(spec, ['router']), router);
  });
});

describe('provisioned security groups', () => {
  it('are on the machines of their roles, and no groups are managed', () => {
    const model = provisionedCluster({ ...V1BETA1, pools: [poolModel()] });

    assert.deepEqual(machineGroups(model, 'controlPlaneMachineTemplate'), [
      { filter: { name: 'mothership-demo-control-plane' } },
    ]);
    assert.deepEqual(machineGroups(model, 'pool/workers/machineTemplate'), [
      { filter: { name: 'mothership-demo-workers' } },
    ]);
    assert.equal(at(infrastructure(V1BETA1), ['managedSecurityGroups']), undefined);
  });

  it('are found by identifiers where these were handed over', () => {
    const handOver = { ids: { controlPlaneGroup: 'g1', workersGroup: 'g2' } };
    const model = provisionedCluster({ ...V1BETA1, handOver });

    assert.deepEqual(machineGroups(model, 'controlPlaneMachineTemplate'), [{ id: 'g1' }]);
    assert.deepEqual(machineGroups(model, 'pool/workers/machineTemplate'), [{ id: 'g2' }]);
  });
});

describe('a provisioned load balancer', () => {
  it('is adopted with the floating address that was handed over', () => {
    const spec = infrastructure({ ...V1BETA1 });

    assert.deepEqual(at(spec, ['apiServerLoadBalancer']), { enabled: true });
    assert.equal(at(spec, ['apiServerFloatingIP']), '203.0.113.10');
    assert.equal(at(spec, ['disableAPIServerFloatingIP']), undefined);
  });

  it('has no floating address where none is wanted', () => {
    const endpoint = {
      kind: 'loadBalancer',
      allowedCidrs: [],
      additionalPorts: [],
      floatingIP: { kind: 'none' },
    } as const;
    const spec = infrastructure({ ...V1BETA1, endpoint });

    assert.equal(at(spec, ['apiServerFloatingIP']), undefined);
    assert.equal(at(spec, ['disableAPIServerFloatingIP']), true);
  });

  it('has its name in the certificate', () => {
    const endpoint = {
      kind: 'loadBalancer',
      allowedCidrs: [],
      additionalPorts: [],
      dnsName: 'demo.k8s.example.org',
    } as const;

    assert.deepEqual(certificateNames({ ...V1BETA1, endpoint }), ['demo.k8s.example.org']);
  });
});

describe('a virtual IP', () => {
  it('is reached at its floating address, and carried by the ports of the control plane', () => {
    const model = provisionedCluster({ ...V1BETA1, endpoint: VIRTUAL });
    const spec = infrastructure({ ...V1BETA1, endpoint: VIRTUAL });
    const machine = renderedObject(model, 'controlPlaneMachineTemplate');

    assert.deepEqual(at(spec, ['controlPlaneEndpoint']), { host: '203.0.113.10', port: 6443 });
    assert.equal(at(spec, ['disableAPIServerFloatingIP']), true);
    assert.equal(at(spec, ['apiServerLoadBalancer']), undefined);
    assert.deepEqual(at(machine, ['spec', 'template', 'spec', 'ports']), [
      { allowedAddressPairs: [{ ipAddress: '10.8.0.254' }] },
    ]);
    assert.deepEqual(certificateNames({ ...V1BETA1, endpoint: VIRTUAL }), ['10.8.0.254']);
  });

  it('is its own host without a floating address', () => {
    const endpoint = { ...VIRTUAL, floatingIP: { kind: 'none' } } as const;
    const spec = infrastructure({ ...V1BETA1, endpoint });

    assert.deepEqual(at(spec, ['controlPlaneEndpoint']), { host: '10.8.0.254', port: 6443 });
  });

  it('is held by kube-vip, with the rights that the first machine has from Kubernetes 1.29 on', () => {
    const config = kubeadm({ ...V1BETA1, endpoint: VIRTUAL });
    const content = at(config, ['files', 0, 'content']);

    assert.equal(at(config, ['files', 0, 'path']), '/etc/kubernetes/manifests/kube-vip.yaml');
    assert.match(String(content), /name: address\n +value: "?10\.8\.0\.254"?\n/);
    assert.match(String(at(config, ['preKubeadmCommands', 0])), /super-admin\.conf/);
    const older = kubeadm({ ...V1BETA1, endpoint: VIRTUAL, kubernetesVersion: '1.28.9' });
    assert.equal(at(older, ['preKubeadmCommands']), undefined);
  });

  it('knows the first machine by what Ignition leaves there', () => {
    const format = { kind: 'ignition', containerLinuxConfig: {}, strict: true } as const;
    const controlPlane = controlPlaneModel({ bootstrap: { ...PLAIN_BOOTSTRAP, format } });
    const config = kubeadm({ ...V1BETA1, endpoint: VIRTUAL, controlPlane });

    assert.match(
      String(at(config, ['preKubeadmCommands', 5])),
      /^if grep -q '\^kind: InitConfiguration' \/etc\/kubeadm\.yml; then sed /,
    );
    assert.match(
      String(at(config, ['postKubeadmCommands', 0])),
      /^if grep -q '\^kind: InitConfiguration' \/tmp\/kubeadm\.yml; then sed /,
    );
  });
});

describe('provisioned clusters', () => {
  for (const [clusterApi, provider] of PROFILES) {
    it(`fit the schemas of Cluster API ${clusterApi} with provider ${provider}`, () => {
      const under = { profile: profile(clusterApi, provider) };

      assertFitsSchemas(provisionedCluster(under));
      assertFitsSchemas(provisionedCluster({ ...under, endpoint: VIRTUAL }));
    });
  }
});

function infrastructure(model: Partial<AssembledCluster>): unknown {
  return renderedObject(provisionedCluster(model), 'infrastructure').spec;
}

function kubeadm(model: Partial<AssembledCluster>): unknown {
  return at(renderedObject(provisionedCluster(model), 'controlPlane'), [
    'spec',
    'kubeadmConfigSpec',
  ]);
}

function certificateNames(model: Partial<AssembledCluster>): unknown {
  return at(kubeadm(model), ['clusterConfiguration', 'apiServer', 'certSANs']);
}

function machineGroups(model: AssembledCluster, key: string): unknown {
  return at(renderedObject(model, key), ['spec', 'template', 'spec', 'securityGroups']);
}
