import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from './fonts.ts';
import type { Script } from './scripts.ts';

const noto = (name: string, files: string) => (weight: string) => `${name}/${weight}/${files}_${weight}.ttf`;

/**
 * Where the font of each writing system is, by weight, all under the SIL Open Font License 1.1. Of Gurmukhi it is not Noto Sans, in which fontkit
 * 2.0.4 fails on marks without an anchor.
 */
const packages: Readonly<Record<Script, (weight: string) => string>> = {
  gujarati: noto('noto-sans-gujarati', 'NotoSansGujarati'),
  gurmukhi: (weight) => `baloo-paaji-2/BalooPaaji2_${weight}.ttf`,
  bengali: noto('noto-sans-bengali', 'NotoSansBengali'),
  arabic: noto('noto-sans-arabic', 'NotoSansArabic'),
  han: noto('noto-sans-sc', 'NotoSansSC'),
};

/** The writing systems that a package is there for, whether or not it is installed. */
export const scripts = Object.keys(packages) as Script[];

/**
 * The font of a writing system, read only when a text needs it. Undefined where its package is not installed: that of Chinese is 92 MB and is
 * added by whoever wants it (`docs/deploy.md`).
 */
export const scriptFonts = (script: Script): Fonts | undefined => {
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: string) => readFileSync(resolve(`@expo-google-fonts/${packages[script](weight)}`));
  try {
    return { regular: read('400Regular'), bold: read('700Bold') };
  } catch {
    return undefined;
  }
};
