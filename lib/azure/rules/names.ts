import type { Finding } from '../../base/errors';
import { nameIt, suchAs, write } from '../../base/fix';
import { ZONES } from '../model/limits';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOCATION = /^[a-z]+[a-z0-9]*$/;
const RESOURCE =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+(?:\/[^/]+\/[^/]+)+$/i;
const NAME = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?$/;
const GROUP = /^[\w.()-]*[\w()-]$/;
const MOST_NAME = 80;
const MOST_GROUP = 90;

/** Returns the mistake in the ID of a subscription, tenant or application, if any. */
export function guidFinding(given: string): Finding | undefined {
  if (GUID.test(given)) return undefined;
  return {
    given,
    allowed: 'a GUID: 32 hexadecimal digits in five groups',
    fix: suchAs('11111111-2222-3333-4444-555555555555'),
  };
}

/** Returns the mistake in a location, if any. */
export function locationFinding(given: string): Finding | undefined {
  if (LOCATION.test(given)) return undefined;
  const better = given.toLowerCase().replace(/[^a-z0-9]/g, '');
  return {
    given,
    allowed: 'the name of a location in lowercase letters and digits',
    fix: LOCATION.test(better) ? write(better) : suchAs('westeurope'),
  };
}

/** Returns the mistake in a zone, if any. */
export function zoneFinding(given: string): Finding | undefined {
  if (ZONES.includes(given)) return undefined;
  const better = ZONES.find((zone) => given.endsWith(`-${zone}`));
  return {
    given,
    allowed: 'a zone: "1", "2" or "3"',
    fix: write(better ?? '1'),
  };
}

/** Returns the mistake in a resource ID, if any. */
export function resourceFinding(given: string, type: string): Finding | undefined {
  if (RESOURCE.test(given)) return undefined;
  return {
    given,
    allowed: 'a resource ID with subscription and resource group',
    fix: `write /subscriptions/…/resourceGroups/…/providers/${type}/…`,
  };
}

/** Returns the mistake in the name of a resource, if any. */
export function nameFinding(given: string, other: string): Finding | undefined {
  if (NAME.test(given) && given.length <= MOST_NAME) return undefined;
  return {
    given,
    allowed: `1 to ${MOST_NAME} letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash`,
    fix: nameIt(plain(given, MOST_NAME) || other),
  };
}

/** Returns the mistake in the name of a resource group, if any. */
export function groupFinding(given: string): Finding | undefined {
  if (GROUP.test(given) && given.length <= MOST_GROUP) return undefined;
  return {
    given,
    allowed: `1 to ${MOST_GROUP} letters, digits and _ . ( ) -, not ending with a dot`,
    fix: write(plain(given, MOST_GROUP) || 'clusters'),
  };
}

/** Converts an invalid name to one that Azure accepts. */
function plain(given: string, most: number): string {
  return given
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, most)
    .replace(/[.-]+$/, '');
}
