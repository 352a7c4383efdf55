import type { HostVolume } from './host-volume';
import { issuerModel, type JwtIssuer, type JwtIssuerModel } from './jwt-issuer';

/** Options of {@link Authentication.oidc}. */
export interface OidcOptions {
  /** Address of the issuer, with `https`. */
  readonly issuerUrl: string;
  /** Client for which the issuer makes tokens. */
  readonly clientId: string;
  /**
   * Claim with the name of the user.
   *
   * @default 'sub'
   */
  readonly usernameClaim?: string;
  /**
   * Beginning of every user's name here; `-` for none.
   *
   * @default - the issuer's address and `#`, but for the claim `email`
   */
  readonly usernamePrefix?: string;
  /**
   * Claim with the groups of the user.
   *
   * @default - users have no groups of the issuer
   */
  readonly groupsClaim?: string;
  /**
   * Beginning of every group's name here.
   *
   * @default - groups are named as the issuer has them
   */
  readonly groupsPrefix?: string;
  /**
   * Claim that a token must have, with its value; one at most.
   *
   * @default - no claim
   */
  readonly requiredClaims?: Readonly<Record<string, string>>;
  /**
   * Algorithms of signatures that count.
   *
   * @default - the API server's own, RS256
   */
  readonly signingAlgorithms?: readonly string[];
  /**
   * Certificates, in PEM, of the authority that vouches for the issuer.
   *
   * @default - the authorities that the machine trusts
   */
  readonly certificateAuthority?: string;
}

/** Options of {@link Authentication.issuers}. */
export interface IssuersOptions {
  /**
   * Paths for which nobody needs a token, besides those that kubelets and joining machines need.
   *
   * @default - every path, as far as authorisation lets everybody
   */
  readonly anonymousPaths?: readonly string[];
}

/** Defaults of {@link OidcOptions}. */
export const OIDC_DEFAULTS = Object.freeze({ usernameClaim: 'sub' });

/** Who besides Kubernetes itself says who a user is, as plain data. */
export type AuthenticationModel =
  | { readonly kind: 'oidc'; readonly oidc: OidcOptions }
  | ({ readonly kind: 'issuers'; readonly issuers: readonly JwtIssuerModel[] } & IssuersOptions);

/** Who besides Kubernetes itself says who a user is. */
export class Authentication {
  /** One OpenID Connect issuer, by arguments that every version of Kubernetes has. */
  static oidc(options: OidcOptions): Authentication {
    return new Authentication({ kind: 'oidc', oidc: options });
  }

  /** Issuers in an AuthenticationConfiguration, which Kubernetes reads from 1.30 on. */
  static issuers(issuers: readonly JwtIssuer[], options: IssuersOptions = {}): Authentication {
    return new Authentication({ kind: 'issuers', issuers: issuers.map(issuerModel), ...options });
  }

  private constructor(
    /** Issuers as plain data. */
    readonly model: AuthenticationModel,
  ) {}
}

/** Folder of what the API server reads about issuers. */
export const AUTHENTICATION_FOLDER = '/etc/kubernetes/authentication';

/**
 * Paths of the machine that the API server sees to know issuers.
 *
 * @param authorityPath File that has the certificates of an OpenID Connect issuer, where machines trust them too.
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
