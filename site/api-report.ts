import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  type ExtractorLogLevel,
  type ExtractorMessage,
  ExtractorMessageCategory,
  type IExtractorMessagesConfig,
} from '@microsoft/api-extractor';
import { type EntryPoint, entryPoints } from './entry-points';
import { ROOT } from './paths';

/** Folder of the declarations that the reports are made from. */
const TYPES = join(ROOT, 'build/api-types');

/** Folder of the new reports. */
const REPORTS = join(ROOT, 'build/api-reports');

/** API report of an entry point. */
interface Report {
  /** New report. */
  readonly created: string;
  /** Report in the repository, relative to the root. */
  readonly committed: string;
}

/**
 * Compares the API reports in the repository with the public API, or replaces them with `--local`.
 *
 * A report lists everything that an entry point exports, so that a change of the API is visible in its diff.
 */
function main(): void {
  emitDeclarations();
  const created = createReports();
  if (process.argv.includes('--local')) {
    for (const report of created) cpSync(report.created, join(ROOT, report.committed));
    return;
  }
  const different = created.filter(isDifferent);
  if (different.length === 0) return;
  const files = different.map(({ committed }) => committed).join(', ');
  console.error(`${files}: the public API changed; run npm run api -- --local, and commit them`);
  process.exitCode = 1;
}

function emitDeclarations(): void {
  const compiler = require.resolve('typescript/bin/tsc');
  const options = ['--emitDeclarationOnly', '--outDir', TYPES];
  const cache = ['--incremental', '--tsBuildInfoFile', `${TYPES}.tsbuildinfo`];
  const args = [compiler, '-p', 'tsconfig.build.json', ...options, ...cache];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the declarations cannot be written');
}

/** Creates all reports; the entry points share one run of the compiler. */
function createReports(): readonly Report[] {
  const entries = entryPoints();
  const configs = entries.map(extractorConfig);
  const [first] = configs;
  if (first === undefined) throw new Error('package.json lists no entry points');
  mkdirSync(REPORTS, { recursive: true });
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: configs.map((config) => config.mainEntryPointFilePath),
  });
  return entries.map((entry, index) => {
    const config = configs[index] ?? first;
    const options = { compilerState, localBuild: true, messageCallback: keepQuiet };
    const { errorCount } = Extractor.invoke(config, options);
    if (errorCount > 0) throw new Error(`${entry.source}: ${errorCount} errors`);
    return {
      created: config.reportFilePath,
      committed: join(dirname(entry.source), 'api.md'),
    };
  });
}

function extractorConfig({ name, source }: EntryPoint): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(TYPES, source.replace(/\.ts$/, '.d.ts')),
      compiler: { tsconfigFilePath: join(ROOT, 'tsconfig.build.json') },
      apiReport: {
        enabled: true,
        reportFileName: name.replaceAll('/', '-'),
        reportFolder: REPORTS,
        reportTempFolder: join(REPORTS, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: MESSAGES,
      newlineKind: 'lf',
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
  });
}

/** Docstrings follow TypeDoc, whose tags API Extractor does not know; errors of the code are those of the type check. */
const MESSAGES: IExtractorMessagesConfig = {
  compilerMessageReporting: { default: { logLevel: 'error' as ExtractorLogLevel } },
  extractorMessageReporting: { default: { logLevel: 'none' as ExtractorLogLevel } },
  tsdocMessageReporting: { default: { logLevel: 'none' as ExtractorLogLevel } },
};

/** Drops what API Extractor prints about its files, which are not those of the repository. */
function keepQuiet(message: ExtractorMessage): void {
  if (message.category === ExtractorMessageCategory.Console && message.logLevel !== 'error') {
    message.handled = true;
  }
}

/** Prints the difference of a report from the one in the repository. */
function isDifferent({ created, committed }: Report): boolean {
  const { status } = spawnSync('diff', ['-uN', committed, created], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status !== 0;
}

main();
