import { leaveOut, nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { hostFinding } from '../../cluster/rules/hosts';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { VSphereCloudModel } from '../model/cloud';
import { type VSphereZone, type VSphereZonesModel, zoneNames } from '../model/zones';
import { unnamedPlaces } from './placement';
import { computeClusterFinding, hostsFinding, regionFinding } from './zone-findings';

const SESSION = 'CAPV@v1.16.1:pkg/session/session.go';
const ZONE_WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspherefailuredomain.go';
const TEMPLATE_CRD =
  'CAPV@v1.16.1:config/default/crd/bases/infrastructure.cluster.x-k8s.io_vspheremachinetemplates.yaml';
const NAMES =
  'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md';
const FINGERPRINT = /^([0-9A-F]{2}:){19}[0-9A-F]{2}$/i;
const DIGITS = /^[0-9A-F]{40}$/i;

/** Rules for a vCenter. */
export const CLOUD_RULES: readonly Rule<VSphereCloudModel>[] = [
  {
    id: 'vcenter-server',
    reason:
      'The provider, the cloud controller and the CSI driver can reach the vCenter only by a plain host name or address.',
    source: SESSION,
    check({ path, server }, refuse) {
      const finding = hostFinding(server, 'vcenter.example.org');
      if (finding !== undefined) refuse({ path, prop: 'server' }, finding);
    },
  },
  {
    id: 'vcenter-thumbprint',
    reason:
      'The provider compares the SHA-1 fingerprint of the certificate, and verifies nothing without one.',
    source: SESSION,
    check({ path, thumbprint }, refuse) {
      if (thumbprint === undefined || FINGERPRINT.test(thumbprint)) return;
      const pairs = thumbprint.replace(/[\s:]/g, '');
      refuse(
        { path, prop: 'certificate' },
        {
          given: thumbprint,
          allowed: 'a SHA-1 fingerprint: twenty pairs of hexadecimal digits, separated by colons',
          fix: DIGITS.test(pairs)
            ? `write VCenterCertificate.thumbprint('${pairs.toUpperCase().replace(/(..)(?=.)/g, '$1:')}')`
            : 'write what `openssl x509 -fingerprint -sha1 -noout` prints for the certificate',
        },
      );
    },
  },
  {
    id: 'vcenter-placement',
    reason: 'The API server rejects empty names in the placement of machines.',
    source: TEMPLATE_CRD,
    check({ path, placement }, refuse) {
      for (const [prop, given] of unnamedPlaces(placement)) {
        refuse({ path, prop }, { given, allowed: 'a name or a path', fix: leaveOut() });
      }
    },
  },
];

/** Rules for the zones of a vCenter. */
export const ZONE_RULES: readonly Rule<VSphereCloudModel>[] = [
  {
    id: 'zones-some',
    reason: 'A cluster that selects no zones has no failure domains to spread its machines over.',
    source: 'CAPV@v1.16.1:controllers/vspherecluster_reconciler.go',
    check({ path, zones }, refuse) {
      if (zones === undefined || zoneNames(zones).length > 0) return;
      refuse(
        { path, prop: 'zones' },
        {
          given: [],
          allowed: 'at least one zone',
          fix: 'leave zones out if there are none',
        },
      );
    },
  },
  {
    id: 'zone-name',
    reason: 'A zone has the name of its object, and the API server rejects other names.',
    source: NAMES,
    check({ path, zones }, refuse) {
      for (const name of zones === undefined ? [] : zoneNames(zones)) {
        if (isObjectName(name)) continue;
        refuse(
          { path, prop: 'zones' },
          {
            given: name,
            allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
            fix: nameIt(toDnsLabel(name) ?? 'zone'),
          },
        );
      }
    },
  },
  {
    id: 'zone-region',
    reason: 'The webhook rejects a region of type HostGroup.',
    source: ZONE_WEBHOOK,
    check({ path, zones }, refuse) {
      for (const [prop, zone] of writtenZones(zones)) {
        const finding = regionFinding(readZone(zone));
        if (finding !== undefined) refuse({ path, prop: `${prop}.region.type` }, finding);
      }
    },
  },
  {
    id: 'zone-compute-cluster',
    reason:
      'The webhook rejects a zone with hosts, or of type ComputeCluster, that names no compute cluster.',
    source: ZONE_WEBHOOK,
    check({ path, zones }, refuse) {
      for (const [prop, zone] of writtenZones(zones)) {
        const finding = computeClusterFinding(readZone(zone));
        if (finding !== undefined) refuse({ path, prop: `${prop}.computeCluster` }, finding);
      }
    },
  },
  {
    id: 'zone-hosts',
    reason: 'The webhook rejects a zone of type HostGroup without a host group and a VM group.',
    source: ZONE_WEBHOOK,
    check({ path, zones }, refuse) {
      for (const [prop, zone] of writtenZones(zones)) {
        const finding = hostsFinding(readZone(zone));
        if (finding !== undefined) refuse({ path, prop: `${prop}.hosts` }, finding);
      }
    },
  },
];

function writtenZones(
  zones: VSphereZonesModel | undefined,
): readonly (readonly [prop: string, zone: VSphereZone])[] {
  if (zones?.kind !== 'written') return [];
  return Object.entries(zones.zones).map(([name, zone]) => [
    `zones[${JSON.stringify(name)}]`,
    zone,
  ]);
}

function readZone({ region, zone, computeCluster, hosts }: VSphereZone) {
  return { regionType: region.type, zoneType: zone.type, computeCluster, hosts };
}
