import { write } from '../../base/fix';
import { checkWord } from '../../base/known-word';
import type { Rule } from '../../base/rule';
import type { AuthenticationModel, OidcOptions } from '../model/authentication';
import { certificateFinding } from './certificates';
import { checkAddress, checkText } from './issuer-texts';
import type { ControlPlaneSubject } from './subjects';

const ALGORITHMS = ['RS', 'ES', 'PS'].flatMap((kind) => [`${kind}256`, `${kind}384`, `${kind}512`]);
/** Claim whose values identify users without a prefix. */
const UNMARKED_CLAIM = 'email';
const FLAGS = 'kubernetes/kubernetes@v1.32.0:pkg/kubeapiserver/options/authentication.go';

/** Rules on an issuer that is configured by arguments. */
export const OIDC_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'oidc-issuer',
    reason: 'The API server does not start without an HTTPS URL and a client ID.',
    source: FLAGS,
    check({ controlPlane: { path, authentication } }, refuse) {
      const { issuerUrl, clientId } = oidcOf(authentication);
      checkAddress({ path, prop: 'authentication.issuerUrl' }, issuerUrl, refuse);
      checkText({ path, prop: 'authentication.clientId' }, clientId, 'a client ID', refuse);
    },
  },
  {
    id: 'oidc-required-claims',
    reason: 'The argument of the API server holds only one claim.',
    source: FLAGS,
    check({ controlPlane: { path, authentication } }, refuse) {
      const names = Object.keys(oidcOf(authentication).requiredClaims ?? {});
      if (names.length < 2) return;
      refuse(
        { path, prop: 'authentication.requiredClaims' },
        {
          given: names,
          allowed: 'one claim',
          fix: 'use Authentication.issuers, which supports any number of required claims',
        },
      );
    },
  },
  {
    id: 'oidc-username',
    reason:
      'The API server does not start without a claim, and uses the URL of the issuer if the prefix is empty.',
    source: FLAGS,
    check({ controlPlane: { path, authentication } }, refuse) {
      const { usernameClaim, usernamePrefix } = oidcOf(authentication);
      if (usernameClaim !== undefined) {
        checkText({ path, prop: 'authentication.usernameClaim' }, usernameClaim, 'a claim', refuse);
      }
      if (usernamePrefix !== '' || usernameClaim === UNMARKED_CLAIM) return;
      refuse(
        { path, prop: 'authentication.usernamePrefix' },
        { given: '', allowed: 'a prefix, or "-" for names without one', fix: write('-') },
      );
    },
  },
  {
    id: 'oidc-algorithms',
    reason: 'The API server does not start with an unknown algorithm.',
    source: 'kubernetes/apiserver@v0.32.0:plugin/pkg/authenticator/token/oidc/oidc.go',
    check({ controlPlane: { path, authentication } }, refuse) {
      (oidcOf(authentication).signingAlgorithms ?? []).forEach((algorithm, index) => {
        const prop = `authentication.signingAlgorithms[${index}]`;
        checkWord({ path, prop }, algorithm, ALGORITHMS, refuse);
      });
    },
  },
  {
    id: 'oidc-certificates',
    reason: 'The API server does not start with a file that contains no certificate.',
    source: FLAGS,
    check({ controlPlane: { path, authentication } }, refuse) {
      const finding = certificateFinding(oidcOf(authentication).certificateAuthority);
      const place = { path, prop: 'authentication.certificateAuthority' };
      if (finding !== undefined) refuse(place, finding);
    },
  },
];

function oidcOf(authentication: AuthenticationModel | undefined): OidcOptions {
  return authentication?.kind === 'oidc' ? authentication.oidc : { issuerUrl: '', clientId: '' };
}
