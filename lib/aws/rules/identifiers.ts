import type { Finding } from '../../base/errors';
import { suchAs } from '../../base/fix';

/** What things of EC2 are called at the beginning of their identifiers. */
export type AwsIdPrefix = 'ami' | 'cr' | 'sg' | 'subnet' | 'vpc';

const NUMBER = /^[0-9a-f]{8}(?:[0-9a-f]{9})?$/;
const EXAMPLE = '0a1b2c3d4e5f60718';

/** What is wrong with an identifier of EC2; undefined for nothing. */
export function idFinding(prefix: AwsIdPrefix, id: string): Finding | undefined {
  if (id.startsWith(`${prefix}-`) && NUMBER.test(id.slice(prefix.length + 1))) return undefined;
  return {
    given: id,
    allowed: `"${prefix}-" and 8 or 17 digits from 0 to f`,
    fix: suchAs(`${prefix}-${EXAMPLE}`),
  };
}

/** Region as AWS names it. */
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/;

/** Tells whether a text is the name of a region. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** Tells whether a zone is one of a region: an availability zone, or a local one that is attached to it. */
export function isZoneOf(region: string, zone: string): boolean {
  return zone.startsWith(region) && /^(?:[a-z]|-[a-z0-9-]+[a-z])$/.test(zone.slice(region.length));
}

/** What is wrong with a zone; undefined for nothing. */
export function zoneFinding(region: string, zone: string): Finding | undefined {
  if (!isRegion(region) || isZoneOf(region, zone)) return undefined;
  return {
    given: zone,
    allowed: `a zone of the region ${JSON.stringify(region)}`,
    fix: suchAs(`${region}a`),
  };
}
