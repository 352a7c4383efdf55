import { write } from '../../base/fix';
import type { Place, Refuse } from '../../base/rule';
import { isWebAddress, secureAddress } from '../../base/web-address';

/** Reports an address that is not one with `https`. */
export function checkAddress(place: Place, address: string, refuse: Refuse): void {
  if (isWebAddress(address)) return;
  const better = secureAddress(address);
  refuse(place, {
    given: address,
    allowed: 'an address with https, without user, query and fragment',
    fix: better === undefined ? 'write the address of the issuer' : write(better),
  });
}

/** Reports a text that says nothing. */
export function checkText(place: Place, text: string, what: string, refuse: Refuse): void {
  if (typeof text === 'string' && text.trim() !== '') return;
  refuse(place, { given: text, allowed: what, fix: `name ${what}` });
}
