import { leaveOut, write } from '../../base/fix';
import { durationFinding, rolloutMomentFinding } from '../../base/moment';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import type { ControlPlaneSubject } from './subjects';

const LEAST_EXPIRY_DAYS = 7;
const LEAST_WITHOUT_SURGE = 3;
const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
const CRD =
  'CAPI@v1.14.0:controlplane/kubeadm/config/crd/bases/controlplane.cluster.x-k8s.io_kubeadmcontrolplanes.yaml';

/** Rules on how the machines of a control plane are replaced. */
export const CONTROL_PLANE_ROLLOUT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-surge',
    reason:
      'Without a surge, the rollout removes a machine first, and the others must keep the etcd quorum.',
    source: WEBHOOK,
    check({ controlPlane: { path, replicas, rollout } }, refuse) {
      const { maxSurge } = rollout;
      if (maxSurge === undefined || maxSurge === 1) return;
      if (maxSurge === 0 && replicas >= LEAST_WITHOUT_SURGE) return;
      refuse(
        { path, prop: 'rollout.maxSurge' },
        {
          given: maxSurge,
          allowed: `1, or 0 with ${LEAST_WITHOUT_SURGE} or more replicas`,
          fix:
            maxSurge === 0
              ? leaveOut({
                  begins: 'leave maxSurge out',
                  or: `write replicas: ${LEAST_WITHOUT_SURGE}`,
                })
              : leaveOut({ begins: 'leave maxSurge out' }),
        },
      );
    },
  },
  {
    id: 'certificates-expiry-days',
    reason: 'Machines must be replaced well before their certificates expire.',
    source: CRD,
    check({ controlPlane: { path, rollout } }, refuse) {
      const { certificatesExpiryDays } = rollout;
      if (certificatesExpiryDays === undefined) return;
      if (isWholeNumber(certificatesExpiryDays, LEAST_EXPIRY_DAYS)) return;
      refuse(
        { path, prop: 'rollout.certificatesExpiryDays' },
        {
          given: certificatesExpiryDays,
          allowed: integerWords(certificatesExpiryDays, LEAST_EXPIRY_DAYS, ' days'),
          fix: write(LEAST_EXPIRY_DAYS, { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'control-plane-rollout-after',
    reason: 'The API server accepts times only in RFC 3339.',
    source: CRD,
    check({ controlPlane: { path, rollout } }, refuse) {
      if (rollout.after === undefined) return;
      const finding = rolloutMomentFinding(rollout.after);
      if (finding !== undefined) refuse({ path, prop: 'rollout.after' }, finding);
    },
  },
];

/** Rules on the remediation of a control plane. */
export const REMEDIATION_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'remediation-without-check',
    reason: 'A control plane replaces only machines that a health check reports as unhealthy.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/automated-machine-management/healthchecking.md',
    check({ controlPlane: { path, remediation, healthCheck } }, refuse) {
      if (remediation === undefined || healthCheck !== undefined) return;
      refuse(
        { path, prop: 'healthCheck' },
        {
          given: undefined,
          allowed: 'a health check, together with remediation',
          fix: 'write healthCheck: {}, or leave remediation out',
        },
      );
    },
  },
  {
    id: 'remediation-numbers',
    reason: 'Cluster API counts retries and times in whole numbers.',
    source: CRD,
    check({ controlPlane: { path, remediation } }, refuse) {
      if (remediation === undefined) return;
      const { maxRetry } = remediation;
      if (maxRetry !== undefined && !isWholeNumber(maxRetry, 0)) {
        refuse(
          { path, prop: 'remediation.maxRetry' },
          {
            given: maxRetry,
            allowed: integerWords(maxRetry, 0),
            fix: leaveOut({ ends: ' to retry forever' }),
          },
        );
      }
      for (const prop of REMEDIATION_PERIODS) {
        const finding = durationFinding(remediation[`${prop}Seconds`]);
        if (finding !== undefined) refuse({ path, prop: `remediation.${prop}` }, finding);
      }
    },
  },
];

const REMEDIATION_PERIODS = ['retryPeriod', 'minHealthyPeriod'] as const;
