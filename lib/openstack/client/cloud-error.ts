import { masked } from '../../base/masking/mask';

/** Fault of a cloud, or of the access to it. */
export interface CloudFault {
  /** Place of the mistake: an entry of a file, the environment, or a URL. */
  readonly place: string;
  /** Mistake that was found there. */
  readonly found: string;
  /** Values that would be accepted. */
  readonly allowed: string;
  /** Correction to type. */
  readonly fix: string;
  /** Status of the response; absent without one. */
  readonly status?: number;
}

/** Error of a cloud that cannot be read. */
export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    /** Facts of the error, without secrets. */
    readonly fault: CloudFault,
  ) {
    super(
      masked(`${fault.place}: ${fault.found}\n  allowed: ${fault.allowed}\n  fix: ${fault.fix}`),
    );
  }

  /** Tells whether the cloud answered that the request is refused or the object does not exist. */
  get isRefusal(): boolean {
    const { status } = this.fault;
    return status === 401 || status === 403 || status === 404;
  }
}
