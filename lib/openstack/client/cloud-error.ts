import { masked } from '../../base/masking/mask';

/** What is wrong with a cloud, or with how it is reached. */
export interface CloudFault {
  /** Where the mistake is: an entry of a file, the environment, or a URL. */
  readonly place: string;
  /** What was found there. */
  readonly found: string;
  /** What would be accepted. */
  readonly allowed: string;
  /** What to type instead. */
  readonly fix: string;
  /** Status of an answer; absent where there was none. */
  readonly status?: number;
}

/** Cloud that cannot be read. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    /** Facts of the error, of which none is a secret. */
    readonly fault: CloudFault,
  ) {
    super(
      masked(`${fault.place}: ${fault.found}\n  allowed: ${fault.allowed}\n  fix: ${fault.fix}`),
    );
  }

  /** Tells whether the cloud answered, and refused or did not know what was asked for. */
  get isRefusal(): boolean {
    const { status } = this.fault;
    return status === 401 || status === 403 || status === 404;
  }
}
