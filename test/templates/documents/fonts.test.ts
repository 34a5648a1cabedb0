import { describe, expect, it } from 'vitest';
import { fonts } from '../../../templates/documents/fonts.ts';
import { precompiledFonts } from '../../../templates/precompile.ts';

describe('the fonts of a PDF', () => {
  it('are 2 TrueType files, the same in a bundle as on disk', async () => {
    const source = await precompiledFonts();
    const bundled = await import(`data:text/javascript,${encodeURIComponent(source)}`);

    const onDisk = fonts();
    expect(Object.keys(onDisk)).toEqual(['regular', 'bold']);
    for (const font of Object.values(onDisk)) expect(font.readUInt32BE(0)).toBe(0x00010000);
    // Compared by truth: a difference of fonts printed in full helps nobody.
    expect(bundled.fonts().regular.equals(onDisk.regular)).toBe(true);
    expect(bundled.fonts().bold.equals(onDisk.bold)).toBe(true);
  });
});
