import assert from 'node:assert/strict';
import { renderContext } from '../../../../lib/cluster/render/context';
import { HetznerEndpoint } from '../../../../lib/hetzner/model/endpoint';
import { BalancerHealthCheck } from '../../../../lib/hetzner/model/health-check';
import { HetznerSecret } from '../../../../lib/hetzner/model/hetzner-secret';
import { HetznerNetwork } from '../../../../lib/hetzner/model/network';
import { RescueKey } from '../../../../lib/hetzner/model/rescue-key';
import { HETZNER_RENDERER } from '../../../../lib/hetzner/render/renderer';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import { type HetznerModel, hetznerCluster } from '../../../support/hetzner-models';

const SCHEMAS = schemaSet(['cluster-api-hetzner-v1.1.8']);
const BALANCER = {
  enabled: true,
  region: 'fsn1',
  type: 'lb11',
  algorithm: 'round_robin',
  port: 6443,
};

/** Model of a cluster, and the fields of its HetznerCluster. */
const ROWS: readonly (readonly [name: string, model: Partial<HetznerModel>, fields: object])[] = [
  ['regions', {}, { controlPlaneRegions: ['fsn1', 'nbg1'] }],
  [
    'load balancer that is made',
    {},
    { controlPlaneLoadBalancer: BALANCER, controlPlaneEndpoint: undefined },
  ],
  [
    'load balancer with everything',
    {
      apiServerPort: 443,
      endpoint: HetznerEndpoint.managed({
        region: 'nbg1',
        type: 'lb21',
        algorithm: 'least_connections',
        dnsName: 'api.example.org',
        extraServices: [{ listenPort: 8132, destinationPort: 8132 }],
        healthCheck: BalancerHealthCheck.https({ intervalSeconds: 20, statusCodes: ['2??'] }),
      }).model,
    },
    {
      controlPlaneEndpoint: { host: 'api.example.org', port: 443 },
      controlPlaneLoadBalancer: {
        enabled: true,
        region: 'nbg1',
        type: 'lb21',
        algorithm: 'least_connections',
        port: 443,
        extraServices: [{ listenPort: 8132, destinationPort: 8132, protocol: 'tcp' }],
        healthCheck: {
          protocol: 'https',
          path: '/readyz',
          intervalSeconds: 20,
          statusCodes: ['2??'],
        },
      },
    },
  ],
  [
    'load balancer that exists',
    { endpoint: HetznerEndpoint.fromLoadBalancer('shop-api', { region: 'fsn1' }).model },
    { controlPlaneLoadBalancer: { ...BALANCER, name: 'shop-api' } },
  ],
  [
    'probes of ports',
    {
      endpoint: HetznerEndpoint.managed({
        region: 'fsn1',
        healthCheck: BalancerHealthCheck.tcp({ port: 6444, timeoutSeconds: 5, retries: 2 }),
      }).model,
    },
    {
      controlPlaneLoadBalancer: {
        ...BALANCER,
        healthCheck: { protocol: 'tcp', port: 6444, timeoutSeconds: 5, retries: 2 },
      },
    },
  ],
  [
    'probes by HTTP',
    {
      endpoint: HetznerEndpoint.managed({
        region: 'fsn1',
        healthCheck: BalancerHealthCheck.http({ path: '/', domain: 'a.example', response: 'ok' }),
      }).model,
    },
    {
      controlPlaneLoadBalancer: {
        ...BALANCER,
        healthCheck: {
          protocol: 'http',
          path: '/',
          domain: 'a.example',
          response: 'ok',
          statusCodes: ['200'],
        },
      },
    },
  ],
  [
    'no load balancer',
    { endpoint: HetznerEndpoint.external({ host: 'api.example.org', port: 8443 }).model },
    {
      controlPlaneLoadBalancer: { enabled: false },
      controlPlaneEndpoint: { host: 'api.example.org', port: 8443 },
    },
  ],
  [
    'no load balancer, and no port',
    { endpoint: HetznerEndpoint.external({ host: 'api.example.org' }).model },
    { controlPlaneEndpoint: { host: 'api.example.org', port: 6443 } },
  ],
  [
    'private network',
    { controlPlaneRegions: ['ash'] },
    {
      hcloudNetwork: {
        enabled: true,
        cidrBlock: '10.0.0.0/16',
        subnetCidrBlock: '10.0.0.0/24',
        networkZone: 'us-east',
      },
    },
  ],
  [
    'ranges of a private network',
    {
      network: HetznerNetwork.managed({
        cidrBlock: '10.8.0.0/16',
        subnetCidrBlock: '10.8.1.0/24',
      }).model,
    },
    {
      hcloudNetwork: {
        enabled: true,
        cidrBlock: '10.8.0.0/16',
        subnetCidrBlock: '10.8.1.0/24',
        networkZone: 'eu-central',
      },
    },
  ],
  ['no private network', { network: HetznerNetwork.public().model }, { hcloudNetwork: undefined }],
  [
    'groups',
    { placementGroups: ['a', 'b'] },
    {
      hcloudPlacementGroups: [
        { name: 'a', type: 'spread' },
        { name: 'b', type: 'spread' },
      ],
    },
  ],
  ['no groups', {}, { hcloudPlacementGroups: undefined }],
  ['no SSH keys', {}, { sshKeys: {} }],
  [
    'SSH keys',
    { sshKeys: ['ops'], rescueKey: RescueKey.fromSecret('rescue', { nameKey: 'name' }).model },
    {
      sshKeys: {
        hcloud: [{ name: 'ops' }],
        robotRescueSecretRef: {
          name: 'rescue',
          key: { name: 'name', publicKey: 'ssh-publickey', privateKey: 'ssh-privatekey' },
        },
      },
    },
  ],
  [
    'Secret',
    {},
    {
      hetznerSecretRef: {
        name: 'hcloud',
        key: { hcloudToken: 'token', sshKey: 'hcloud-ssh-key-name' },
      },
      skipCreatingHetznerSecretInWorkloadCluster: undefined,
    },
  ],
  [
    'Secret with other keys that is not copied',
    {
      hetznerSecret: HetznerSecret.fromSecret('mine', { keys: { hcloudToken: 'hcloud' } }).model,
      secretInWorkloadCluster: false,
    },
    {
      hetznerSecretRef: {
        name: 'mine',
        key: { hcloudToken: 'hcloud', sshKey: 'hcloud-ssh-key-name' },
      },
      skipCreatingHetznerSecretInWorkloadCluster: true,
    },
  ],
];

describe('HetznerCluster', () => {
  for (const [name, model, fields] of ROWS) {
    it(`has what is said of it: ${name}`, () => {
      const cluster = hetznerCluster(model);
      const object = HETZNER_RENDERER.cluster(renderContext(cluster, HETZNER_RENDERER));
      const spec = object.spec as Record<string, unknown>;

      for (const [field, value] of Object.entries(fields)) assert.deepEqual(spec[field], value);
      assert.deepEqual(validateObject(SCHEMAS, object), []);
    });
  }
});
