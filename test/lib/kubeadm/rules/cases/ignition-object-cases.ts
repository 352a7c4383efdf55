import { type FieldPatch, VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'pool/workers/bootstrapTemplate';
const AT = 'spec template spec';
const ON = 'of KubeadmConfigTemplate demo-workers';
const GATED = VERSIONS.usual({ featureGates: { kubeadmBootstrapFormatIgnition: true } });
const FORMAT: FieldPatch = [`${AT} format`, 'ignition'];

/** Fields that Ignition has no use for, with values before and after the first bad one. */
const MISFITS = [
  ['bootCommands', ['true'], undefined, '', 'none with Ignition'],
  [
    'users',
    [{ name: 'a', inactive: true }],
    [{ name: 'a', inactive: false }],
    '[0].inactive',
    'false with Ignition',
  ],
  [
    'files',
    [{ path: '/a', encoding: 'gzip' }],
    [{ path: '/a', encoding: 'base64' }],
    '[0].encoding',
    '"base64", or none, with Ignition',
  ],
  [
    'files',
    [{ path: '/a', encoding: 'gzip+base64' }],
    [{ path: '/a' }],
    '[0].encoding',
    '"base64", or none, with Ignition',
  ],
  [
    'diskSetup.partitions',
    [{ tableType: 'mbr' }],
    [{ tableType: 'gpt' }],
    '[0].tableType',
    '"gpt" with Ignition',
  ],
  [
    'diskSetup.filesystems',
    [{ partition: 'auto' }],
    [{ device: '/dev/vdb' }],
    '[0].partition',
    'none with Ignition',
  ],
  [
    'diskSetup.filesystems',
    [{ replaceFS: 'ntfs' }],
    undefined,
    '[0].replaceFS',
    'none with Ignition',
  ],
] as const;

/** Examples of rules on machines that start by Ignition. */
export const IGNITION_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-ignition-gate',
    key: KEY,
    broken: [FORMAT],
    sound: [[`${AT} format`, 'cloud-config']],
    says: `mothership/demo: spec.template.spec.format ${ON} is "ignition"
  allowed: none; Ignition requires the feature gate kubeadmBootstrapFormatIgnition
  fix: set bootstrap.format of the control plane or pool, whose error says how to enable the gate`,
  },
  {
    rule: 'object-ignition-gate',
    key: 'controlPlane',
    broken: [['spec kubeadmConfigSpec ignition', {}]],
    sound: [
      ['spec kubeadmConfigSpec ignition', {}],
      ['spec kubeadmConfigSpec format', 'ignition'],
    ],
    soundProfile: GATED,
    says: `mothership/demo: spec.kubeadmConfigSpec.ignition of KubeadmControlPlane demo-control-plane is {}
  allowed: none; Ignition requires the feature gate kubeadmBootstrapFormatIgnition
  fix: set bootstrap.format of the control plane or pool, whose error says how to enable the gate`,
  },
  {
    rule: 'object-ignition',
    key: KEY,
    profile: GATED,
    broken: [[`${AT} ignition`, {}]],
    sound: [[`${AT} bootCommands`, ['true']]],
    says: `mothership/demo: spec.template.spec.format ${ON} is missing
  allowed: "ignition" when ignition is set
  fix: remove the patch that adds it`,
  },
  ...MISFITS.map(
    ([field, bad, good, place, allowed]): ObjectCase => ({
      rule: 'object-ignition',
      key: KEY,
      profile: GATED,
      broken: [FORMAT, [`${AT} ${field.replace('.', ' ')}`, bad]],
      sound: [FORMAT, [`${AT} ${field.replace('.', ' ')}`, good]],
      says: `mothership/demo: spec.template.spec.${field}${place} ${ON} is ${given(bad)}
  allowed: ${allowed}
  fix: remove the patch that adds it`,
    }),
  ),
];

/** What is said to be given: a list of texts, or the last field of the first item. */
function given([first]: readonly unknown[]): string {
  if (typeof first !== 'object' || first === null) return JSON.stringify([first]);
  return JSON.stringify(Object.values(first).at(-1));
}
