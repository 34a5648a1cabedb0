import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The fonts that a PDF carries within it: Noto Sans, SIL Open Font License 1.1, for Latin, Greek, Cyrillic and Devanagari. */
export type Fonts = { readonly regular: Buffer; readonly bold: Buffer };

const folder = '@expo-google-fonts/noto-sans';

/** Read from the package each time: one copy is asked for now and then, and a bundle has `precompile.ts`'s module in place of this one. */
export const fonts = (): Fonts => {
  const { resolve } = createRequire(import.meta.url);
  return {
    regular: readFileSync(resolve(`${folder}/400Regular/NotoSans_400Regular.ttf`)),
    bold: readFileSync(resolve(`${folder}/700Bold/NotoSans_700Bold.ttf`)),
  };
};
