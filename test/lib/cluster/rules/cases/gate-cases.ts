import { profile } from '../../../../support/models';
import { cluster, type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const BROKEN = { type: 'InfrastructureReady', status: 'False', timeoutSeconds: 300 } as const;

/** Examples of rules on conditions, names and remediation of machines. */
export const GATE_CASES: readonly RuleCase[] = [
  {
    rule: 'readiness-gates',
    broken: withPool({ readinessGates: [{ conditionType: 'not a type' }] }),
    sound: withPool({ readinessGates: [{ conditionType: 'example.org/Type' }] }),
    says: `mothership/demo/workers: readinessGates is "not a type"
  allowed: each condition type only once, such as "example.org/GpuReady"
  fix: leave the condition out`,
  },
  {
    rule: 'readiness-gates',
    broken: withControlPlane({ readinessGates: [{ conditionType: 'A' }, { conditionType: 'A' }] }),
    sound: withControlPlane({ readinessGates: [{ conditionType: 'A' }, { conditionType: 'B' }] }),
    says: `mothership/demo/control-plane: readinessGates is "A"
  allowed: each condition type only once, such as "example.org/GpuReady"
  fix: leave one of the two out`,
  },
  {
    rule: 'readiness-gates',
    broken: withPool({
      readinessGates: Array.from({ length: 33 }, (_, i) => ({
        conditionType: `example.org/g${i}`,
      })),
    }),
    says: `mothership/demo/workers: readinessGates.length is 33
  allowed: at most 32 conditions
  fix: leave 1 out`,
  },
  {
    rule: 'availability-gates',
    broken: cluster({ availabilityGates: [{ conditionType: '' }] }),
    sound: cluster({ availabilityGates: [{ conditionType: 'A', polarity: 'Negative' }] }),
    says: `mothership/demo: availabilityGates is ""
  allowed: each condition type only once, such as "example.org/GpuReady"
  fix: leave the condition out`,
  },
  {
    rule: 'machine-naming-random',
    broken: withPool({ machineNaming: { template: 'm-{{.random}}' } }),
    sound: withPool({ machineNaming: { template: 'm-{{ .random }}' } }),
    says: `mothership/demo/workers: machineNaming.template is "m-{{.random}}"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "m-{{ .random }}"`,
  },
  {
    rule: 'machine-naming-random',
    broken: withControlPlane({ machineNaming: { template: 'm' } }),
    says: `mothership/demo/control-plane: machineNaming.template is "m"
  allowed: a template with {{ .random }}, including the spaces
  fix: write "m-{{ .random }}"`,
  },
  {
    rule: 'machine-naming-name',
    broken: withPool({
      machineNaming: { template: '{{ .kubeadmControlPlane.name }}-{{ .random }}' },
    }),
    sound: withControlPlane({
      machineNaming: { template: '{{ .kubeadmControlPlane.name }}-{{ .random }}' },
    }),
    says: `mothership/demo/workers: machineNaming.template is "{{ .kubeadmControlPlane.name }}-{{ .random }}"
  allowed: a name of at most 256 lower-case letters, digits, "-" and ".", with the variables .cluster.name, .machineSet.name and .random
  fix: leave it out`,
  },
  {
    rule: 'machine-naming-name',
    broken: withControlPlane({ machineNaming: { template: 'M_{{ .random }}' } }),
    says: `mothership/demo/control-plane: machineNaming.template is "M_{{ .random }}"
  allowed: a name of at most 256 lower-case letters, digits, "-" and ".", with the variables .cluster.name, .kubeadmControlPlane.name and .random
  fix: leave it out`,
  },
  {
    rule: 'pool-max-in-flight',
    broken: withPool({
      remediation: { maxInFlight: 0 },
      healthCheck: { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [], maxUnhealthy: '1' },
    }),
    sound: withPool({
      remediation: { maxInFlight: '20%' },
      healthCheck: { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [], maxUnhealthy: '1' },
    }),
    says: `mothership/demo/workers: remediation.maxInFlight is 0
  allowed: an integer of 1 or more, or a percentage from "1%" to "100%"
  fix: write 1`,
  },
  {
    rule: 'pool-max-in-flight',
    broken: withPool({
      remediation: { maxInFlight: 'few' },
      healthCheck: { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [], maxUnhealthy: '1' },
    }),
    says: `mothership/demo/workers: remediation.maxInFlight is "few"
  allowed: an integer of 1 or more, or a percentage from "1%" to "100%"
  fix: leave it out`,
  },
  {
    rule: 'pool-max-in-flight-check',
    broken: withPool({ remediation: { maxInFlight: 1 } }),
    sound: withPool({
      remediation: { maxInFlight: 1 },
      healthCheck: { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [], maxUnhealthy: '1' },
    }),
    says: `mothership/demo/workers: remediation is {"maxInFlight":1}
  allowed: remediation in a pool with healthCheck
  fix: leave it out, or write healthCheck: {}`,
  },
  {
    rule: 'health-check-machine-conditions-version',
    broken: withPool(
      {
        healthCheck: {
          nodeStartupTimeoutSeconds: 600,
          unhealthyConditions: [],
          unhealthyMachineConditions: [BROKEN],
        },
      },
      { profile: profile('1.10') },
    ),
    sound: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyMachineConditions: [BROKEN],
      },
    }),
    says: `mothership/demo/workers: healthCheck.unhealthyMachineConditions is [{"type":"InfrastructureReady","status":"False","timeoutSeconds":300}]
  allowed: none with Cluster API 1.10; conditions of Machines with 1.12 or later
  fix: leave it out, or use Providers.stable('1.13')`,
  },
  {
    rule: 'health-check-machine-condition-type',
    broken: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyMachineConditions: [{ ...BROKEN, type: 'Ready' }],
      },
    }),
    sound: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyMachineConditions: [BROKEN],
      },
    }),
    says: `mothership/demo/workers: healthCheck.unhealthyMachineConditions is "Ready"
  allowed: conditions other than "Ready", "Available", "HealthCheckSucceeded", "OwnerRemediated", "ExternallyRemediated"
  fix: name the underlying condition, such as "InfrastructureReady"`,
  },
  {
    rule: 'health-check-machine-condition-type',
    broken: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyMachineConditions: [{ ...BROKEN, type: 'Available' }],
      },
    }),
    says: `mothership/demo/workers: healthCheck.unhealthyMachineConditions is "Available"
  allowed: conditions other than "Ready", "Available", "HealthCheckSucceeded", "OwnerRemediated", "ExternallyRemediated"
  fix: leave the condition out`,
  },
  {
    rule: 'health-check-conditions',
    broken: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyMachineConditions: [BROKEN, BROKEN],
      },
    }),
    says: `mothership/demo/workers: healthCheck.unhealthyMachineConditions is {"type":"InfrastructureReady","status":"False","timeoutSeconds":300}
  allowed: each pair of condition type and status only once
  fix: leave one of the two out`,
  },
  {
    rule: 'health-check-range',
    broken: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyRange: [3, 2],
      },
    }),
    sound: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyRange: [2, 3],
      },
    }),
    says: `mothership/demo/workers: healthCheck.unhealthyRange is [3,2]
  allowed: two integers: the first 0 or more, the second 1 or more and not below the first
  fix: leave it out`,
  },
  {
    rule: 'health-check-range',
    broken: withPool({
      healthCheck: {
        nodeStartupTimeoutSeconds: 600,
        unhealthyConditions: [],
        unhealthyRange: [1, 3],
        maxUnhealthy: '2',
      },
    }),
    says: `mothership/demo/workers: healthCheck.maxUnhealthy is "2"
  allowed: none; unhealthyRange replaces it
  fix: leave it out`,
  },
];
