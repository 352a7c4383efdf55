import { controlPlaneModel, profile } from '../../../../support/models';
import { onCloud, type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const LONG = { 'audit-policy': 'x'.repeat(1025) };
const MANY = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${i}`, 'x'.repeat(1000)]));
const FEW = { a: 'x'.repeat(1000) };
const OLD = { profile: profile('1.10') };

const HEALTH_CHECK = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [], maxUnhealthy: '1' };

/** Examples of rules on control planes. */
export const CONTROL_PLANE_CASES: readonly RuleCase[] = [
  {
    rule: 'odd-control-plane',
    broken: withControlPlane({ replicas: 4 }),
    sound: withControlPlane({ replicas: 5 }),
    says: `mothership/demo/control-plane: replicas is 4
  allowed: an odd integer of 1 or more
  fix: write 5 or 3`,
  },
  {
    rule: 'odd-control-plane',
    broken: withControlPlane({ replicas: 0 }),
    sound: withControlPlane({ replicas: 1 }),
    says: `mothership/demo/control-plane: replicas is 0
  allowed: an odd integer of 1 or more
  fix: write 3, or 1 for a test cluster`,
  },
  {
    rule: 'control-plane-surge',
    broken: withControlPlane({ replicas: 1, rollout: { maxSurge: 0 } }),
    sound: withControlPlane({ replicas: 3, rollout: { maxSurge: 0 } }),
    says: `mothership/demo/control-plane: rollout.maxSurge is 0
  allowed: 1, or 0 with 3 or more replicas
  fix: leave maxSurge out, or write replicas: 3`,
  },
  {
    rule: 'certificates-expiry-days',
    broken: withControlPlane({ rollout: { certificatesExpiryDays: 6 } }),
    sound: withControlPlane({ rollout: { certificatesExpiryDays: 7 } }),
    says: `mothership/demo/control-plane: rollout.certificatesExpiryDays is 6
  allowed: an integer of 7 days or more
  fix: write 7, or leave it out`,
  },
  {
    rule: 'control-plane-rollout-after',
    broken: withControlPlane({ rollout: { after: '2026-05-01' } }),
    sound: withControlPlane({ rollout: { after: '2026-05-01T10:00:00+02:00' } }),
    says: `mothership/demo/control-plane: rollout.after is "2026-05-01"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write "2026-05-01T00:00:00Z"`,
  },
  {
    rule: 'control-plane-rollout-after',
    broken: withControlPlane({ rollout: { after: '2026-02-29T00:00:00Z' } }),
    says: `mothership/demo/control-plane: rollout.after is "2026-02-29T00:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'remediation-without-check',
    broken: withControlPlane({ remediation: { maxRetry: 3 } }),
    sound: withControlPlane({ remediation: { maxRetry: 3 }, healthCheck: HEALTH_CHECK }),
    says: `mothership/demo/control-plane: healthCheck is missing
  allowed: a health check, together with remediation
  fix: write healthCheck: {}, or leave remediation out`,
  },
  {
    rule: 'remediation-numbers',
    broken: withControlPlane({
      remediation: { maxRetry: -1, retryPeriodSeconds: 0.5 },
      healthCheck: HEALTH_CHECK,
    }),
    sound: withControlPlane({
      remediation: { maxRetry: 0, retryPeriodSeconds: 60 },
      healthCheck: HEALTH_CHECK,
    }),
    says: `mothership/demo/control-plane: remediation.maxRetry is -1
  allowed: an integer of 0 or more
  fix: leave it out to retry forever
mothership/demo/control-plane: remediation.retryPeriod is "0.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(1)`,
  },
  {
    rule: 'cert-sans',
    broken: withControlPlane({ certSANs: ['https://api.example.org'] }),
    sound: withControlPlane({ certSANs: ['*.example.org', '192.0.2.1'] }),
    says: `mothership/demo/control-plane: certSANs is "https://api.example.org"
  allowed: host names and IP addresses
  fix: write "api.example.org"`,
  },
  {
    rule: 'cert-sans',
    broken: withControlPlane({ certSANs: names(101) }),
    sound: withControlPlane({ certSANs: names(100) }),
    says: `mothership/demo/control-plane: certSANs.length is 101
  allowed: at most 100 names
  fix: replace several names by one with a wildcard`,
  },
  {
    rule: 'control-plane-failure-domains',
    broken: onCloud(
      { failureDomains: ['nova', 'east'] },
      { controlPlane: controlPlaneModel({ failureDomains: ['nowa', 'moon'] }) },
    ),
    sound: onCloud(
      { failureDomains: ['nova', 'east'] },
      { controlPlane: controlPlaneModel({ failureDomains: ['nova', 'east'] }) },
    ),
    says: `mothership/demo/control-plane: failureDomains is "nowa"
  allowed: a failure domain of homelab: "nova", "east"
  fix: write "nova", or add "nowa" to the failureDomains of homelab
mothership/demo/control-plane: failureDomains is "moon"
  allowed: a failure domain of homelab: "nova", "east"
  fix: add "moon" to the failureDomains of homelab`,
  },
  {
    rule: 'control-plane-failure-domains',
    broken: withControlPlane({ failureDomains: [''] }),
    sound: withControlPlane({ failureDomains: ['nova'] }),
    says: `mothership/demo/control-plane: failureDomains is ""
  allowed: the name of an availability zone
  fix: leave it out`,
  },
  {
    rule: 'control-plane-zones-omitted',
    broken: withControlPlane({ failureDomains: ['nova'], omitAvailabilityZone: true }),
    sound: withControlPlane({ omitAvailabilityZone: true }),
    says: `mothership/demo/control-plane: failureDomains is ["nova"]
  allowed: none with omitAvailabilityZone
  fix: leave one of the two out`,
  },
  {
    rule: 'argument-name',
    broken: withControlPlane({ apiServerExtraArgs: { '--audit-log-path=-': '' } }),
    sound: withControlPlane({ apiServerExtraArgs: { 'audit-log-path': '-' } }),
    says: `mothership/demo/control-plane: apiServerExtraArgs is "--audit-log-path=-"
  allowed: names of at most 256 characters, without leading dashes
  fix: write "audit-log-path"`,
  },
  {
    rule: 'argument-length',
    broken: withControlPlane({ schedulerExtraArgs: LONG }),
    sound: withControlPlane({ schedulerExtraArgs: LONG }, OLD),
    says: `mothership/demo/control-plane: schedulerExtraArgs["audit-policy"].length is 1025
  allowed: at most 1024 characters
  fix: write it to a file in the image and set the path`,
  },
  {
    rule: 'argument-derived',
    broken: withControlPlane({ apiServerExtraArgs: { 'secure-port': '8443' } }),
    sound: withControlPlane({ apiServerExtraArgs: { 'audit-log-maxage': '7' } }),
    says: `mothership/demo/control-plane: apiServerExtraArgs["secure-port"] is "8443"
  allowed: arguments other than "cloud-provider", "secure-port", "service-cluster-ip-range"
  fix: set apiServerPort of the cluster instead`,
  },
  {
    rule: 'argument-derived',
    broken: withControlPlane({ controllerManagerExtraArgs: { 'cloud-provider': 'external' } }),
    says: `mothership/demo/control-plane: controllerManagerExtraArgs["cloud-provider"] is "external"
  allowed: arguments other than "cloud-provider", "cluster-cidr", "cluster-name", "service-cluster-ip-range"
  fix: leave it out; it is already external`,
  },
  {
    rule: 'control-plane-user-data',
    broken: withControlPlane({ apiServerExtraArgs: MANY }),
    sound: withControlPlane({ apiServerExtraArgs: FEW }),
    says: `mothership/demo/control-plane: apiServerExtraArgs is "30080 bytes"
  allowed: at most 49000 bytes of user data; the total is about 50080
  fix: move the longest to configuration files in the image`,
  },
];

function names(count: number) {
  return Array.from({ length: count }, (_, i) => `api${i}.example.org`);
}
