import assert from 'node:assert/strict';
import type { AwsMachine } from '../../../../lib/aws/model/machine';
import type { AwsPool } from '../../../../lib/aws/model/node-pool';
import { machineData, machineSpec } from '../../../../lib/aws/render/machine-data';
import { registration } from '../../../../lib/aws/render/registration';
import { awsPool } from '../../../support/aws-models';

const PLAIN = {
  instanceType: 'm6i.large',
  iamInstanceProfile: 'nodes.cluster-api-provider-aws.sigs.k8s.io',
  instanceMetadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
  sshKeyName: '',
};

/** What a pool says, and what is in its template besides the usual. */
const ROWS: readonly (readonly [Partial<AwsPool & AwsMachine>, object])[] = [
  [{}, {}],
  [{ size: 'g5.xlarge' }, { instanceType: 'g5.xlarge' }],
  [{ sshKeyName: 'operators' }, { sshKeyName: 'operators' }],
  [{ image: { kind: 'id', id: 'ami-0a1b2c3d' } }, { ami: { id: 'ami-0a1b2c3d' } }],
  [
    { image: { kind: 'lookup', org: '1', baseOs: 'b', format: 'c' } },
    { imageLookupOrg: '1', imageLookupBaseOS: 'b', imageLookupFormat: 'c' },
  ],
  [
    { rootVolume: { sizeGiB: 40, encrypted: false } },
    { rootVolume: { size: 40, encrypted: false } },
  ],
  [
    { dataVolumes: [{ deviceName: '/dev/sdb', sizeGiB: 40, type: 'gp3' }] },
    { nonRootVolumes: [{ deviceName: '/dev/sdb', size: 40, type: 'gp3' }] },
  ],
  [
    { instanceMetadata: { tokens: 'optional', hopLimit: 2 } },
    { instanceMetadataOptions: { httpTokens: 'optional', httpPutResponseHopLimit: 2 } },
  ],
  [
    { securityGroups: [{ id: 'sg-0a1b2c3d' }], subnet: { id: 'subnet-0a1b2c3d' } },
    { additionalSecurityGroups: [{ id: 'sg-0a1b2c3d' }], subnet: { id: 'subnet-0a1b2c3d' } },
  ],
  [{ publicIp: false }, { publicIP: false }],
  [{ tags: { b: '2', a: '1' } }, { additionalTags: { a: '1', b: '2' } }],
  [
    { placementGroup: { name: 'spread', partition: 2 } },
    { placementGroupName: 'spread', placementGroupPartition: 2 },
  ],
  [
    { dedicated: true, efa: true },
    { tenancy: 'dedicated', networkInterfaceType: 'efa' },
  ],
  [{ dedicated: false, efa: false }, {}],
  [{ capacityReservation: { id: 'cr-1' } }, { capacityReservationId: 'cr-1' }],
  [
    { capacityReservation: { id: 'cr-1', capacityBlock: true } },
    { capacityReservationId: 'cr-1', marketType: 'CapacityBlock' },
  ],
  [{ preemptible: { tainted: true } }, { marketType: 'Spot' }],
  [
    { preemptible: { tainted: true, maxPrice: '0.05' } },
    { marketType: 'Spot', spotMarketOptions: { maxPrice: '0.05' } },
  ],
  [
    { userDataStore: 'ssm-parameter-store' },
    { cloudInit: { secureSecretsBackend: 'ssm-parameter-store' } },
  ],
  [{ userDataStore: 'user-data' }, { cloudInit: { insecureSkipSecretsManager: true } }],
  [{ ignition: true, userDataStore: 'user-data' }, { ignition: { version: '2.3' } }],
];

describe('spec of instances', () => {
  for (const [pool, more] of ROWS) {
    it(`has ${JSON.stringify(more)} of ${JSON.stringify(pool)}`, () => {
      const spec = JSON.parse(JSON.stringify(machineSpec(machineData(awsPool(pool)))));

      assert.deepEqual(spec, { ...PLAIN, ...more });
    });
  }
});

describe('node on an instance', () => {
  it('has the private name of the instance, whatever reads the configuration', () => {
    assert.deepEqual(
      [registration('cloud-init').name, registration('ignition').name],
      ['{{ ds.meta_data.local_hostname }}', '$COREOS_EC2_HOSTNAME'],
    );
  });
});
