import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { go, goDefault, goModule, stagedModules } from './go';
import { copyModule, keepOnLoopback } from './loopback';
import { labBin } from './machine';
import { KUBECTL, PEERS, type Peer } from './peers';

/** Builds the peers that are not there, one after the other, and says how long each took. */
export function buildPeers(peers: readonly Peer[], log: (line: string) => void): void {
  mkdirSync(labBin(), { recursive: true });
  for (const peer of peers) {
    if (existsSync(join(labBin(), peer.name))) continue;
    const began = Date.now();
    build(peer);
    log(`${peer.name}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
}

function build(peer: Peer): void {
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-build-'));
  try {
    describeModule(peer, folder);
    const made = join(labBin(), `.${peer.name}.${process.pid}`);
    const main = [peer.module, peer.main].filter((part) => part !== '').join('/');
    const tags = peer.tag === undefined ? [] : ['-tags', peer.tag];
    go(folder, 'build', '-trimpath', ...tags, '-ldflags', linkerFlags(peer), '-o', made, main);
    renameSync(made, join(labBin(), peer.name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the `go.mod` of a module that needs the peer alone, so that every version is the one that it asks for. */
function describeModule(peer: Peer, folder: string): void {
  go(folder, 'mod', 'init', 'lab');
  for (const { module, version } of [peer, peer.beside ?? peer]) {
    go(folder, 'mod', 'edit', '-require', `${module}@${version}`);
  }
  const { goMod } = goModule(peer.module, peer.version);
  go(folder, 'mod', 'edit', `-godebug=default=${goDefault(goMod)}`);
  const staged = stagedModules(goMod).map((name) => [name, peer.version.replace(/^v1/, 'v0')]);
  for (const [name, version] of [...staged, ...Object.entries(peer.with ?? {})]) {
    go(folder, 'mod', 'edit', '-replace', `${name}=${name}@${version}`);
  }
  if (peer.kind === 'manager' || peer.kind === 'controllers') keepOnLoopback(peer, folder);
  if (peer.source !== undefined) addSource(peer, peer.source, folder);
}

function addSource({ module, version, main }: Peer, source: string, folder: string): void {
  const copy = copyModule(goModule(module, version).dir, module, folder);
  execFileSync('cp', ['-r', source, join(copy, main)]);
}

function linkerFlags({ version, versionPackage }: Peer): string {
  if (versionPackage === undefined) return '-s -w';
  const [major = '', minor = ''] = version.slice(1).split('.');
  const variables = { gitVersion: version, gitMajor: major, gitMinor: minor };
  const sets = Object.entries(variables).map(
    ([key, value]) => `-X ${versionPackage}.${key}=${value}`,
  );
  return ['-s -w', ...sets].join(' ');
}

if (require.main === module) {
  const names = process.argv.slice(2);
  const known = [...PEERS, KUBECTL];
  const unknown = names.filter((name) => !known.some((peer) => peer.name === name));
  if (unknown.length > 0) {
    console.error(
      `no peer ${unknown.join(', ')}; there are ${known.map(({ name }) => name).join(', ')}`,
    );
    process.exit(2);
  }
  const wanted = names.length === 0 ? PEERS : known.filter(({ name }) => names.includes(name));
  buildPeers(wanted, console.log);
}
