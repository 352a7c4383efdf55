import assert from 'node:assert/strict';
import type { OpenStackEndpoint } from '../../../../lib/openstack/model/endpoint';
import { clusterModel, openStackRelease, PROFILES, profile } from '../../../support/models';
import {
  assertFitsSchemas,
  at,
  everywhere,
  type PropRow,
  renderedObject,
  testProps,
} from '../../../support/rendering';

type VirtualIp = Extract<OpenStackEndpoint, { kind: 'virtualIp' }>;

const NONE = { kind: 'none' } as const;
const SANS = 'spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs';
const CONTENT = ['spec', 'kubeadmConfigSpec', 'files', 0, 'content'] as const;

const ENDPOINT: Readonly<Record<'address' | 'floatingIP' | 'dnsName', readonly PropRow[]>> = {
  address: [
    row({}, 'infrastructure', 'spec.controlPlaneEndpoint', { host: '10.8.0.254', port: 6443 }),
    row({}, 'controlPlane', SANS, ['10.8.0.254']),
    row({}, 'controlPlaneMachineTemplate', 'spec.template.spec.ports', [
      { allowedAddressPairs: [{ ipAddress: '10.8.0.254' }] },
    ]),
  ],
  floatingIP: [
    row(
      { floatingIP: { kind: 'address', address: '203.0.113.7' } },
      'infrastructure',
      'spec.controlPlaneEndpoint',
      { host: '203.0.113.7', port: 6443 },
    ),
  ],
  dnsName: [
    row({ dnsName: 'api.example.org' }, 'controlPlane', SANS, ['10.8.0.254', 'api.example.org']),
  ],
};

const VARIABLES: Readonly<Record<string, readonly [Partial<VirtualIp>, string, string]>> = {
  address: [{}, 'address', '10.8.0.254'],
  interface: [{ interface: 'ens3' }, 'vip_interface', 'ens3'],
  arpIntervalMilliseconds: [{ arpIntervalMilliseconds: 1000 }, 'vip_arpRate', '1000'],
  'lease.durationSeconds': [{ lease: { durationSeconds: 30 } }, 'vip_leaseduration', '30'],
  'lease.renewDeadlineSeconds': [
    { lease: { renewDeadlineSeconds: 12 } },
    'vip_renewdeadline',
    '12',
  ],
  'lease.retryPeriodSeconds': [{ lease: { retryPeriodSeconds: 3 } }, 'vip_retryperiod', '3'],
};

describe('a rendered virtual IP endpoint', () => {
  testProps(ENDPOINT);

  for (const [prop, [part, name, value]] of Object.entries(VARIABLES)) {
    it(`tells kube-vip ${prop} as ${name}`, () => {
      for (const [clusterApi, provider] of PROFILES) {
        assert.match(
          podOf(part, profile(clusterApi, provider)),
          new RegExp(`name: ${name}\\n +value: ['"]?${value.replaceAll('.', '\\.')}['"]?\\n`),
        );
      }
    });
  }

  it('leaves interface and ARP interval to kube-vip where they are not given', () => {
    assert.doesNotMatch(podOf({}, profile('1.14')), /vip_interface|vip_arpRate/);
  });

  it('runs the image that was given', () => {
    assert.match(
      podOf({ image: 'mirror/kube-vip:v2' }, profile('1.14')),
      /image: mirror\/kube-vip:v2/,
    );
  });

  it('has its port in the subnets of the cluster in every profile', () => {
    const network = {
      kind: 'adopted',
      network: { filter: { name: 'lan' } },
      subnets: [{ filter: { name: 'nodes' } }],
    } as const;
    const portsUnder = (clusterApi: string) => {
      const versions = profile(clusterApi);
      const model = clusterModel({ profile: versions, network, endpoint: virtual({}) });
      assertFitsSchemas(model);
      const template = renderedObject(model, 'controlPlaneMachineTemplate');
      return at(template, ['spec', 'template', 'spec', 'ports']);
    };
    const allowedAddressPairs = [{ ipAddress: '10.8.0.254' }];

    for (const [clusterApi] of PROFILES) {
      assert.deepEqual(portsUnder(clusterApi), [
        {
          network: network.network,
          fixedIPs: [{ subnet: network.subnets[0] }],
          allowedAddressPairs,
        },
      ]);
    }
  });

  it('has no load balancer and no floating address that the provider looks after, in every profile', () => {
    for (const [clusterApi, provider] of PROFILES) {
      const versions = profile(clusterApi, provider);
      const model = clusterModel({ profile: versions, endpoint: virtual({}) });
      const spec = renderedObject(model, 'infrastructure').spec;
      const isOld = openStackRelease(versions).apiVersion === 'v1beta1';

      assert.equal(
        at(spec, isOld ? ['apiServerLoadBalancer'] : ['apiServer', 'managedLoadBalancer']),
        undefined,
      );
      assert.equal(
        at(spec, isOld ? ['disableAPIServerFloatingIP'] : ['apiServer', 'enableFloatingIP']),
        isOld,
      );
      assertFitsSchemas(model);
    }
  });
});

function virtual(part: Partial<VirtualIp>): VirtualIp {
  return {
    kind: 'virtualIp',
    address: '10.8.0.254',
    image: 'kube-vip:v1',
    floatingIP: NONE,
    ...part,
  };
}

function row(part: Partial<VirtualIp>, key: string, path: string, value: unknown): PropRow {
  return { model: { endpoint: virtual(part) }, key, lands: everywhere(path, value) };
}

function podOf(part: Partial<VirtualIp>, versions: ReturnType<typeof profile>): string {
  const model = clusterModel({ profile: versions, endpoint: virtual(part) });
  return String(at(renderedObject(model, 'controlPlane'), CONTENT));
}
