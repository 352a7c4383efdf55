import assert from 'node:assert/strict';
import { AzureEndpoint, withAddress } from '../../../../lib/azure/model/endpoint';
import { AzurePrivateDns } from '../../../../lib/azure/model/private-dns';
import { surroundingsOf } from '../../../../lib/azure/model/surroundings';
import { AZURE_NETWORK, subscriptionModel } from '../../../support/azure-models';

describe('surroundings of machines on Azure', () => {
  it('know the name of a public endpoint where its label is stated', () => {
    const { model: endpoint } = AzureEndpoint.public({ dnsLabel: 'shop' });

    assert.deepEqual(surroundingsOf({ endpoint, cloud: subscriptionModel(), name: 'demo' }), {
      endpointHosts: ['shop.westeurope.cloudapp.azure.com'],
      hasUnknownEndpoint: false,
      cloudHosts: ['169.254.169.254', '168.63.129.16'],
      families: [4],
    });
    assert.deepEqual(hosts(endpoint, 'AzureChinaCloud'), [
      'shop.westeurope.cloudapp.chinacloudapi.cn',
    ]);
  });

  it('know no name that the provider makes up', () => {
    const { model: endpoint } = AzureEndpoint.public();
    const found = surroundingsOf({ endpoint, cloud: subscriptionModel(), name: 'demo' });

    assert.deepEqual(found.endpointHosts, []);
    assert.equal(found.hasUnknownEndpoint, true);
  });

  it('know name and address of an internal endpoint, the last that is free in its subnet', () => {
    const inside = (options = {}) =>
      withAddress(AzureEndpoint.internal(options).model, AZURE_NETWORK);
    const privateDns = AzurePrivateDns.system({ zoneName: 'clusters.example.org' });

    assert.deepEqual(hosts(inside()), ['apiserver.demo.capz.io', '10.8.127.254']);
    assert.deepEqual(hosts(inside({ privateDns, privateIp: '10.8.0.9' })), [
      'apiserver.clusters.example.org',
      '10.8.0.9',
    ]);
    assert.deepEqual(hosts(inside({ privateDns: AzurePrivateDns.none() })), ['10.8.127.254']);
  });
});

function hosts(
  endpoint: AzureEndpoint['model'],
  environment: 'AzurePublicCloud' | 'AzureChinaCloud' = 'AzurePublicCloud',
) {
  const cloud = subscriptionModel({ environment });
  return surroundingsOf({ endpoint, cloud, name: 'demo' }).endpointHosts;
}
