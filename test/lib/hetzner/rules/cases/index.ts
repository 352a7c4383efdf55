import type { RuleCase } from '../../../assembly/rule-case';
import { HETZNER_CLUSTER_CASES } from './hetzner-cluster-cases';
import { HETZNER_FLEET_CASES } from './hetzner-fleet-cases';
import { HETZNER_OBJECT_CASES } from './hetzner-object-cases';
import { PROJECT_CASES } from './project-cases';
import { SERVER_CASES } from './server-cases';

/** Examples of rules on Hetzner Cloud. */
export const HETZNER_CASES: readonly RuleCase[] = [
  ...PROJECT_CASES,
  ...HETZNER_CLUSTER_CASES,
  ...SERVER_CASES,
  ...HETZNER_OBJECT_CASES,
  ...HETZNER_FLEET_CASES,
];
