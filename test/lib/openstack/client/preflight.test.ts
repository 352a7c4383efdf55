import assert from 'node:assert/strict';
import { bastionModel } from '../../../support/bastion';
import { emptyCloud, external } from '../../../support/cloud-contents';
import { ALL_SERVICES, Answer, PROJECT } from '../../../support/fake-cloud';
import { cloudModel, controlPlaneModel, poolModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { demo, issuesOf } from '../../../support/preflight-issues';

function withExternal(
  externalNetwork: AssembledCluster['cloud']['externalNetwork'],
): AssembledCluster {
  return demo({ cloud: cloudModel(externalNetwork === undefined ? {} : { externalNetwork }) });
}

describe('preflight', () => {
  it('has nothing to say about a cloud that has everything', async () => {
    assert.deepEqual(await issuesOf({}), []);
  });

  describe('on services', () => {
    it('refuses a region that the catalog does not have, and looks no further', async () => {
      assert.deepEqual(await issuesOf({ access: { region: 'RegionTwo' }, answers: {} }), [
        'homelab: region is "RegionTwo"\n' +
          '  allowed: a region of the catalog with public endpoints: RegionOne\n' +
          '  fix: set region_name of clouds.yaml to RegionOne',
      ]);
    });

    it('names where a wrong region came from, and the closest one', async () => {
      const access = { region: 'RegionTow', regionFrom: 'OS_REGION_NAME' };

      assert.match(
        String(await issuesOf({ access, regions: ['RegionOne', 'RegionTwo'], answers: {} })),
        /public endpoints: RegionOne, RegionTwo\n {2}fix: set OS_REGION_NAME to RegionTwo$/,
      );
    });

    it('refuses a region of the program in which Pulumi does not work', async () => {
      const cluster = demo({ cloud: cloudModel({ region: 'RegionTwo' }) });
      const access = { region: 'RegionOne', regionFrom: 'OS_REGION_NAME' };

      assert.deepEqual(await issuesOf({ cluster, access, answers: {} }), [
        'homelab: region is "RegionTwo"\n' +
          '  allowed: the region that Pulumi uses: RegionOne, from OS_REGION_NAME\n' +
          '  fix: export OS_REGION_NAME=RegionTwo, or name the entry of clouds.yaml in capi-fleet:cloudEntries',
      ]);
    });

    it('refuses a load balancer without Octavia', async () => {
      const services = ALL_SERVICES.filter((type) => type !== 'load-balancer');

      assert.deepEqual(await issuesOf({ services }), [
        'mothership/demo: endpoint is "loadBalancer"\n' +
          '  allowed: an endpoint without Octavia, which the cloud does not have\n' +
          '  fix: write ApiEndpoint.virtualIp() or ApiEndpoint.external({ host })',
      ]);
    });

    it('refuses a record without Designate', async () => {
      const cluster = demo({
        cloud: cloudModel({ dnsZone: 'example.org' }),
        endpoint: {
          kind: 'loadBalancer',
          allowedCidrs: [],
          additionalPorts: [],
          dnsName: 'api.example.org',
        },
      });
      const services = ALL_SERVICES.filter((type) => type !== 'dns');

      assert.deepEqual(await issuesOf({ cluster, services }), [
        'mothership/demo: endpoint.dnsName is "api.example.org"\n' +
          '  allowed: a name without a record, because the cloud has no Designate\n' +
          '  fix: leave out dnsZone of the OpenStackCloud, and create the record where the zone is',
      ]);
    });

    it('refuses root volumes without Cinder', async () => {
      const pools = [poolModel({ rootVolume: { sizeGiB: 20 } })];
      const services = ALL_SERVICES.filter((type) => type !== 'volumev3');

      assert.deepEqual(await issuesOf({ cluster: demo({ pools }), services }), [
        'mothership/demo/workers: rootVolume is {"sizeGiB":20}\n' +
          '  allowed: a disk of the flavor, because the cloud has no Cinder\n' +
          '  fix: leave it out, and choose a flavor with a root disk or an ephemeral disk',
      ]);
    });

    it('refuses additional volumes and those of bastions without Cinder, and takes local disks', async () => {
      const additionalBlockDevices = [
        { name: 'fast', sizeGiB: 10, storage: { kind: 'local' } as const },
        { name: 'data', sizeGiB: 50, storage: { kind: 'volume', type: 'ssd' } as const },
      ];
      const pools = [poolModel({ additionalBlockDevices })];
      const bastion = bastionModel({ rootVolume: { sizeGiB: 10 } });
      const services = ALL_SERVICES.filter((type) => type !== 'volumev3');

      assert.deepEqual(await issuesOf({ cluster: demo({ pools, bastion }), services }), [
        'mothership/demo/workers: additionalBlockDevices[1] is {"sizeGiB":50,"type":"ssd"}\n' +
          '  allowed: a disk of the flavor, because the cloud has no Cinder\n' +
          '  fix: leave it out, and choose a flavor with a root disk or an ephemeral disk',
        'mothership/demo: bastion.rootVolume is {"sizeGiB":10}\n' +
          '  allowed: a disk of the flavor, because the cloud has no Cinder\n' +
          '  fix: leave it out, and choose a flavor with a root disk or an ephemeral disk',
      ]);
    });

    it('says which service refuses, once', async () => {
      const no = new Answer(403, { faultstring: 'Policy does not allow this' });
      const answers = emptyCloud({ '/load-balancer/v2.0/lbaas/loadbalancers': no });

      assert.deepEqual(await issuesOf({ answers }), [
        `homelab: answer of cloud demo of clouds.yaml is "URL/load-balancer/v2.0/lbaas/loadbalancers?project_id=${PROJECT} answers 403: Policy does not allow this"\n` +
          '  allowed: a user with the role load-balancer_member in the project\n' +
          '  fix: ask an administrator to run openstack role add --user USER --project PROJECT load-balancer_member',
      ]);
    });
  });

  describe('on the external network', () => {
    it('takes the only one', async () => {
      assert.deepEqual(await issuesOf({ cluster: withExternal(undefined) }), []);
    });

    it('asks which of several is meant', async () => {
      const networks = [external('public'), external('backbone')];
      const answers = emptyCloud({
        '/network/v2.0/networks?router:external=true': { networks },
      });

      assert.deepEqual(await issuesOf({ cluster: withExternal(undefined), answers }), [
        'homelab: externalNetwork is missing\n' +
          '  allowed: an external network by name, because the cloud has several: "backbone", "public"\n' +
          '  fix: write ExternalNetwork.fromName("public")',
      ]);
    });

    it('says that there is none', async () => {
      const answers = emptyCloud({
        '/network/v2.0/networks?router:external=true': { networks: [] },
      });

      assert.deepEqual(await issuesOf({ cluster: withExternal(undefined), answers }), [
        'homelab: externalNetwork is missing\n' +
          '  allowed: no external network, because the cloud has none\n' +
          '  fix: write ExternalNetwork.none()',
      ]);
    });

    it('refuses a name that no network has', async () => {
      const network = { filter: { name: 'publc' } };

      assert.deepEqual(await issuesOf({ cluster: withExternal({ kind: 'lookup', network }) }), [
        'homelab: externalNetwork is {"name":"publc"}\n' +
          '  allowed: exactly one matching network, not 0; the cloud has "public"\n' +
          '  fix: write ExternalNetwork.fromName("public")',
      ]);
    });

    it('refuses a name that several networks have', async () => {
      const networks = [
        { ...external('public'), id: 'a' },
        { ...external('public'), id: 'b' },
      ];
      const answers = emptyCloud({ '/network/v2.0/networks?name=public': { networks } });

      assert.deepEqual(await issuesOf({ answers }), [
        'homelab: externalNetwork is {"name":"public"}\n' +
          '  allowed: exactly one matching network, not 2; the cloud has "public"\n' +
          '  fix: write ExternalNetwork.fromId("a"), or the ID of another one',
      ]);
    });

    it('refuses others beside one that is said to be the only one', async () => {
      const network = { filter: { name: 'public' } };
      const cluster = withExternal({ kind: 'lookup', network, only: true });
      const networks = [external('public'), { ...external('backbone'), id: 'b' }];
      const answers = emptyCloud({
        '/network/v2.0/networks?router:external=true': { networks },
        '/network/v2.0/networks?name=public': { networks: [external('public')] },
      });

      assert.deepEqual(await issuesOf({ cluster }), []);
      assert.deepEqual(await issuesOf({ cluster, answers }), [
        'homelab: externalNetwork is "the only external network"\n' +
          '  allowed: one of several: "backbone", "public"\n' +
          '  fix: write ExternalNetwork.fromId("public-id"), or the ID of another one',
      ]);
    });

    it('refuses a network that is not external', async () => {
      const network = { id: 'inner' };
      const answers = emptyCloud({
        '/network/v2.0/networks?id=inner': { networks: [external('inner', false)] },
      });

      assert.deepEqual(
        await issuesOf({ cluster: withExternal({ kind: 'lookup', network }), answers }),
        [
          'homelab: externalNetwork is "inner"\n' +
            '  allowed: an external network, which this one is not; the cloud has "public"\n' +
            '  fix: write ExternalNetwork.fromName("public")',
        ],
      );
    });

    it('is not asked for where there is to be none', async () => {
      const answers = emptyCloud({
        '/network/v2.0/networks?router:external=true': { networks: [] },
      });

      assert.deepEqual(await issuesOf({ cluster: withExternal({ kind: 'none' }), answers }), []);
    });
  });

  describe('on machines', () => {
    it('refuses flavors that the cloud lacks or has in another size', async () => {
      const flavors = [{ name: 'm1.k8s-master', vcpus: 2, ram: 4096, disk: 30 }];
      const answers = emptyCloud({ '/compute/flavors/detail': { flavors } });

      assert.deepEqual(await issuesOf({ answers }), [
        'homelab: flavors["m1.k8s-master"] is {"cpus":4,"memory":"8Gi","disk":"30Gi"}\n' +
          '  allowed: at most the size in the cloud: 2 CPUs, 4096 MiB of memory, 30 GiB of disk\n' +
          "  fix: write { cpus: 2, memory: '4Gi', disk: '30Gi' }",
        'homelab: flavors["m1.k8s-worker"] is {"cpus":4,"memory":"8Gi","disk":"30Gi"}\n' +
          '  allowed: a flavor of the cloud: m1.k8s-master\n' +
          '  fix: correct the name, or ask the operator of the cloud for the flavor',
      ]);
    });

    it('does not mind flavors that are larger than stated', async () => {
      const flavors = [{ name: 'm1.k8s-master', vcpus: 8, ram: 16_384, disk: 60 }];
      const answers = emptyCloud({ '/compute/flavors/detail': { flavors } });

      assert.deepEqual(await issuesOf({ answers, cluster: demo({ pools: [] }) }), []);
    });

    it('does not mind the disk of a flavor whose machines boot from volumes', async () => {
      const flavors = [{ name: 'm1.k8s-master', vcpus: 4, ram: 8192, disk: 0 }];
      const answers = emptyCloud({ '/compute/flavors/detail': { flavors } });
      const controlPlane = controlPlaneModel({ rootVolume: { sizeGiB: 20 } });

      assert.deepEqual(await issuesOf({ answers, cluster: demo({ controlPlane, pools: [] }) }), []);
    });

    it('refuses an image that is nowhere', async () => {
      const answers = emptyCloud({ '/image/v2/images': { images: [] } });

      assert.deepEqual(await issuesOf({ answers }), [
        'mothership/demo/control-plane: image is "ubuntu-2204-kube"\n' +
          '  allowed: an active image of the cloud\n' +
          '  fix: upload it, or add it to imageUploads of homelab',
      ]);
    });

    it('takes an image that is brought', async () => {
      const answers = emptyCloud({ '/image/v2/images': { images: [] } });
      const source = { url: 'https://images.example.org/kube.qcow2' };
      const cloud = cloudModel({ imageUploads: { 'ubuntu-2204-kube': { source } } });

      assert.deepEqual(await issuesOf({ answers, cluster: demo({ cloud }) }), []);
    });

    it('refuses an image that is there twice', async () => {
      const answers = emptyCloud({ '/image/v2/images': { images: [{ id: 'a' }, { id: 'b' }] } });

      assert.deepEqual(await issuesOf({ answers }), [
        'mothership/demo/control-plane: image is "ubuntu-2204-kube"\n' +
          '  allowed: one image, not 2: a, b\n' +
          '  fix: write MachineImage.fromId("a"), or the ID of another one',
      ]);
    });

    it('refuses an image by an identifier that Glance does not know', async () => {
      const controlPlane = controlPlaneModel({ image: { id: 'gone' } });

      assert.deepEqual(await issuesOf({ cluster: demo({ controlPlane, pools: [] }) }), [
        'mothership/demo/control-plane: image is "gone"\n' +
          '  allowed: an active image of the cloud\n' +
          '  fix: upload it, or add it to imageUploads of homelab',
      ]);
    });

    it('refuses zones and volume types that the cloud lacks', async () => {
      const cluster = demo({
        controlPlane: controlPlaneModel({ failureDomains: ['nova', 'az2'] }),
        pools: [
          poolModel({
            failureDomain: 'az3',
            rootVolume: { sizeGiB: 20, type: 'ssd', availabilityZone: 'az4' },
          }),
        ],
      });

      assert.deepEqual(await issuesOf({ cluster }), [
        'mothership/demo/control-plane: failureDomains is "az2"\n' +
          '  allowed: a Nova availability zone: nova\n  fix: write "nova"',
        'mothership/demo/workers: failureDomain is "az3"\n' +
          '  allowed: a Nova availability zone: nova\n  fix: write "nova"',
        'mothership/demo/workers: rootVolume.availabilityZone is "az4"\n' +
          '  allowed: a Cinder availability zone: nova\n' +
          '  fix: leave it out to use the default',
        'mothership/demo/workers: rootVolume.type is "ssd"\n' +
          '  allowed: a Cinder volume type: __DEFAULT__\n' +
          '  fix: leave it out to use the default',
      ]);
    });

    it('refuses zones of a pool and volume types of its disks once for all its parts', async () => {
      const pools = [
        poolModel({
          failureDomains: ['nova', 'moon'],
          additionalBlockDevices: [
            { name: 'data', sizeGiB: 50, storage: { kind: 'volume', type: 'tape' } },
          ],
        }),
      ];
      const bastion = bastionModel({ availabilityZone: 'mars' });

      assert.deepEqual(await issuesOf({ cluster: demo({ pools, bastion }) }), [
        'mothership/demo/workers: failureDomains is "moon"\n' +
          '  allowed: a Nova availability zone: nova\n  fix: write "nova"',
        'mothership/demo: bastion.availabilityZone is "mars"\n' +
          '  allowed: a Nova availability zone: nova\n  fix: write "nova"',
        'mothership/demo/workers: additionalBlockDevices[0].type is "tape"\n' +
          '  allowed: a Cinder volume type: __DEFAULT__\n' +
          '  fix: leave it out to use the default',
      ]);
    });

    it('refuses local disks for which the flavor has no room', async () => {
      const disk = (name: string) => ({ name, sizeGiB: 30, storage: { kind: 'local' as const } });
      const pools = [poolModel({ additionalBlockDevices: [disk('one'), disk('two')] })];
      const flavors = [
        { name: 'm1.k8s-master', vcpus: 4, ram: 8192, disk: 30 },
        { name: 'm1.k8s-worker', vcpus: 4, ram: 8192, disk: 30, 'OS-FLV-EXT-DATA:ephemeral': 40 },
      ];
      const answers = emptyCloud({ '/compute/flavors/detail': { flavors } });

      assert.deepEqual(await issuesOf({ cluster: demo({ pools }), answers }), [
        'mothership/demo/workers: additionalBlockDevices is "60 GiB of local disks"\n' +
          '  allowed: at most the 40 GiB of ephemeral disk that flavor m1.k8s-worker has\n' +
          '  fix: write BlockDevice.volume(), or choose a flavor with a larger ephemeral disk',
      ]);
    });

    it('refuses what the stack of the cloud has not made yet, but in previews', async () => {
      const source = { url: 'https://images.example.org/kube.qcow2' };
      const cluster = demo({
        cloud: cloudModel({
          keyPairs: { ops: 'ssh-ed25519 fake' },
          imageUploads: { 'ubuntu-2204-kube': { source } },
        }),
        controlPlane: controlPlaneModel({ replicas: 1, sshKeyName: 'ops' }),
        pools: [],
      });
      const answers = emptyCloud({ '/image/v2/images': { images: [] } });
      const given = { answers, cluster, stack: 'cluster' } as const;
      const fix = 'fix: run capi-fleet up --cloud homelab PROGRAM first, which creates it';

      assert.deepEqual(await issuesOf(given), [
        'mothership/demo/control-plane: image is "ubuntu-2204-kube"\n' +
          `  allowed: an active image of the cloud\n  ${fix}`,
        'mothership/demo/control-plane: sshKeyName is "ops"\n' +
          `  allowed: a key pair of the user: lab\n  ${fix}`,
      ]);
      assert.deepEqual(await issuesOf({ ...given, isPreview: true }), []);
      assert.deepEqual(await issuesOf({ ...given, stack: 'whole' }), []);
    });

    it('refuses key pairs that the user of the credential lacks', async () => {
      const cluster = demo({
        credentials: {
          kind: 'applicationCredential',
          secretName: 'demo-cloud-config',
          cloudName: 'openstack',
        },
        controlPlane: controlPlaneModel({ sshKeyName: 'lab' }),
        pools: [poolModel({ sshKeyName: 'mine' })],
      });

      assert.deepEqual(await issuesOf({ cluster }), [
        'mothership/demo/workers: sshKeyName is "mine"\n' +
          '  allowed: a key pair of the user: lab\n' +
          '  fix: add it to keyPairs of homelab, or run openstack keypair create --public-key FILE mine',
      ]);
    });
  });

  describe('on names', () => {
    const networks = ['a', 'b'].map((id) => ({ id, name: 'mothership-demo' }));
    const answers = emptyCloud({ '/network/v2.0/networks': { networks } });

    it('refuses those that several things have', async () => {
      assert.deepEqual(await issuesOf({ answers }), [
        'mothership/demo: network in the cloud is "mothership-demo"\n' +
          '  allowed: only one of that name in the project, not 2 (a, b), because the OpenStack provider finds it by name\n' +
          '  fix: rename or delete those that do not belong to this cluster',
      ]);
    });

    it('does not mind them where identifiers are handed over', async () => {
      const cluster = demo({ handOver: { ids: { network: 'a' } } });

      assert.deepEqual(await issuesOf({ answers, cluster }), []);
    });
  });
});
