import { join } from 'node:path';
import {
  Application,
  type CommentDisplayPart,
  Converter,
  type DeclarationReflection,
  ReflectionKind,
  type TypeDocOptions,
} from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import { entryPoints } from './entry-points.js';
import { linkToField } from './field-links.js';
import type { SidebarItem } from './pages/sidebar.js';
import { ROOT, STAGE } from './paths.js';

/** Folder of the API pages below the folder of pages. */
const API = 'api';

const OPTIONS: TypeDocOptions & Partial<PluginOptions> = {
  name: 'API',
  plugin: ['typedoc-plugin-markdown'],
  tsconfig: join(ROOT, 'tsconfig.build.json'),
  entryPoints: entryPoints().map(({ source }) => join(ROOT, source)),
  alwaysCreateEntryPointModule: true,
  basePath: ROOT,
  out: join(STAGE, API),
  readme: 'none',
  disableSources: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  excludeExternals: true,
  // The type check is a step of its own.
  skipErrorChecking: true,
  logLevel: 'Error',
  entryFileName: 'index',
  modulesFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  jsDocCompatibility: { defaultTag: false },
  useCodeBlocks: true,
  expandObjects: true,
  parametersFormat: 'table',
  pageTitleTemplates: {
    member: ({ name }) => name.replace(/\\?<.*/, ''),
    module: (names) => names.name,
  },
};

/** Pages about everything that the package exports. */
export interface ApiPages {
  /** Their sidebar. */
  readonly sidebar: readonly SidebarItem[];
  /** Returns the address of a page by the name that the main entry point exports. */
  readonly routeOf: (name: string) => string;
}

/**
 * Writes a Markdown page for everything that the package exports.
 *
 * @throws Error if a page cannot be written.
 */
export async function writeApiPages(): Promise<ApiPages> {
  const app = await Application.bootstrapWithPlugins(OPTIONS);
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, declaration) => {
    if (declaration.kindOf(ReflectionKind.Module)) declaration.name = moduleName(declaration);
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const all = Object.values(context.project.reflections);
    for (const { comment } of all) {
      comment?.getTags('@see').forEach(linkReference);
      comment?.getTags('@default').forEach(markDefault);
    }
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc cannot read the entry points');
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error('TypeDoc reported errors');
  const modules = project.children ?? [];
  const main = modules.find(({ name }) => name === entryPoints()[0]?.name);
  return { sidebar: modules.map(moduleItem), routeOf: (name) => routeIn(main, name) };
}

function moduleName(module: DeclarationReflection): string {
  const file = `${module.name}/index.ts`;
  return entryPoints().find(({ source }) => source === file)?.name ?? module.name;
}

interface Tag {
  readonly content: CommentDisplayPart[];
}

function linkReference({ content: [first] }: Tag): void {
  if (first?.kind === 'text') first.text = linkToField(first.text.trim());
}

/** Makes Markdown of a default: a dash introduces a sentence, and anything else is code. */
function markDefault({ content: [first] }: Tag): void {
  if (first?.kind !== 'text') return;
  const isSentence = first.text.startsWith('- ');
  first.text = isSentence ? first.text.slice(2) : `\`${first.text.trim()}\``;
}

/** Returns the sidebar of a module: its classes and functions; the page of the module lists everything. */
function moduleItem(module: DeclarationReflection): SidebarItem {
  const items = (module.groups ?? [])
    .filter(({ title }) => title === 'Classes' || title === 'Functions')
    .flatMap(({ children }) =>
      children.map(({ name }) => ({ text: name, link: routeIn(module, name) })),
    );
  const collapsed = module.name.includes('/');
  return { text: module.name, link: `/${API}/${module.name}/`, items, collapsed };
}

/** Returns the address of something that a module exports; a class that is exported as a type is an interface. */
function routeIn(module: DeclarationReflection | undefined, name: string): string {
  const group = module?.groups?.find(({ children }) => children.some((one) => one.name === name));
  if (group === undefined) throw new Error(`${module?.name} does not export ${name}`);
  const folder = group.title.toLowerCase().replaceAll(' ', '-');
  return `/${API}/${module?.name}/${folder}/${name}.html`;
}
