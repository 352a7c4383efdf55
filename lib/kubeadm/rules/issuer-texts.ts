import { write } from '../../base/fix';
import type { Place, Refuse } from '../../base/rule';
import { isWebAddress, secureAddress } from '../../base/web-address';

/** Reports a URL that does not use HTTPS. */
export function checkAddress(place: Place, address: string, refuse: Refuse): void {
  if (isWebAddress(address)) return;
  const better = secureAddress(address);
  refuse(place, {
    given: address,
    allowed: 'an HTTPS URL without user, query and fragment',
    fix: better === undefined ? 'write the URL of the issuer' : write(better),
  });
}

/** Reports an empty string. */
export function checkText(place: Place, text: string, what: string, refuse: Refuse): void {
  if (typeof text === 'string' && text.trim() !== '') return;
  refuse(place, { given: text, allowed: what, fix: `write ${what}` });
}
