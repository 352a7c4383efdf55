/** Where a token says something of its user. */
export class ClaimMapping {
  /**
   * A claim of the token.
   *
   * @param prefix Beginning of the name here, which keeps it apart from names of other issuers.
   */
  static claim(claim: string, prefix = ''): ClaimMapping {
    return new ClaimMapping({ claim, prefix });
  }

  /** A CEL expression over the variable `claims`. */
  static expression(expression: string): ClaimMapping {
    return new ClaimMapping({ expression });
  }

  private constructor(
    /** Mapping as plain data. */
    readonly model: ClaimMappingModel,
  ) {}
}

/** Where a token says something of its user, as plain data. */
export type ClaimMappingModel =
  | { readonly claim: string; readonly prefix: string }
  | { readonly expression: string };

/** CEL expression that must be true. */
export interface ValidationExpression {
  /** The expression, over `claims` or `user`. */
  readonly expression: string;
  /** What the API server says where it is false. */
  readonly message: string;
}

/** Issuer of tokens, and what they say of users. */
export interface JwtIssuer {
  /** Address of the issuer, with `https`; no other issuer has it. */
  readonly url: string;
  /** Address of the discovery document; absent for the usual one below the issuer's. */
  readonly discoveryURL?: string;
  /** Audiences, of which a token must have one. */
  readonly audiences: readonly string[];
  /** Certificates, in PEM, of the authority that vouches for the issuer; absent for those that the machine trusts. */
  readonly certificateAuthority?: string;
  /** Where tokens say the name of the user. */
  readonly username: ClaimMapping;
  /** Where tokens say the groups of the user; absent for none. */
  readonly groups?: ClaimMapping;
  /** Where tokens say the identifier of the user, which has no prefix; absent for none. */
  readonly uid?: ClaimMapping;
  /** What else is known of users: CEL expressions over `claims`, by keys with a domain. */
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
  /** Where tokens say the name of the user. */
  readonly username: ClaimMappingModel;
  /** Where tokens say the groups of the user. */
  readonly groups?: ClaimMappingModel | undefined;
  /** Where tokens say the identifier of the user. */
  readonly uid?: ClaimMappingModel | undefined;
}

/** Plain data of an issuer. */
export function issuerModel(issuer: JwtIssuer): JwtIssuerModel {
  const { username, groups, uid, ...rest } = issuer;
  return { ...rest, username: username.model, groups: groups?.model, uid: uid?.model };
}
