import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { type FunctionName, functions } from './service-map.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const templates = path.join(root, 'templates');

/**
 * CommonJS dependencies call `require` for Node's own modules, which an ES module does not have.
 * The long name cannot clash with one that the minifier makes up. esbuild puts it on every file, and {@link withoutIdleBanner} takes it off again.
 */
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

const bannerBytes = Buffer.byteLength(banner);

/**
 * A file without the banner where nothing in it calls `require`: a function starts with a hundred files, of which one or two do. Empty lines stand in
 * its place, since source maps count them.
 */
const withoutIdleBanner = (contents: Uint8Array): Uint8Array => {
  const file = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  if (!file.subarray(0, bannerBytes).equals(Buffer.from(banner))) return contents;
  const rest = file.subarray(bannerBytes);
  return rest.includes('require') ? contents : Buffer.concat([Buffer.from(banner.replaceAll(/[^\n]/g, '')), rest]);
};

/** What `templates/precompile.ts` exports: the source of what stands in for each module of the same folder. */
type Precompile = {
  precompiledEnvironment: () => Promise<string>;
  precompiledStylesheet: () => Promise<string>;
  precompiledScript: () => Promise<string>;
  precompiledFonts: () => Promise<string>;
  precompiledLogos: () => Promise<string>;
  precompiledScriptFonts: () => Promise<string>;
  precompiledStaffEnvironment: () => Promise<string>;
  precompiledStaffStylesheet: () => Promise<string>;
  precompiledStaffScript: () => Promise<string>;
};

/** The modules of `templates/` that read files of the project, and what a bundle has in their place. */
const standIns = {
  environment: 'precompiledEnvironment',
  stylesheet: 'precompiledStylesheet',
  script: 'precompiledScript',
  fonts: 'precompiledFonts',
  logos: 'precompiledLogos',
  'script-fonts': 'precompiledScriptFonts',
  'staff-environment': 'precompiledStaffEnvironment',
  'staff-stylesheet': 'precompiledStaffStylesheet',
  'staff-script': 'precompiledStaffScript',
} as const;
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

/** Compiles templates, stylesheet and script into the bundle, so that a deployed function needs no files and no compiler. */
const precompiledTemplates: Plugin = {
  name: 'precompiled-templates',
  setup(builder) {
    builder.onLoad(
      {
        filter:
          /[\\/]templates[\\/](documents[\\/])?((?:staff-)?(?:environment|stylesheet|script)|(?:script-)?fonts|logos)\.ts$/,
      },
      async ({ path: file }) => ({
        // The filter lets through these names only.
        contents: await compiledOnce(path.basename(file, '.ts') as StandIn),
        loader: 'js',
        resolveDir: templates,
      }),
    );
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

/** How large one function's bundle is, in bytes of JavaScript without source maps. */
export type BundleSize = {
  /** Everything that is uploaded. */
  readonly total: number;
  /** What is read before the first event: the entry and what it imports statically. */
  readonly atStart: number;
};

type Outputs = Metafile['outputs'];

/** The output files that one leads to, itself included: by static imports only, or by dynamic ones as well. */
const reachable = (
  outputs: Outputs,
  from: string,
  how: 'at start' | 'ever',
  found = new Set<string>(),
): Set<string> => {
  if (found.has(from) || outputs[from] === undefined) return found;
  found.add(from);
  for (const { path: file, kind } of outputs[from].imports) {
    if (how === 'ever' || kind === 'import-statement') reachable(outputs, file, how, found);
  }
  return found;
};

const bytes = (contents: ReadonlyMap<string, Uint8Array>, files: Set<string>): number =>
  [...files].reduce((sum, file) => sum + (contents.get(file)?.byteLength ?? 0), 0);

/**
 * Bundles every function of the manifest for Node 24 on Lambda: ES modules, the AWS SDK included, pages and calls split off so
 * that they are read when first asked for. The same sources give the same bytes, and therefore the same asset hashes.
 *
 * All are built in one pass, which parses the SDK once, and each function's folder gets the files that its entry leads to.
 *
 * @param folder holds `<function>/<function>.mjs`, its chunks and their source maps afterwards; it must be empty or absent
 * @throws esbuild's BuildFailure, with the file and line of each fault
 */
export const bundleFunctions = async (folder: string): Promise<Record<FunctionName, BundleSize>> => {
  const names = Object.keys(functions) as FunctionName[];
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, functions[name].entry])),
    outdir: 'bundles',
    write: false,
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
  const contents = new Map(
    outputFiles.map((file) => [
      path.relative(root, file.path).replaceAll('\\', '/'),
      file.path.endsWith('.mjs') ? withoutIdleBanner(file.contents) : file.contents,
    ]),
  );
  const sizes = names.map(async (name) => {
    const entry = `bundles/${name}.mjs`;
    const files = reachable(metafile.outputs, entry, 'ever');
    await mkdir(path.join(folder, name, 'chunks'), { recursive: true });
    for (const file of [...files].flatMap((code) => [code, `${code}.map`])) {
      await writeFile(path.join(folder, name, path.relative('bundles', file)), contents.get(file) ?? '');
    }
    const atStart = reachable(metafile.outputs, entry, 'at start');
    return [name, { total: bytes(contents, files), atStart: bytes(contents, atStart) }] as const;
  });
  // Every name of the manifest has its entry.
  return Object.fromEntries(await Promise.all(sizes)) as Record<FunctionName, BundleSize>;
};
