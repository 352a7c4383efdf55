import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  Addon,
  ApiEndpoint,
  AutoscalerPlacement,
  BackupCredentials,
  CalicoJob,
  CalicoManifest,
  FloatingIP,
} from '../../../../constructs/index';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import type { Workload } from '../../../../lib/addons/rules/workloads';
import type { Manifest } from '../../../../lib/base/manifest';
import { mapsAt } from '../../../../lib/base/value-at';
import { AddonShelf, delivered, described, PLAINTEXT } from '../../../constructs/addons/described';
import { awsCluster } from '../../../support/aws-models';
import { azureCluster } from '../../../support/azure-models';
import { RELEASED_CALICO } from '../../../support/calico';
import { hetznerCluster } from '../../../support/hetzner-models';
import { ROOT } from '../../../support/import-graph';
import { clusterModel, PROFILES, profile } from '../../../support/models';
import { POD_EXCEPTIONS } from '../../../support/pod-exceptions';
import { opennessOf, podsIn } from '../../../support/pods';
import { randomProgram, tryRender } from '../../../support/random/random-program';
import { randomRuns } from '../../../support/random/random-runs';
import { rendered } from '../../../support/rendering';
import { vSphereCluster } from '../../../support/vsphere-models';

const CERTIFICATE = readFileSync(join(ROOT, 'examples/private-cloud/authority.pem'), 'utf8');
const STORE = {
  endpoint: 'https://s3.example.org',
  bucket: 'backups',
  credentials: BackupCredentials.fromClusterSecret('store'),
};

/** Those of AWS. */
const AWS_ADDONS: readonly Addon[] = [
  Addon.awsCloudControllerManager(),
  Addon.ebsCsi({ snapshots: true }),
];

const HETZNER_ADDONS: readonly Addon[] = [Addon.hcloudCloudControllerManager(), Addon.hcloudCsi()];
/** Those of Azure. */
const AZURE_ADDONS: readonly Addon[] = [
  Addon.azureCloudControllerManager(),
  Addon.azureDiskCsi({ snapshots: true }),
];

/** Every addon that writes pods, with each option that decides on them. */
const ADDONS: readonly Addon[] = [
  Addon.openStackCloudControllerManager(),
  Addon.cinderCsi(),
  Addon.cinderCsi({ snapshots: true, version: '1.31.0' }),
  Addon.clusterAutoscaler(),
  Addon.clusterAutoscaler({
    placement: AutoscalerPlacement.workloadCluster({ kubeconfigSecret: 'management' }),
  }),
  Addon.clusterAutoscaler({
    placement: AutoscalerPlacement.workloadClusterWithPlaintextKubeconfig({ kubeconfig: 'fake' }),
  }),
  Addon.nvidiaDevicePlugin({ runtimeHandler: 'nvidia' }),
  Addon.etcdDefragmentation(),
  Addon.etcdBackup(STORE),
  Addon.etcdBackup({ ...STORE, certificateAuthority: CERTIFICATE }),
  calico(RELEASED_CALICO),
  calico(CalicoManifest.inline('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: calico}\n')),
];

const VSPHERE_ADDONS: readonly Addon[] = [
  Addon.vSphereCloudControllerManager(),
  Addon.vSphereCsi({ snapshots: true }),
];

function calico(manifest: CalicoManifest): Addon {
  return new CalicoJob(new AddonShelf(), 'calico', { version: '3.30.2', manifest }).addon;
}

const objectsOf = (model: AddonModel): readonly Manifest[] => [
  ...delivered(model),
  ...model.managementObjects,
];

describe('pods that the library writes', () => {
  const used = new Set<string>();
  const openness = (pods: readonly Workload[]) => pods.flatMap((pod) => opennessOf(pod, used));

  for (const addon of ADDONS) {
    it(`of ${addon.name} are closed but for what they need`, () => {
      for (const over of [{}, { credentials: PLAINTEXT }]) {
        const pods = podsIn(objectsOf(described(addon, over)));

        assert.ok(pods.length > 0);
        assert.deepEqual(openness(pods), []);
        for (const pod of pods) assertTokens(pod);
      }
    });
  }

  for (const addon of VSPHERE_ADDONS) {
    it(`of ${addon.name} are closed but for what they need`, () => {
      const model = addon.describe(vSphereCluster(), `mothership/demo/${addon.name}`);
      const pods = podsIn(objectsOf(model));

      assert.ok(pods.length > 0);
      assert.deepEqual(openness(pods), []);
      for (const pod of pods) assertTokens(pod);
    });
  }

  for (const addon of AZURE_ADDONS) {
    it(`of ${addon.name} are closed but for what they need`, () => {
      const model = addon.describe(azureCluster(), `mothership/demo/${addon.name}`);
      const pods = podsIn(objectsOf(model));

      assert.ok(pods.length > 0);
      assert.deepEqual(openness(pods), []);
      for (const pod of pods) assertTokens(pod);
    });
  }

  for (const addon of AWS_ADDONS) {
    it(`of ${addon.name} are closed but for what they need`, () => {
      const pods = podsIn(objectsOf(addon.describe(awsCluster(), `mothership/demo/${addon.name}`)));

      assert.ok(pods.length > 0);
      assert.deepEqual(openness(pods), []);
      for (const pod of pods) assertTokens(pod);
    });
  }

  for (const addon of HETZNER_ADDONS) {
    it(`of ${addon.name} are closed but for what they need`, () => {
      const model = addon.describe(hetznerCluster(), `mothership/demo/${addon.name}`);
      const pods = podsIn(objectsOf(model));

      assert.ok(pods.length > 0);
      assert.deepEqual(openness(pods), []);
      for (const pod of pods) assertTokens(pod);
    });
  }

  it('of kube-vip are closed but for what they need', () => {
    const endpoint = ApiEndpoint.virtualIp({ address: '10.6.0.9', floatingIP: FloatingIP.none() });
    for (const [clusterApi, provider] of PROFILES) {
      const versions = profile(clusterApi, provider);
      const model = clusterModel({ profile: versions, endpoint: endpoint.model });
      const pods = podsIn([...rendered(model).values()]);

      assert.deepEqual(
        pods.map(({ title }) => title),
        ['Pod kube-system/kube-vip'],
      );
      assert.deepEqual(openness(pods), []);
    }
  });

  it('of random programs are closed but for what they need', function () {
    this.timeout(600_000);
    let seen = 0;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...PROFILES)
          .chain((versions) =>
            fc.tuple(fc.constant(versions), randomProgram({ versions, gates: true, helm: true })),
          ),
        ([versions, program]) => {
          const objects = tryRender(program, versions) ?? [];
          const pods = podsIn(objects.map(({ object }) => object));
          seen += pods.length;

          assert.deepEqual(openness(pods), []);
        },
      ),
      randomRuns(60),
    );
    assert.ok(seen > 20, `${seen} pods`);
  });

  it('need every exception that is made for them', () => {
    const unused = POD_EXCEPTIONS.map(
      ({ workload, container, field }) => `${workload} ${container} ${field}`,
    ).filter((one) => !used.has(one));

    assert.deepEqual(unused, []);
  });
});

/** Pods have the token of an account only where the account has rights. */
function assertTokens({ title, pod }: Workload): void {
  const hasAccount = pod.serviceAccountName !== undefined;
  const hasOwnToken = mapsAt(pod, 'volumes').some(([{ name }]) => name === 'token');
  const expected = hasAccount && !hasOwnToken ? undefined : false;
  assert.equal(pod.automountServiceAccountToken, expected, title);
}
