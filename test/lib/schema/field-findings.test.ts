import assert from 'node:assert/strict';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import {
  changed,
  configMap,
  controlPlane,
  healthCheck,
  type Loose,
  machineDeployment,
  machineTemplate,
  openStackCluster,
  RELEASES,
} from './objects';

/** Mistake in one field, and the one finding that it leads to. */
type Row = readonly [make: () => Loose, path: string, value: unknown, finding: Loose];

const ROWS: readonly Row[] = [
  [
    machineDeployment,
    'spec.replicas',
    '3',
    { given: '3', allowed: 'a 32-bit integer', fix: 'write it without quotes: 3' },
  ],
  [
    machineDeployment,
    'spec.replicas',
    2.5,
    { given: 2.5, allowed: 'a 32-bit integer', fix: 'use a 32-bit integer' },
  ],
  [
    machineDeployment,
    'spec.paused',
    'true',
    { given: 'true', allowed: 'true or false', fix: 'write it without quotes: true' },
  ],
  [
    machineDeployment,
    'spec.template.spec.version',
    1.33,
    {
      given: 1.33,
      allowed: 'a string of 1 to 256 characters',
      fix: 'write it as a string: "1.33"',
    },
  ],
  [
    machineDeployment,
    'spec.template.spec.failureDomain',
    '',
    { given: '', allowed: 'a string of 1 to 256 characters', fix: 'leave the field out' },
  ],
  [
    machineDeployment,
    'spec.rollout.strategy.type',
    'RollingUpdates',
    {
      given: 'RollingUpdates',
      allowed: '"RollingUpdate" or "OnDelete"',
      fix: 'use "RollingUpdate"',
    },
  ],
  [
    machineDeployment,
    'spec.deletion',
    {},
    { given: {}, allowed: '1 or more fields', fix: 'leave the field out, or fill it' },
  ],
  [
    machineDeployment,
    'spec.clusterName',
    undefined,
    { allowed: 'a string of 1 to 63 characters', fix: 'set spec.clusterName' },
  ],
  [
    machineDeployment,
    'spec.replica',
    3,
    {
      given: 3,
      allowed:
        'clusterName, deletion, machineNaming, paused, remediation, replicas, rollout, selector, ' +
        'template',
      fix: 'remove replica',
    },
  ],
  [
    healthCheck,
    'spec.checks.nodeStartupTimeout',
    '10m',
    {
      given: '10m',
      allowed: 'nodeStartupTimeoutSeconds, unhealthyMachineConditions, unhealthyNodeConditions',
      fix: 'remove nodeStartupTimeout',
    },
  ],
  [
    healthCheck,
    'spec.remediation.triggerIfs',
    {},
    {
      given: {},
      allowed: 'templateRef, triggerIf',
      fix: 'remove triggerIfs',
    },
  ],
  [
    healthCheck,
    'spec.checks.nodeStartupTimeoutSeconds',
    -1,
    { given: -1, allowed: 'an integer, 0 or more', fix: 'use an integer, 0 or more' },
  ],
  [
    controlPlane,
    'spec.kubeadmConfigSpec.files',
    [],
    { given: [], allowed: '1 to 200 items', fix: 'leave the field out, or fill it' },
  ],
  [
    controlPlane,
    'spec.kubeadmConfigSpec.files',
    'none',
    { given: 'none', allowed: 'a list of 1 to 200 items', fix: 'use a list of 1 to 200 items' },
  ],
  [
    controlPlane,
    'spec.rollout',
    null,
    { given: null, allowed: 'an object of 1 or more fields', fix: 'leave the field out' },
  ],
  [
    openStackCluster,
    'spec.externalNetwork.id',
    'external',
    { given: 'external', allowed: 'a UUID', fix: 'use a UUID' },
  ],
  [
    openStackCluster,
    'spec.externalNetwork',
    { filter: { tags: ['a,b'] } },
    {
      given: 'a,b',
      allowed: 'a string of 1 or more characters that matches ^[^,]+$',
      fix: 'use a string of 1 or more characters that matches ^[^,]+$',
      field: 'spec.externalNetwork.filter.tags[0]',
    },
  ],
  [
    machineTemplate,
    'spec.template.spec.tags.1',
    'fleet',
    {
      given: 'fleet',
      allowed: 'each item once',
      fix: 'remove spec.template.spec.tags[1] or make it different',
      field: 'spec.template.spec.tags[1]',
    },
  ],
  [
    configMap,
    'metadata.name',
    'Lab',
    {
      given: 'Lab',
      allowed:
        'a string of at most 253 characters that matches ' +
        '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      fix:
        'use a string of at most 253 characters that matches ' +
        '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    },
  ],
  [
    configMap,
    'data',
    { 'a/b': 'c' },
    {
      field: 'data["a/b"]',
      given: 'a/b',
      allowed: 'a key that matches ^[-._A-Za-z0-9]{1,253}$',
      fix: 'rename a/b',
    },
  ],
  [
    configMap,
    'data',
    { port: 80 },
    { field: 'data.port', given: 80, allowed: 'a string', fix: 'write it as a string: "80"' },
  ],
  [
    configMap,
    'binaryData',
    { a: '???' },
    { field: 'binaryData.a', given: '???', allowed: 'base64', fix: 'use base64' },
  ],
];

describe('findings on a single field', () => {
  const newer = schemaSet(RELEASES.v1beta2);

  for (const [make, path, value, finding] of ROWS) {
    it(`refuses ${JSON.stringify(value) ?? 'nothing'} as ${path}`, () => {
      const findings = validateObject(newer, changed(make(), path, value));

      assert.deepEqual(findings, [{ field: path, ...finding }]);
    });
  }
});
