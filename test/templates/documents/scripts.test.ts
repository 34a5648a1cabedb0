import { describe, expect, it } from 'vitest';
import type { Copy } from '../../../templates/documents/document.ts';
import { copyPdf } from '../../../templates/documents/pdf.ts';
import { scriptFonts } from '../../../templates/documents/script-fonts.ts';
import { isRightToLeft, linesOnPaper, scriptOf, wordsOnPaper } from '../../../templates/documents/scripts.ts';
import { precompiledScriptFonts } from '../../../templates/precompile.ts';

const said = {
  gujarati: 'મને સવારે નહાવા અને કપડાં પહેરવામાં મદદ જોઈએ છે.',
  gurmukhi: 'ਮੈਨੂੰ ਸਵੇਰੇ ਨਹਾਉਣ ਅਤੇ ਕੱਪੜੇ ਪਾਉਣ ਵਿੱਚ ਮਦਦ ਚਾਹੀਦੀ ਹੈ।',
  bengali: 'সকালে স্নান করতে ও কাপড় পরতে আমার সাহায্য লাগে।',
  arabic: 'مجھے صبح نہانے اور کپڑے پہننے میں مدد چاہیے۔',
} as const;
const han = '我早上洗澡和穿衣需要帮助。';

const aCopy = (text: string): Copy => ({
  id: 'application.application',
  title: 'What you told us',
  councilName: 'Leicestershire County Council',
  reference: 'K7M-29QX-T4F',
  facts: [],
  blocks: [
    { kind: 'text', text },
    { kind: 'list', items: [text], numbered: false },
    { kind: 'table', caption: 'Needs', head: ['Need', 'Said'], rows: [['Washing', text]], amounts: [] },
  ],
});
const fontsIn = async (text: string) => [
  ...new Set((await copyPdf(aCopy(text), new Date(0))).toString('latin1').match(/\/BaseFont \/[A-Z]{6}\+[\w-]+/g)),
];

describe('a text in another writing system', () => {
  it.each([
    ...Object.entries(said),
    ['han', han],
    [undefined, 'Rose Okafor, £12.50, Ελένη, Олена, हिन्दी'],
    ['arabic', 'Urdu: صبح'],
    [undefined, ''],
  ] as const)('is %s: %s', (script, text) => {
    expect(scriptOf(text)).toBe(script);
  });

  it.each([
    { name: 'gujarati', font: 'NotoSansGujarati' },
    { name: 'gurmukhi', font: 'BalooPaaji2' },
    { name: 'bengali', font: 'NotoSansBengali' },
    { name: 'arabic', font: 'NotoSansArabic' },
  ] as const)('stands in the PDF in a font that has its letters: $name', async ({ name, font }) => {
    expect((await fontsIn(said[name])).join()).toContain(font);
  });

  it('brings no font into a PDF that has no word of it', async () => {
    expect((await fontsIn('Help to wash each morning')).join()).not.toMatch(/Gujarati|Paaji|Bengali|Arabic|SC/);
  });

  it('is still a PDF where the package of its font is not there', async () => {
    const pdf = await copyPdf(aCopy(han), new Date(0));

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(scriptFonts('gujarati')?.bold.readUInt32BE(0)).toBe(0x00010000);
  });

  it('runs from the right, with Latin words and numbers in their own order', () => {
    expect(wordsOnPaper('Rose lives here')).toEqual(['Rose', 'lives', 'here']);
    expect(wordsOnPaper('أ ب ج')).toEqual(['ج', 'ب', 'أ']);
    expect(wordsOnPaper('أ City Council ب')).toEqual(['ب', 'City', 'Council', 'أ']);
    expect(wordsOnPaper('أ 10 ب')).toEqual(['ب', '10', 'أ']);
    expect(wordsOnPaper('Said: أ ب')).toEqual(['Said:', 'ب', 'أ']);
    expect([isRightToLeft(said.arabic), isRightToLeft(said.gujarati), isRightToLeft('')]).toEqual([true, false, false]);
  });

  it('is broken into lines before its words are put in their places, so that it is read from the first line', () => {
    const lines = linesOnPaper('أ ب City د', 11, (words) => words.length);

    expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
      ['ب', 'أ'],
      ['د', 'City'],
    ]);
  });

  it('has its fonts in a bundle as they are on disk', async () => {
    const bundled = await import(`data:text/javascript,${encodeURIComponent(await precompiledScriptFonts())}`);

    expect(bundled.scriptFonts('bengali').regular.equals(scriptFonts('bengali')?.regular)).toBe(true);
    expect(bundled.scriptFonts('none')).toBeUndefined();
  });
});
