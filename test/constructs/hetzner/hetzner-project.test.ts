import assert from 'node:assert/strict';
import {
  HCloudImage,
  HetznerEndpoint,
  HetznerNetwork,
  HetznerSecret,
  Providers,
  RescueKey,
} from '../../../constructs/index';
import { checkCluster } from '../../../lib/assembly/check-cluster';
import { fleetFacts } from '../../../lib/hetzner/rules/fleet-rules';
import { testFleet } from '../../support/fleets';
import { type HetznerProgram, hetznerProgram, testProject } from '../../support/hetzner';

const TYPES = {
  cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
  cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' as const },
};

describe('HetznerProject', () => {
  it('is plain data, of its Secret, server types, images and keys', () => {
    const { model } = testProject(fleet().fleet, { images: ['ubuntu-24.04'], sshKeys: ['ops'] });

    assert.deepEqual(model, {
      kind: 'hetzner',
      path: 'project',
      name: 'project',
      hetznerSecret: {
        secretName: 'hcloud',
        keys: { hcloudToken: 'token', sshKey: 'hcloud-ssh-key-name' },
      },
      sizes: TYPES,
      images: ['ubuntu-24.04'],
      sshKeys: ['ops'],
    });
  });

  it('checks neither images nor keys where it lists none', () => {
    const { model } = testProject(fleet().fleet);

    assert.deepEqual([model.images, model.sshKeys], [undefined, undefined]);
  });
});

describe('clusters on Hetzner Cloud', () => {
  it('have what is said of them', () => {
    const { model } = program({
      cluster: {
        controlPlaneRegions: ['hel1'],
        network: HetznerNetwork.managed({
          cidrBlock: '10.8.0.0/16',
          subnetCidrBlock: '10.8.1.0/24',
          podCidrs: ['10.244.0.0/16'],
          serviceCidrs: ['10.97.0.0/16'],
          serviceDomain: 'cluster.example',
        }),
        sshKeys: ['ops'],
        rescueKey: RescueKey.fromSecret('rescue'),
        placementGroups: ['spread'],
        secretInWorkloadCluster: false,
      },
    });

    assert.deepEqual(model.network, {
      kind: 'managed',
      cidrBlock: '10.8.0.0/16',
      nodeCidr: '10.8.1.0/24',
      mtu: 1450,
    });
    assert.deepEqual(
      [model.podCidrs, model.serviceCidrs, model.serviceDomain],
      [['10.244.0.0/16'], ['10.97.0.0/16'], 'cluster.example'],
    );
    assert.deepEqual(model.controlPlaneRegions, ['hel1']);
    assert.deepEqual([model.sshKeys, model.placementGroups], [['ops'], ['spread']]);
    assert.equal(model.rescueKey?.secretName, 'rescue');
    assert.equal(model.secretInWorkloadCluster, false);
    assert.deepEqual(model.surroundings.endpointHosts, []);
  });

  it('have a private network, public addresses and a copied token, where nothing is said', () => {
    const { model } = program();

    assert.equal(model.network.kind, 'managed');
    assert.equal(model.secretInWorkloadCluster, true);
    assert.deepEqual([model.sshKeys, model.placementGroups, model.rescueKey], [[], [], undefined]);
    assert.deepEqual(model.controlPlane.publicNetwork, { enableIPv4: true, enableIPv6: true });
    assert.deepEqual(checkCluster(model), []);
  });

  it('may have a token, and machines an image and addresses, of their own', () => {
    const image = HCloudImage.fromName('debian-12');
    const { model } = program({
      cluster: { hetznerSecret: HetznerSecret.fromSopsFile('missing.yaml') },
      pool: {
        serverType: 'cax21',
        image,
        sshKeys: ['dev'],
        placementGroup: 'spread',
        publicNetwork: { enableIPv4: false },
      },
    });
    const [pool] = model.pools;

    assert.equal(model.hetznerSecret.secretName, 'demo-hcloud');
    assert.deepEqual(model.controlPlane.image, { kind: 'name', name: 'ubuntu-24.04' });
    assert.deepEqual(
      [pool?.size, pool?.image, pool?.sshKeys, pool?.placementGroup],
      ['cax21', image.model, ['dev'], 'spread'],
    );
    assert.deepEqual(pool?.publicNetwork, { enableIPv4: false, enableIPv6: true });
  });

  it('are reached at addresses and load balancers that are theirs alone', () => {
    const taken = (endpoint: HetznerEndpoint) =>
      fleetFacts(program({ cluster: { endpoint } }).model).addresses.map(({ key }) => key);

    assert.deepEqual(taken(HetznerEndpoint.external({ host: 'api.example', port: 443 })), [
      'api.example:443',
    ]);
    assert.deepEqual(taken(HetznerEndpoint.external({ host: 'api.example' })), [
      'api.example:6443',
    ]);
    assert.deepEqual(taken(HetznerEndpoint.fromLoadBalancer('shop', { region: 'fsn1' })), [
      'project shop',
    ]);
    assert.deepEqual(taken(HetznerEndpoint.managed({ region: 'fsn1' })), []);
  });
});

describe('types of programs on Hetzner Cloud', () => {
  it('refuse what the project does not have, and what excludes each other', () => {
    const wrong = () => {
      // @ts-expect-error a server type that the project does not list
      program({ pool: { serverType: 'cx23' } });
      // @ts-expect-error a region that Hetzner does not have
      program({ cluster: { controlPlaneRegions: ['eu-1'] } });
      // @ts-expect-error an image both by its name and from a URL
      program({ pool: { image: { imageName: 'a', imageURL: 'b' } } });
      // @ts-expect-error a load balancer without a region
      HetznerEndpoint.managed({});
      // @ts-expect-error an endpoint without a load balancer and without a host
      HetznerEndpoint.external({ port: 6443 });
      // @ts-expect-error an image from a URL without the command that writes it
      HCloudImage.fromUrl('oci://registry.example.org/kube');
      // @ts-expect-error a private range without a private network
      HetznerNetwork.public({ cidrBlock: '10.0.0.0/16' });
      // @ts-expect-error flavors are OpenStack's word
      program({ pool: { flavor: 'cpx32' } });
    };

    assert.equal(typeof wrong, 'function');
  });
});

function fleet() {
  return testFleet({ providers: Providers.stable('1.14', { infrastructure: ['hetzner'] }) });
}

function program(props: HetznerProgram = {}) {
  const { management, fleet: scope } = fleet();
  return { model: hetznerProgram(management, scope, props).model() };
}
