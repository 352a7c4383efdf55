import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import { OVN_DRIVER } from '../model/cloud-conf';

/** Tells whether the name of a driver is that of OVN, ignoring case. */
export function isOvn(provider: string | undefined): boolean {
  return provider?.toLowerCase() === OVN_DRIVER;
}

/** Reports a spelling of the OVN driver that differs from that of Octavia. */
export function ovnNameFinding(provider: string | undefined): Finding | undefined {
  if (!isOvn(provider) || provider === OVN_DRIVER) return undefined;
  return {
    given: provider,
    allowed: 'the name as Octavia spells it',
    fix: write(OVN_DRIVER),
  };
}
