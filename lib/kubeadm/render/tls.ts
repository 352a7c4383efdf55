import type { TlsSettings } from '../model/tls';
import type { Arguments, ControlPlanePart } from './control-plane-part';
import { texts } from './texts';

const ETCD_VERSIONS = { VersionTLS12: 'TLS1.2', VersionTLS13: 'TLS1.3' };

/** Renders the control-plane part for TLS. */
export function tlsPart(tls: TlsSettings | undefined): ControlPlanePart {
  if (tls === undefined) return {};
  const part = { args: tlsArgs(tls) };
  const { minVersion, cipherSuites } = tls;
  return {
    apiServer: part,
    controllerManager: part,
    scheduler: part,
    etcdArgs: texts({
      'tls-min-version': minVersion && ETCD_VERSIONS[minVersion],
      'cipher-suites': cipherSuites?.join(','),
    }),
  };
}

/** Returns the TLS arguments of a Kubernetes component. */
export function tlsArgs({ minVersion, cipherSuites }: TlsSettings): Arguments {
  return texts({ 'tls-min-version': minVersion, 'tls-cipher-suites': cipherSuites?.join(',') });
}
