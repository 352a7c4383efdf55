import { Preemptible } from '../../../../../lib/openstack/model/preemptible';
import { type RuleCase, withPool } from '../../../assembly/rule-case';

const preemptible = Preemptible.byFlavor().model;
const healthCheck = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [] };

/** Examples of rules on pools whose servers the cloud may take back. */
export const PREEMPTIBLE_CASES: readonly RuleCase[] = [
  {
    rule: 'preemptible-health-check',
    broken: withPool({ preemptible }),
    sound: withPool({ preemptible, healthCheck }),
    says: `mothership/demo/workers: healthCheck is missing
  allowed: a health check, together with preemptible
  fix: write healthCheck: { maxUnhealthy: '100%' }, because the cloud can preempt all servers at once`,
  },
];
