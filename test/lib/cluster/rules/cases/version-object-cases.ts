import type { ObjectCase } from '../../../assembly/cases/object-cases';

const ON = 'of KubeadmControlPlane demo-control-plane';
const ALLOWED = 'a release with three numbers, from 1.31 to 1.36 with Cluster API 1.14';

/** Examples of the rule on versions of control planes and machines. */
export const VERSION_OBJECT_CASES: readonly ObjectCase[] = [
  ...[
    ['1.34', '1.34.0'],
    ['v1.30.9', 'v1.31.0'],
    ['v1.37.0', 'v1.36.9'],
  ].map(
    ([version, sound]): ObjectCase => ({
      rule: 'object-version',
      key: 'controlPlane',
      broken: [['spec version', version]],
      sound: [['spec version', sound]],
      says: `mothership/demo: spec.version ${ON} is "${version}"
  allowed: ${ALLOWED}
  fix: set kubernetesVersion of the cluster or pool instead`,
    }),
  ),
  {
    rule: 'object-version',
    key: 'pool/workers/machineDeployment',
    broken: [['spec template spec version', 'latest']],
    sound: [['spec template spec version', undefined]],
    says: `mothership/demo: spec.template.spec.version of MachineDeployment demo-workers is "latest"
  allowed: ${ALLOWED}
  fix: set kubernetesVersion of the cluster or pool instead`,
  },
];
