import assert from 'node:assert/strict';
import { AzureEndpoint, withAddress } from '../../../../lib/azure/model/endpoint';
import { AzureIdentity } from '../../../../lib/azure/model/identity';
import { AzureNetwork } from '../../../../lib/azure/model/network';
import { AzurePrivateDns } from '../../../../lib/azure/model/private-dns';
import { identitySecrets } from '../../../../lib/azure/model/secrets';
import { renderIdentities } from '../../../../lib/azure/render/identity';
import { AZURE_RENDERER } from '../../../../lib/azure/render/renderer';
import { valueAt } from '../../../../lib/base/value-at';
import { renderContext } from '../../../../lib/cluster/render/context';
import { schemaSet, validateObject } from '../../../../lib/schema/validate';
import {
  AZURE_NETWORK,
  type AzureClusterModel,
  azureCluster,
  azureControlPlane,
} from '../../../support/azure-models';
import { renderedObject } from '../../../support/rendering';

const SCHEMAS = schemaSet(['cluster-api-azure-v1.26.0']);
const NODES = { nodeCidr: '10.8.0.0/16' };
const IDS = {
  tenantId: '11111111-2222-3333-4444-555555555555',
  clientId: '99999999-8888-7777-6666-555555555555',
};
const API_RULE = {
  name: 'allow_apiserver',
  description: 'Allow K8s API Server',
  priority: 2201,
  direction: 'Inbound',
  action: 'Allow',
  protocol: 'Tcp',
  source: '*',
  sourcePorts: '*',
  destination: '*',
  destinationPorts: '6443',
};
const SSH = {
  name: 'office',
  description: 'SSH',
  priority: 300,
  sources: ['198.51.100.0/24', '203.0.113.7'],
  ports: '22',
};

/** Model of a cluster, and fields of its AzureCluster by their ways. */
const ROWS: readonly (readonly [
  name: string,
  model: Partial<AzureClusterModel>,
  fields: Readonly<Record<string, unknown>>,
])[] = [
  [
    'nothing special',
    {},
    {
      location: 'westeurope',
      azureEnvironment: 'AzurePublicCloud',
      resourceGroup: 'demo',
      identityRef: {
        apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
        kind: 'AzureClusterIdentity',
        name: 'production',
        namespace: 'capz-system',
      },
      'networkSpec.vnet': { name: 'demo-vnet', cidrBlocks: ['10.8.0.0/16'] },
      'networkSpec.subnets': [
        {
          name: 'control-plane',
          role: 'control-plane',
          cidrBlocks: ['10.8.0.0/17'],
          securityGroup: { name: 'demo-control-plane-nsg', securityRules: [API_RULE] },
        },
        { name: 'nodes', role: 'node', cidrBlocks: ['10.8.128.0/17'] },
      ],
      'networkSpec.apiServerLB': { type: 'Public' },
      'networkSpec.nodeOutboundLB': undefined,
      failureDomains: undefined,
      bastionSpec: undefined,
      additionalTags: undefined,
    },
  ],
  [
    'group and tags',
    { resourceGroup: 'shop', tags: { b: '2', a: '1' } },
    { resourceGroup: 'shop', additionalTags: { a: '1', b: '2' } },
  ],
  [
    'zones of the control plane',
    { controlPlane: azureControlPlane({ failureDomains: ['1', '3'] }) },
    {
      failureDomains: {
        1: { controlPlane: true },
        2: { controlPlane: false },
        3: { controlPlane: true },
      },
    },
  ],
  [
    'another port',
    { apiServerPort: 8443 },
    {
      'networkSpec.subnets.0.securityGroup.securityRules': [
        { ...API_RULE, destinationPorts: '8443' },
      ],
    },
  ],
  [
    'own rules and gateways',
    {
      network: AzureNetwork.managed({
        ...NODES,
        name: 'own',
        peerings: [{ vnetName: 'hub' }],
        subnets: [
          {
            name: 'all',
            role: 'cluster',
            cidr: '10.8.0.0/20',
            securityRules: [SSH],
            natGateway: { name: 'out', publicIpName: 'out-ip', zone: '2' },
            serviceEndpoints: ['Microsoft.Storage'],
          },
        ],
      }).model,
    },
    {
      'networkSpec.vnet': {
        name: 'own',
        cidrBlocks: ['10.8.0.0/16'],
        peerings: [{ remoteVnetName: 'hub' }],
      },
      'networkSpec.subnets.0.securityGroup.securityRules': [
        API_RULE,
        {
          name: 'office',
          description: 'SSH',
          priority: 300,
          direction: 'Inbound',
          action: 'Allow',
          protocol: 'Tcp',
          sources: ['198.51.100.0/24', '203.0.113.7'],
          sourcePorts: '*',
          destination: '*',
          destinationPorts: '22',
        },
      ],
      'networkSpec.subnets.0.natGateway': { name: 'out', ip: { name: 'out-ip' }, zones: ['2'] },
      'networkSpec.subnets.0.serviceEndpoints': [
        { service: 'Microsoft.Storage', locations: ['*'] },
      ],
    },
  ],
  [
    'a rule of the user for the API server',
    {
      network: AzureNetwork.managed({
        ...NODES,
        subnets: [
          {
            name: 'all',
            role: 'cluster',
            cidr: '10.8.0.0/20',
            securityRules: [{ ...SSH, name: 'allow_apiserver', ports: '6443' }],
          },
        ],
      }).model,
    },
    { 'networkSpec.subnets.0.securityGroup.securityRules.length': 1 },
  ],
  [
    'an adopted network',
    {
      network: AzureNetwork.fromName('shared', {
        ...NODES,
        resourceGroup: 'networks',
        subnets: [{ name: 'all', role: 'cluster', cidr: '10.8.0.0/20' }],
      }).model,
    },
    {
      'networkSpec.vnet': {
        name: 'shared',
        resourceGroup: 'networks',
        cidrBlocks: ['10.8.0.0/16'],
      },
      'networkSpec.subnets': [{ name: 'all', role: 'cluster', cidrBlocks: ['10.8.0.0/20'] }],
    },
  ],
  [
    'an adopted network whose firewall and routes have names',
    {
      network: AzureNetwork.fromName('shared', {
        ...NODES,
        resourceGroup: 'networks',
        subnets: [
          {
            name: 'all',
            role: 'cluster',
            cidr: '10.8.0.0/20',
            securityGroup: 'machines',
            routeTable: 'routes',
          },
        ],
      }).model,
    },
    {
      'networkSpec.subnets.0.securityGroup': { name: 'machines' },
      'networkSpec.subnets.0.routeTable': { name: 'routes' },
    },
  ],
  [
    'a public endpoint with a name',
    {
      endpoint: AzureEndpoint.public({
        name: 'api',
        dnsLabel: 'shop',
        idleTimeoutMinutes: 10,
        additionalPorts: [{ name: 'konnectivity', port: 8132 }],
      }).model,
    },
    {
      'networkSpec.apiServerLB': {
        name: 'api',
        type: 'Public',
        idleTimeoutInMinutes: 10,
        frontendIPs: [
          {
            name: 'demo-apiserver',
            publicIP: {
              name: 'pip-demo-apiserver',
              dnsName: 'shop.westeurope.cloudapp.azure.com',
            },
          },
        ],
      },
      'networkSpec.additionalAPIServerLBPorts': [{ name: 'konnectivity', port: 8132 }],
    },
  ],
  [
    'an internal endpoint',
    {
      endpoint: withAddress(
        AzureEndpoint.internal({
          zones: ['1'],
          privateDns: AzurePrivateDns.system({ zoneName: 'example.org', resourceGroup: 'names' }),
          outbound: { name: 'out' },
        }).model,
        AZURE_NETWORK,
      ),
    },
    {
      'networkSpec.apiServerLB': {
        type: 'Internal',
        frontendIPs: [{ name: 'demo-apiserver', privateIP: '10.8.127.254' }],
        availabilityZones: ['1'],
      },
      'networkSpec.controlPlaneOutboundLB': { name: 'out', frontendIPsCount: 1 },
      'networkSpec.privateDNSZone': undefined,
      'networkSpec.privateDNSZoneName': 'example.org',
      'networkSpec.privateDNSZoneResourceGroup': 'names',
    },
  ],
  [
    'an internal endpoint without a name',
    { endpoint: AzureEndpoint.internal({ privateDns: AzurePrivateDns.none() }).model },
    { 'networkSpec.privateDNSZone': 'None', 'networkSpec.controlPlaneOutboundLB': undefined },
  ],
  [
    'a way out',
    { nodeOutbound: { addresses: 2, idleTimeoutMinutes: 8 } },
    { 'networkSpec.nodeOutboundLB': { frontendIPsCount: 2, idleTimeoutInMinutes: 8 } },
  ],
  [
    'a bastion',
    { bastion: { cidr: '10.9.0.0/26', sku: 'Standard', enableTunneling: true } },
    {
      'bastionSpec.azureBastion': {
        name: 'demo-azure-bastion',
        subnet: { name: 'AzureBastionSubnet', role: 'bastion', cidrBlocks: ['10.9.0.0/26'] },
        sku: 'Standard',
        enableTunneling: true,
      },
    },
  ],
];

/** Identities, with the specs of their objects besides what all have. */
const IDENTITIES: readonly (readonly [AzureIdentity, spec: object])[] = [
  [AzureIdentity.workload('a', IDS), { type: 'WorkloadIdentity' }],
  [AzureIdentity.managed('a', IDS), { type: 'UserAssignedMSI' }],
  [
    AzureIdentity.servicePrincipal('a', { ...IDS, secretName: 'b' }),
    { type: 'ServicePrincipal', clientSecret: { name: 'b', namespace: 'capz-system' } },
  ],
  [
    AzureIdentity.servicePrincipalCertificate('a', { ...IDS, namespace: 'c', secretName: 'b' }),
    { type: 'ServicePrincipalCertificate', clientSecret: { name: 'b', namespace: 'c' } },
  ],
  [
    AzureIdentity.certificateFile('a', { ...IDS, path: '/b' }),
    { type: 'ServicePrincipalCertificate', certPath: '/b' },
  ],
  [
    AzureIdentity.credentialsFile('a', { ...IDS, path: '/b' }),
    {
      type: 'UserAssignedIdentityCredential',
      userAssignedIdentityCredentialsPath: '/b',
      userAssignedIdentityCredentialsCloudType: 'public',
    },
  ],
];

describe('AzureCluster', () => {
  for (const [name, model, fields] of ROWS) {
    it(`has ${name}`, () => {
      const cluster = azureCluster(model);
      const object = AZURE_RENDERER.cluster(renderContext(cluster, AZURE_RENDERER));

      for (const [way, expected] of Object.entries(fields)) {
        assert.deepEqual(fieldAt(object.spec, way), expected, way);
      }
      assert.deepEqual(validateObject(SCHEMAS, object), []);
    });
  }
});

describe('AzureClusterIdentity', () => {
  for (const [identity, spec] of IDENTITIES) {
    it(`is of the type of ${identity.model.written?.kind}`, () => {
      const [object, ...others] = renderIdentities(azureCluster({ identity: identity.model }));

      assert.ok(object !== undefined && others.length === 0);
      assert.equal(object.metadata.namespace, identity.model.ref.namespace);
      assert.deepEqual(object.spec, {
        tenantID: IDS.tenantId,
        clientID: IDS.clientId,
        allowedNamespaces: {},
        ...spec,
      });
      assert.deepEqual(validateObject(SCHEMAS, object), []);
    });
  }

  it('admits namespaces with some labels, which those that are written have', () => {
    const namespaceSelector = { team: 'platform' };
    const { model: identity } = AzureIdentity.workload('a', { ...IDS, namespaceSelector });
    const cluster = azureCluster({ identity });

    assert.deepEqual(valueAt(renderIdentities(cluster)[0], 'spec', 'allowedNamespaces'), {
      selector: { matchLabels: namespaceSelector },
    });
    assert.deepEqual(AZURE_RENDERER.namespaceLabels(cluster), namespaceSelector);
  });

  it('is not written where it exists', () => {
    const { model: identity } = AzureIdentity.fromName('a', { namespace: 'b' });

    assert.deepEqual(identity.ref, { name: 'a', namespace: 'b' });
    assert.deepEqual(renderIdentities(azureCluster({ identity })), []);
    assert.deepEqual(AZURE_RENDERER.namespaceLabels(azureCluster({ identity })), {});
  });

  it('reads a Secret where a password or a certificate is in one', () => {
    const secretsOf = (identity: AzureIdentity) =>
      identitySecrets({ path: 'demo', identity: identity.model }).map(
        ({ namespace, name, keys }) => `${namespace}/${name} ${keys}`,
      );

    assert.deepEqual(
      IDENTITIES.flatMap(([identity]) => secretsOf(identity)),
      ['capz-system/b clientSecret', 'c/b clientSecret'],
    );
  });
});

describe('a control plane behind an internal load balancer', () => {
  const HOST = `echo '127.0.0.1 apiserver.demo.capz.io' >> /etc/hosts`;
  const commandsOf = (endpoint: AzureEndpoint) => {
    const object = renderedObject(azureCluster({ endpoint: endpoint.model }), 'controlPlane');
    const config = valueAt(object, 'spec', 'kubeadmConfigSpec');
    const listOf = (field: string) => [valueAt(config, field) ?? []].flat().map(String);
    return ['preKubeadmCommands', 'postKubeadmCommands'].map((field) =>
      listOf(field).filter((command) => command.includes('/etc/hosts')),
    );
  };

  it('reaches the endpoint on the machine itself, the first one before kubeadm and others after it', () => {
    assert.deepEqual(commandsOf(AzureEndpoint.internal()), [
      [`if [ -f /run/kubeadm/kubeadm.yaml ]; then ${HOST}; fi`],
      [`if ! [ -f /run/kubeadm/kubeadm.yaml ]; then ${HOST}; fi`],
    ]);
  });

  it('leaves other endpoints alone', () => {
    const privateDns = AzurePrivateDns.none();

    assert.deepEqual(commandsOf(AzureEndpoint.public()), [[], []]);
    assert.deepEqual(commandsOf(AzureEndpoint.internal({ privateDns })), [[], []]);
  });
});

function fieldAt(spec: unknown, way: string): unknown {
  return way
    .split('.')
    .reduce<unknown>((value, step) => (Object(value) as Record<string, unknown>)[step], spec);
}
