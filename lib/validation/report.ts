/** The part of cdk8s' validation context that the plugin uses. */
export interface ValidationContext {
  /** Paths of the files that were written. */
  readonly manifests: readonly string[];
  /** Reads the objects of a file. */
  parseManifest(manifestPath: string): readonly unknown[];
  /** Report that cdk8s prints when all plugins have finished. */
  readonly report: ValidationReport;
}

/** The part of cdk8s' report that the plugin uses. */
export interface ValidationReport {
  /** Adds one broken rule. */
  addViolation(violation: Violation): void;
  /** Ends the report; a failed one ends cdk8s with an error. */
  submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
}

/** Broken rule with the resources that break it. */
export interface Violation {
  /** Name of the rule. */
  readonly ruleName: string;
  /** What would be accepted, and why. */
  readonly recommendation: string;
  /** What to type instead. */
  readonly fix: string;
  /** Resources that break the rule. */
  readonly violatingResources: readonly ViolatingResource[];
}

/** Resource that breaks a rule. */
export interface ViolatingResource {
  /** Name by which cdk8s looks up the construct path. */
  readonly resourceName: string;
  /** Fields that break the rule, each with its value. */
  readonly locations: readonly string[];
  /** File of the resource. */
  readonly manifestPath: string;
}
