import type { RuleCase } from '../../../assembly/rule-case';
import { ACCOUNT_CASES } from './account-cases';
import { FIREWALL_CASES } from './firewall-cases';
import { MACHINE_CASES } from './machine-cases';
import { NETWORK_CASES } from './network-cases';
import { OBJECT_CASES } from './object-cases';
import { STORAGE_CLASS_CASES } from './storage-class-cases';

/** Examples of rules on AWS. */
export const AWS_CASES: readonly RuleCase[] = [
  ...ACCOUNT_CASES,
  ...NETWORK_CASES,
  ...FIREWALL_CASES,
  ...MACHINE_CASES,
  ...OBJECT_CASES,
  ...STORAGE_CLASS_CASES,
];
