import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'controlPlane';
const POOL_KEY = 'pool/workers/machineDeployment';
const ON = 'of KubeadmControlPlane demo-control-plane';
const TEMPLATE = 'spec machineNaming template';
const LONG = 'x'.repeat(70);

/** Examples of rules on the names of machines. */
export const NAMING_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-machine-naming',
    key: KEY,
    broken: [[TEMPLATE, 'cp']],
    sound: [[TEMPLATE, 'cp-{{ .random }}']],
    says: `mothership/demo: spec.machineNaming.template ${ON} is "cp"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "cp-{{ .random }}"`,
  },
  {
    rule: 'object-machine-naming',
    key: KEY,
    broken: [[TEMPLATE, '{{.cluster.name}}-{{.random}}']],
    sound: [[TEMPLATE, '{{.cluster.name}}.{{ .kubeadmControlPlane.name }}-{{ .random }}']],
    says: `mothership/demo: spec.machineNaming.template ${ON} is "{{.cluster.name}}-{{.random}}"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "{{.cluster.name}}-{{ .random }}"`,
  },
  {
    rule: 'object-machine-naming',
    key: POOL_KEY,
    profile: VERSIONS.oldest(),
    broken: [['spec machineNamingStrategy template', '{{ random }}']],
    sound: [['spec machineNamingStrategy template', '{{ .machineSet.name }}-{{ .random }}']],
    says: `mothership/demo: spec.machineNamingStrategy.template of MachineDeployment demo-workers is "{{ random }}"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "{{ .random }}"`,
  },
  {
    rule: 'object-machine-naming',
    key: POOL_KEY,
    broken: [
      ['kind', 'MachineSet'],
      [TEMPLATE, 'w'],
    ],
    says: `mothership/demo: spec.machineNaming.template of MachineSet demo-workers is "w"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "w-{{ .random }}"`,
  },
  {
    rule: 'object-machine-name',
    key: KEY,
    broken: [[TEMPLATE, 'W_{{ .random }}']],
    sound: [[TEMPLATE, '{{ if true }}W{{ end }}{{ .random }}']],
    says: `mothership/demo: spec.machineNaming.template ${ON} is "W_{{ .random }}"
  allowed: a template that results in valid DNS names, unlike "W_abcde"
  fix: use only lower-case letters, digits, "-" and "." around the variables`,
  },
  {
    rule: 'object-machine-name',
    key: POOL_KEY,
    broken: [[TEMPLATE, `-${LONG}{{ .random }}`]],
    sound: [[TEMPLATE, `${LONG}-{{ .random }}-`]],
    says: `mothership/demo: spec.machineNaming.template of MachineDeployment demo-workers is "-${LONG}{{ .random }}"
  allowed: a template that results in valid DNS names, unlike "-${'x'.repeat(57)}abcde"
  fix: use only lower-case letters, digits, "-" and "." around the variables`,
  },
];
