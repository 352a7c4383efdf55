import type { Finding } from '../../base/errors';
import { suchAs } from '../../base/fix';

/** Prefix of an EC2 resource ID. */
export type AwsIdPrefix = 'ami' | 'cr' | 'sg' | 'subnet' | 'vpc';

const NUMBER = /^[0-9a-f]{8}(?:[0-9a-f]{9})?$/;
const EXAMPLE = '0a1b2c3d4e5f60718';

/** Returns the mistake in an EC2 resource ID, if any. */
export function idFinding(prefix: AwsIdPrefix, id: string): Finding | undefined {
  if (id.startsWith(`${prefix}-`) && NUMBER.test(id.slice(prefix.length + 1))) return undefined;
  return {
    given: id,
    allowed: `"${prefix}-" followed by 8 or 17 hexadecimal digits`,
    fix: suchAs(`${prefix}-${EXAMPLE}`),
  };
}

/** Format of an AWS region name. */
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/;

/** Returns whether a text has the format of a region name. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** Returns whether a zone belongs to a region: an availability zone, or an attached Local Zone. */
export function isZoneOf(region: string, zone: string): boolean {
  return zone.startsWith(region) && /^(?:[a-z]|-[a-z0-9-]+[a-z])$/.test(zone.slice(region.length));
}

/** Returns the mistake in a zone, if any. */
export function zoneFinding(region: string, zone: string): Finding | undefined {
  if (!isRegion(region) || isZoneOf(region, zone)) return undefined;
  return {
    given: zone,
    allowed: `a zone of region ${JSON.stringify(region)}`,
    fix: suchAs(`${region}a`),
  };
}
