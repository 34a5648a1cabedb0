import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type FunctionName, type FunctionSpec, functions } from './service-map.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const templates = path.join(root, 'templates');

/**
 * CommonJS dependencies call `require` for Node's own modules, which an ES module does not have.
 * The long name cannot clash with one that the minifier makes up.
 */
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

/** What `templates/precompile.ts` exports: the source of what stands in for each module of the same folder. */
type Precompile = { precompiledEnvironment: () => Promise<string>; precompiledStylesheet: () => Promise<string> };

/** The modules of `templates/` that read files of the project, and what a bundle has in their place. */
const standIns = { environment: 'precompiledEnvironment', stylesheet: 'precompiledStylesheet' } as const;
type StandIn = keyof typeof standIns;

const compiled = new Map<StandIn, Promise<string>>();
const compiledOnce = (module: StandIn): Promise<string> => {
  const source =
    compiled.get(module) ??
    import(pathToFileURL(path.join(templates, 'precompile.ts')).href).then((precompile: Precompile) =>
      precompile[standIns[module]](),
    );
  compiled.set(module, source);
  return source;
};

/** Compiles templates and stylesheet into the bundle, so that a deployed function needs no files and no compiler. */
const precompiledTemplates: Plugin = {
  name: 'precompiled-templates',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]templates[\\/](environment|stylesheet)\.ts$/ }, async ({ path: file }) => ({
      // The filter lets through these two names only.
      contents: await compiledOnce(path.basename(file, '.ts') as StandIn),
      loader: 'js',
      resolveDir: templates,
    }));
  },
};

/** Leaves out zod's messages in fifty other languages, a third of a small function: its namespace export hides them from esbuild. */
const englishOnly: Plugin = {
  name: 'english-only',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

const options = (entry: string, folder: string): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: { index: entry },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  bundle: true,
  splitting: true,
  minify: true,
  // Beside the code, not uploaded: with `--enable-source-maps` Node reads them at start, a quarter more of a cold start.
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  banner: { js: banner },
  plugins: [precompiledTemplates, englishOnly],
  metafile: true,
  logLevel: 'error',
});

/** How large one function's bundle came out, in bytes of JavaScript without source maps. */
export type BundleSize = {
  /** Everything that is uploaded. */
  readonly total: number;
  /** What is read before the first event: the entry and what it imports statically. */
  readonly atStart: number;
};

type Output = { bytes: number; imports: { path: string; kind: string }[] };

const sizes = (outputs: Record<string, Output>, entry: string): BundleSize => {
  const code = Object.entries(outputs).filter(([file]) => file.endsWith('.mjs'));
  const atStart = new Set<string>();
  const visit = (file: string): void => {
    if (atStart.has(file)) return;
    atStart.add(file);
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') visit(imported);
    }
  };
  visit(entry);
  const bytes = (files: [string, Output][]): number => files.reduce((sum, [, output]) => sum + output.bytes, 0);
  return { total: bytes(code), atStart: bytes(code.filter(([file]) => atStart.has(file))) };
};

/**
 * Bundles one function for Node 24 on Lambda: ES modules, the AWS SDK included, pages and calls split off so that they
 * are read when first asked for. The same sources give the same bytes, and therefore the same asset hash. Each function is built
 * by itself: chunks shared between functions would change them all whenever one changes.
 *
 * @param entry the function's file, relative to the project
 * @param folder where `index.mjs`, its chunks and their source maps go; it must be empty or absent
 * @throws esbuild's BuildFailure, with the file and line of each fault
 */
export const bundleEntry = async (entry: string, folder: string): Promise<BundleSize> => {
  const { metafile } = await build({ ...options(entry, folder), metafile: true });
  return sizes(metafile.outputs, path.relative(root, path.join(folder, 'index.mjs')).replaceAll('\\', '/'));
};

/**
 * Bundles every function of the manifest at once, each into a folder of its own name.
 *
 * @param folder holds one folder a function afterwards
 * @throws Error naming the function whose file does not exist
 */
export const bundleFunctions = async (folder: string): Promise<Record<FunctionName, BundleSize>> => {
  const named = Object.entries(functions) as [FunctionName, FunctionSpec][];
  const bundled = named.map(async ([name, { entry }]) => {
    await access(path.join(root, entry)).catch((cause: unknown) => {
      throw new Error(`The manifest's function ${name} has no file ${entry}`, { cause });
    });
    return [name, await bundleEntry(entry, path.join(folder, name))] as const;
  });
  return Object.fromEntries(await Promise.all(bundled)) as Record<FunctionName, BundleSize>;
};
