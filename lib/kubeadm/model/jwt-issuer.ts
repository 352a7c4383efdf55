/** Mapping from a token to an attribute of its user. */
export class ClaimMapping {
  /**
   * Uses a claim of the token.
   *
   * @param prefix Prefix of the name, which distinguishes it from names of other issuers.
   */
  static claim(claim: string, prefix = ''): ClaimMapping {
    return new ClaimMapping({ claim, prefix });
  }

  /** Uses a CEL expression over the variable `claims`. */
  static expression(expression: string): ClaimMapping {
    return new ClaimMapping({ expression });
  }

  private constructor(
    /** Mapping as plain data. */
    readonly model: ClaimMappingModel,
  ) {}
}

/** Mapping from a token to an attribute of its user, as plain data. */
export type ClaimMappingModel =
  | { readonly claim: string; readonly prefix: string }
  | { readonly expression: string };

/** CEL expression that must be true. */
export interface ValidationExpression {
  /** Expression over `claims` or `user`. */
  readonly expression: string;
  /** Message of the API server if the expression is false. */
  readonly message: string;
}

/** Issuer of tokens, and the mapping of its tokens to users. */
export interface JwtIssuer {
  /** HTTPS URL of the issuer, which no other issuer has. */
  readonly url: string;
  /** URL of the discovery document; absent for the default one under the issuer's URL. */
  readonly discoveryURL?: string;
  /** Audiences; a token must have one of them. */
  readonly audiences: readonly string[];
  /** CA certificates of the issuer, in PEM; absent for the CAs that the machine trusts. */
  readonly certificateAuthority?: string;
  /** Mapping to the user name. */
  readonly username: ClaimMapping;
  /** Mapping to the user's groups; absent for none. */
  readonly groups?: ClaimMapping;
  /** Mapping to the user's UID, which has no prefix; absent for none. */
  readonly uid?: ClaimMapping;
  /** Extra attributes of users: CEL expressions over `claims`, by keys with a domain. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Claims that a token must have, with their values. */
  readonly requiredClaims?: Readonly<Record<string, string>>;
  /** Expressions over `claims` that must be true. */
  readonly claimRules?: readonly ValidationExpression[];
  /** Expressions over `user` that must be true. */
  readonly userRules?: readonly ValidationExpression[];
}

/** Issuer of tokens, as plain data. */
export interface JwtIssuerModel extends Omit<JwtIssuer, 'username' | 'groups' | 'uid'> {
  /** Mapping to the user name. */
  readonly username: ClaimMappingModel;
  /** Mapping to the user's groups. */
  readonly groups?: ClaimMappingModel | undefined;
  /** Mapping to the user's UID. */
  readonly uid?: ClaimMappingModel | undefined;
}

/** Converts an issuer to plain data. */
export function issuerModel(issuer: JwtIssuer): JwtIssuerModel {
  const { username, groups, uid, ...rest } = issuer;
  return { ...rest, username: username.model, groups: groups?.model, uid: uid?.model };
}
