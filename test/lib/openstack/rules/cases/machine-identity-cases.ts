import type { MachineIdentityModel } from '../../../../../lib/openstack/model/machine-identity';
import { cloudModel, profile } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { cluster, type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const SECRET = { kind: 'secret', name: 'render-project', cloudName: 'openstack' } as const;
const IDENTITY = { ...SECRET, kind: 'clusterIdentity' } as const;

/** Examples of rules on credentials of machines, on the region of credentials, and on images that objects stand for. */
export const MACHINE_IDENTITY_CASES: readonly RuleCase[] = [
  {
    rule: 'machine-identity-entry',
    broken: pool({ cloudName: ' ' }),
    sound: pool({ cloudName: 'render' }),
    says: `mothership/demo/workers: identity.cloudName is " "
  allowed: the name of an entry in clouds.yaml
  fix: leave it out to use "openstack"`,
  },
  {
    rule: 'machine-identity-name',
    broken: pool({ name: 'Render Project' }),
    sound: pool({}),
    says: `mothership/demo/workers: identity.secretName is "Render Project"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "render-project"`,
  },
  {
    rule: 'machine-identity-name',
    broken: withControlPlane({ identity: { ...IDENTITY, name: '§' } }),
    sound: withControlPlane({ identity: { ...IDENTITY, name: 'demo-kubeconfig' } }),
    says: `mothership/demo/control-plane: identity.identityName is "§"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write the name of the object`,
  },
  {
    rule: 'machine-identity-name',
    broken: pool({ name: 'demo-kubeconfig' }),
    says: `mothership/demo/workers: identity.secretName is "demo-kubeconfig"
  allowed: a name other than "demo-kubeconfig", "demo-ca", "demo-etcd", "demo-proxy", "demo-sa", "demo-apiserver-etcd-client"
  fix: name the Secret "demo-machines-cloud-config"`,
  },
  {
    rule: 'machine-identity-version',
    broken: withPool({ identity: IDENTITY }, { profile: profile('1.10') }),
    sound: withPool({ identity: SECRET }, { profile: profile('1.10') }),
    says: `mothership/demo/workers: identity is "cluster identity render-project"
  allowed: a Secret with OpenStack provider 0.12; a cluster identity with 0.14 or later
  fix: write MachineIdentity.fromSecret('…'), or use Providers.stable('1.13')`,
  },
  {
    rule: 'credentials-region',
    broken: inRegion(''),
    sound: inRegion('RegionTwo'),
    says: `mothership/demo: credentials.region is ""
  allowed: the name of a region
  fix: leave it out to use the region of the entry`,
  },
  {
    rule: 'credentials-region',
    broken: inRegion('RegionTwo', 'RegionOne'),
    sound: inRegion('RegionOne', 'RegionOne'),
    says: `mothership/demo: credentials.region is "RegionTwo"
  allowed: "RegionOne", the region of homelab
  fix: write "RegionOne", or create another OpenStackCloud`,
  },
  {
    rule: 'image-object-name',
    broken: withPool({ image: { imageRef: { name: 'Ubuntu_1.32' } } }),
    sound: withPool({ image: { imageRef: { name: 'ubuntu-1.32' } } }),
    says: `mothership/demo/workers: image is "Ubuntu_1.32"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write MachineImage.orc("ubuntu-1-32")`,
  },
];

function pool(identity: Partial<MachineIdentityModel>): AssembledCluster {
  return withPool({ identity: { ...SECRET, ...identity } });
}

function inRegion(region: string, ofCloud?: string): AssembledCluster {
  const { credentials } = cluster();
  const cloud = cloudModel(ofCloud === undefined ? {} : { region: ofCloud });
  return cluster({ credentials: { ...credentials, region }, cloud });
}
