import { VOLUME_CLUSTER_ID } from '../../../../../lib/vsphere/model/addon-facts';
import { GivenEndpoint } from '../../../../../lib/vsphere/model/endpoint';
import { addonModel } from '../../../../support/models';
import {
  type VSphereModel,
  vCenterModel,
  vmPool,
  vSphereCluster,
  ZONE,
} from '../../../../support/vsphere-models';
import type { RuleCase } from '../../../assembly/rule-case';

const ZONES = { kind: 'written', zones: { 'eu-1': ZONE } } as const;
const SECRET = { kind: 'secret', secretName: 'account' } as const;
const OTHER = { path: 'other', name: 'other', server: 'other.example.org' } as const;
const ADDRESS = { endpoint: GivenEndpoint.virtualIp({ address: '10.8.0.250' }).model };
const TOGETHER = { namespace: 'clusters', ownsNamespace: false } as const;
const SHARED = { kind: 'clusterIdentity', identityName: 'shared' } as const;

/** Examples of rules on several clusters on vSphere. */
export const VSPHERE_FLEET_CASES: readonly RuleCase[] = [
  {
    rule: 'vsphere-identity-shared',
    broken: [
      one('a', { identity: SECRET, ...TOGETHER }),
      one('b', { identity: SECRET, ...TOGETHER }),
    ],
    sound: [
      one('a', { identity: SHARED, ...TOGETHER }),
      one('b', { identity: SHARED, ...TOGETHER }),
    ],
    says: `mothership/b: identity is "account"
  allowed: a Secret other than the one of mothership/a, which is in the same namespace
  fix: give the cluster a Secret of its own, or use VSphereIdentity.fromClusterIdentity(…) in both`,
  },
  {
    rule: 'vsphere-zone-taken',
    broken: [
      one('a', { cloud: vCenterModel({ zones: ZONES }) }),
      ...['b', 'c'].map((name) => one(name, { cloud: vCenterModel({ zones: ZONES, ...OTHER }) })),
    ],
    sound: ['a', 'b'].map((name) => one(name, { cloud: vCenterModel({ zones: ZONES }) })),
    says: `other: zones is "eu-1"
  allowed: a name that no zone of vcenter has, because clusters of both are on mothership
  fix: name it "eu-1-2", or use one VCenter for both`,
  },
  {
    rule: 'volume-cluster-id-unique',
    broken: [storing('a', 'same'), storing('b', 'same')],
    sound: [storing('a', 'mothership-a'), storing('b', 'mothership-b')],
    says: `mothership/b/csi: clusterId is "same"
  allowed: an identifier other than the one of mothership/a/csi in the same vCenter
  fix: leave clusterId out, or write another text`,
  },
  {
    rule: 'endpoint-unique',
    broken: [one('a', ADDRESS), one('b', ADDRESS)],
    sound: [one('a', ADDRESS), one('b', { ...ADDRESS, cloud: vCenterModel(OTHER) })],
    says: `mothership/b: endpoint.address is "10.8.0.250"
  allowed: an address or host other than that of mothership/a
  fix: give it an address or host of its own`,
  },
];

/** Cluster with an account, and an address between 10.8.0.97 and 10.8.0.122, of its own. */
function one(name: string, overrides: Partial<VSphereModel>): VSphereModel {
  return vSphereCluster({
    name,
    identity: { kind: 'secret', secretName: `${name}-vcenter` },
    endpoint: GivenEndpoint.virtualIp({ address: `10.8.0.${name.charCodeAt(0)}` }).model,
    pools: [vmPool({ deploymentName: `${name}-workers` })],
    ...overrides,
  });
}

function storing(name: string, id: string): VSphereModel {
  return one(name, {
    addons: [addonModel({ path: `mothership/${name}/csi`, facts: VOLUME_CLUSTER_ID.is(id) })],
  });
}
