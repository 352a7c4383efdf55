import { leaveOut, write } from '../../base/fix';
import { isBefore } from '../../base/kubernetes-version';
import type { Place, Refuse, Rule } from '../../base/rule';
import type { AuthenticationModel } from '../model/authentication';
import type { JwtIssuerModel } from '../model/jwt-issuer';
import { certificateFinding } from './certificates';
import { checkAddress, checkText } from './issuer-texts';
import type { ControlPlaneSubject } from './subjects';

const LEAST_MINOR = 30;
const LEAST_ANONYMOUS_MINOR = 32;
const MOST_ISSUERS = 64;
const KEY = /^[a-z0-9.-]+\/[a-z0-9-._~!$&'()*+,;=:@]+$/;
const OWN_DOMAINS = /(^|\.)(kubernetes\.io|k8s\.io)\//;
const VALIDATION = 'kubernetes/apiserver@v0.32.0:pkg/apis/apiserver/validation/validation.go';

/** Claims as CEL selects them, optional or not. */
const EMAIL = /\bclaims\.\??email\b/;
const EMAIL_VERIFIED = /\bclaims\.\??email_verified\b/;

/** Rules on issuers in an AuthenticationConfiguration. */
export const ISSUER_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'issuers-version',
    reason:
      'Older API servers do not support AuthenticationConfiguration, or not all of its fields.',
    source: 'kubernetes/kubernetes@v1.32.0:pkg/features/kube_features.go',
    check({ cluster, controlPlane: { path, authentication } }, refuse) {
      if (authentication?.kind !== 'issuers') return;
      const isLimited = authentication.anonymousPaths !== undefined;
      const least = isLimited ? LEAST_ANONYMOUS_MINOR : LEAST_MINOR;
      if (!isBefore(cluster.kubernetesVersion, least)) return;
      refuse(
        { path, prop: isLimited ? 'authentication.anonymousPaths' : 'authentication' },
        {
          given: cluster.kubernetesVersion,
          allowed: `Kubernetes 1.${least} or newer`,
          fix: isLimited
            ? 'leave anonymousPaths out, or upgrade Kubernetes first'
            : 'use Authentication.oidc, or upgrade Kubernetes first',
        },
      );
    },
  },
  {
    id: 'issuers-count',
    reason: 'The API server accepts at most 64 issuers.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      const { length } = issuersOf(authentication);
      if (length > 0 && length <= MOST_ISSUERS) return;
      refuse(
        { path, prop: 'authentication.issuers.length' },
        {
          given: length,
          allowed: `1 to ${MOST_ISSUERS} issuers`,
          fix:
            length === 0
              ? leaveOut({ prop: 'authentication', begins: 'leave authentication out' })
              : 'remove issuers',
        },
      );
    },
  },
  {
    id: 'issuer-address',
    reason: 'The API server needs a unique HTTPS URL for each issuer.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      const seen = new Set<string>();
      const taken = (place: Place, address: string) => {
        checkAddress(place, address, refuse);
        if (seen.has(address)) {
          const allowed = 'a URL that is used nowhere else';
          refuse(place, { given: address, allowed, fix: 'merge the two issuers' });
        }
        seen.add(address);
      };
      issuersOf(authentication).forEach(({ url, discoveryURL }, index) => {
        const prop = `authentication.issuers[${index}]`;
        taken({ path, prop: `${prop}.url` }, url);
        if (discoveryURL !== undefined) taken({ path, prop: `${prop}.discoveryURL` }, discoveryURL);
      });
    },
  },
  {
    id: 'issuer-audiences',
    reason: 'Without an audience, no token would be valid for this cluster.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      issuersOf(authentication).forEach(({ audiences }, index) => {
        const isUnique = new Set(audiences).size === audiences.length;
        if (audiences.length > 0 && isUnique && !audiences.includes('')) return;
        refuse(
          { path, prop: `authentication.issuers[${index}].audiences` },
          {
            given: audiences,
            allowed: 'at least one audience, without duplicates',
            fix: 'write the client ID for which the issuer creates tokens',
          },
        );
      });
    },
  },
  {
    id: 'issuer-claims',
    reason:
      'The API server does not start with a mapping that has neither a claim nor an expression.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      issuersOf(authentication).forEach((issuer, index) => {
        checkClaims({ path, prop: `authentication.issuers[${index}]` }, issuer, refuse);
      });
    },
  },
  {
    id: 'issuer-email-verified',
    reason: 'The API server rejects unverified email addresses, which anyone can claim.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      issuersOf(authentication).forEach((issuer, index) => {
        const { username, claimRules = [], extra = {} } = issuer;
        if (!('expression' in username) || !EMAIL.test(username.expression)) return;
        const others = [username, ...claimRules].map(({ expression }) => expression);
        const all = [...others, ...Object.values(extra)];
        if (all.some((text) => EMAIL_VERIFIED.test(text))) return;
        refuse(
          { path, prop: `authentication.issuers[${index}].username` },
          {
            given: username.expression,
            allowed: 'claims.email together with claims.email_verified',
            fix: "add { expression: 'claims.email_verified == true', message: '…' } to claimRules",
          },
        );
      });
    },
  },
  {
    id: 'issuer-extra',
    reason: 'The API server accepts extra attributes only under lower-case keys with a domain.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      issuersOf(authentication).forEach(({ extra = {} }, index) => {
        for (const key in extra) {
          if (KEY.test(key) && !OWN_DOMAINS.test(key)) continue;
          refuse(
            { path, prop: `authentication.issuers[${index}].extra` },
            {
              given: key,
              allowed: 'lower-case keys with a domain before a slash, except those of Kubernetes',
              fix: 'write your own domain before the slash',
            },
          );
        }
      });
    },
  },
  {
    id: 'issuer-certificates',
    reason: 'The API server does not start with a string that contains no certificate.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      issuersOf(authentication).forEach(({ certificateAuthority }, index) => {
        const finding = certificateFinding(certificateAuthority);
        const prop = `authentication.issuers[${index}].certificateAuthority`;
        if (finding !== undefined) refuse({ path, prop }, finding);
      });
    },
  },
  {
    id: 'anonymous-paths',
    reason: 'The API server compares anonymous paths as a whole, without wildcards.',
    source: VALIDATION,
    check({ controlPlane: { path, authentication } }, refuse) {
      if (authentication?.kind !== 'issuers') return;
      for (const open of authentication.anonymousPaths ?? []) {
        if (OPEN_PATH.test(open)) continue;
        const better = `/${open.trim().replace(/^\/+/, '')}`;
        refuse(
          { path, prop: 'authentication.anonymousPaths' },
          {
            given: open,
            allowed: 'whole paths that begin with a slash, without asterisks',
            fix: OPEN_PATH.test(better) ? write(better) : 'list each path',
          },
        );
      }
    },
  },
];

const OPEN_PATH = /^\/[^*?#\s]*$/;

function issuersOf(authentication: AuthenticationModel | undefined): readonly JwtIssuerModel[] {
  return authentication?.kind === 'issuers' ? authentication.issuers : [];
}

function checkClaims({ path, prop }: Place, issuer: JwtIssuerModel, refuse: Refuse): void {
  for (const field of ['username', 'groups', 'uid'] as const) {
    const mapping = issuer[field];
    if (mapping === undefined) continue;
    const isClaim = 'claim' in mapping;
    const text = isClaim ? mapping.claim : mapping.expression;
    checkText(
      { path, prop: `${prop}.${field}` },
      text,
      isClaim ? 'a claim' : 'an expression',
      refuse,
    );
  }
  for (const field of ['claimRules', 'userRules'] as const) {
    for (const { expression } of issuer[field] ?? []) {
      checkText({ path, prop: `${prop}.${field}.expression` }, expression, 'an expression', refuse);
    }
  }
}
