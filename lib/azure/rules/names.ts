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

/** What is wrong with an identifier of a subscription, tenant or application; undefined for nothing. */
export function guidFinding(given: string): Finding | undefined {
  if (GUID.test(given)) return undefined;
  return {
    given,
    allowed: 'an identifier of 32 digits from 0 to f in five groups',
    fix: suchAs('11111111-2222-3333-4444-555555555555'),
  };
}

/** What is wrong with a location; undefined for nothing. */
export function locationFinding(given: string): Finding | undefined {
  if (LOCATION.test(given)) return undefined;
  const better = given.toLowerCase().replace(/[^a-z0-9]/g, '');
  return {
    given,
    allowed: 'the name of a location in lower-case letters and digits',
    fix: LOCATION.test(better) ? write(better) : suchAs('westeurope'),
  };
}

/** What is wrong with a zone; undefined for nothing. */
export function zoneFinding(given: string): Finding | undefined {
  if (ZONES.includes(given)) return undefined;
  const better = ZONES.find((zone) => given.endsWith(`-${zone}`));
  return {
    given,
    allowed: 'a zone of a location: "1", "2" or "3"',
    fix: write(better ?? '1'),
  };
}

/** What is wrong with the identifier of a resource; undefined for nothing. */
export function resourceFinding(given: string, type: string): Finding | undefined {
  if (RESOURCE.test(given)) return undefined;
  return {
    given,
    allowed: 'the identifier of a resource, with its subscription and resource group',
    fix: `write /subscriptions/…/resourceGroups/…/providers/${type}/…`,
  };
}

/** What is wrong with the name of a resource; undefined for nothing. */
export function nameFinding(given: string, other: string): Finding | undefined {
  if (NAME.test(given) && given.length <= MOST_NAME) return undefined;
  return {
    given,
    allowed: `1 to ${MOST_NAME} letters, digits, dots, dashes and underscores, a letter or digit first, no dot or dash last`,
    fix: nameIt(plain(given, MOST_NAME) || other),
  };
}

/** What is wrong with the name of a resource group; undefined for nothing. */
export function groupFinding(given: string): Finding | undefined {
  if (GROUP.test(given) && given.length <= MOST_GROUP) return undefined;
  return {
    given,
    allowed: `1 to ${MOST_GROUP} letters, digits and _ . ( ) -, no dot last`,
    fix: write(plain(given, MOST_GROUP) || 'clusters'),
  };
}

/** Name that Azure takes, made of one that it does not. */
function plain(given: string, most: number): string {
  return given
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, most)
    .replace(/[.-]+$/, '');
}
