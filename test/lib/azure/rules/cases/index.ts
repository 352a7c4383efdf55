import type { RuleCase } from '../../../assembly/rule-case';
import { MACHINE_CASES } from './machine-cases';
import { NETWORK_CASES } from './network-cases';
import { OBJECT_CASES } from './object-cases';
import { STORAGE_CLASS_CASES } from './storage-class-cases';
import { SUBSCRIPTION_CASES } from './subscription-cases';

/** Examples of rules on Azure. */
export const AZURE_CASES: readonly RuleCase[] = [
  ...SUBSCRIPTION_CASES,
  ...NETWORK_CASES,
  ...MACHINE_CASES,
  ...OBJECT_CASES,
  ...STORAGE_CLASS_CASES,
];
