import type { HostVolume } from './host-volume';
import { issuerModel, type JwtIssuer, type JwtIssuerModel } from './jwt-issuer';

/** Options of {@link Authentication.oidc}. */
export interface OidcOptions {
  /** HTTPS URL of the issuer. */
  readonly issuerUrl: string;
  /** Client ID for which the issuer creates tokens. */
  readonly clientId: string;
  /**
   * Claim with the user name.
   *
   * @default 'sub'
   */
  readonly usernameClaim?: string;
  /**
   * Prefix of user names; `-` for no prefix.
   *
   * @default - the issuer's URL and `#`; no prefix for the claim `email`
   */
  readonly usernamePrefix?: string;
  /**
   * Claim with the user's groups.
   *
   * @default - no groups from the issuer
   */
  readonly groupsClaim?: string;
  /**
   * Prefix of group names.
   *
   * @default - no prefix
   */
  readonly groupsPrefix?: string;
  /**
   * Claim that a token must have, with its value; at most one.
   *
   * @default - no claim
   */
  readonly requiredClaims?: Readonly<Record<string, string>>;
  /**
   * Accepted signing algorithms.
   *
   * @default - the API server's default, RS256
   */
  readonly signingAlgorithms?: readonly string[];
  /**
   * CA certificates of the issuer, in PEM.
   *
   * @default - the CAs that the machine trusts
   */
  readonly certificateAuthority?: string;
}

/** Options of {@link Authentication.issuers}. */
export interface IssuersOptions {
  /**
   * Paths that can be requested without a token, in addition to those that kubelets and joining machines need.
   *
   * @default - every path, subject to authorization
   */
  readonly anonymousPaths?: readonly string[];
}

/** Defaults of {@link OidcOptions}. */
export const OIDC_DEFAULTS = Object.freeze({ usernameClaim: 'sub' });

/** Authentication of users by external issuers, as plain data. */
export type AuthenticationModel =
  | { readonly kind: 'oidc'; readonly oidc: OidcOptions }
  | ({ readonly kind: 'issuers'; readonly issuers: readonly JwtIssuerModel[] } & IssuersOptions);

/** Authentication of users by external issuers. */
export class Authentication {
  /** Configures one OpenID Connect issuer by arguments that every Kubernetes version supports. */
  static oidc(options: OidcOptions): Authentication {
    return new Authentication({ kind: 'oidc', oidc: options });
  }

  /** Configures issuers in an AuthenticationConfiguration, which requires Kubernetes 1.30 or newer. */
  static issuers(issuers: readonly JwtIssuer[], options: IssuersOptions = {}): Authentication {
    return new Authentication({ kind: 'issuers', issuers: issuers.map(issuerModel), ...options });
  }

  private constructor(
    /** Issuers as plain data. */
    readonly model: AuthenticationModel,
  ) {}
}

/** Directory of the API server's issuer configuration. */
export const AUTHENTICATION_FOLDER = '/etc/kubernetes/authentication';

/**
 * Returns the host paths mounted into the API server for authentication.
 *
 * @param authorityPath File with the CA certificates of an OpenID Connect issuer, if the machines trust them too.
 */
export function authenticationVolumes(
  model: AuthenticationModel,
  authorityPath?: string,
): readonly HostVolume[] {
  if (model.kind === 'oidc' && model.oidc.certificateAuthority === undefined) return [];
  return [authorityPath === undefined ? VOLUME : { ...VOLUME, ...fileAt(authorityPath) }];
}

const VOLUME: HostVolume = {
  name: 'authentication',
  hostPath: AUTHENTICATION_FOLDER,
  mountPath: AUTHENTICATION_FOLDER,
  readOnly: true,
  pathType: 'Directory',
};

function fileAt(path: string) {
  return { hostPath: path, mountPath: path, pathType: 'File' } as const;
}
