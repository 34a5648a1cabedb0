import PDFDocument from 'pdfkit';
import { type Block, type Copy, textsOf } from './document.ts';
import { fonts } from './fonts.ts';
import { isRightToLeft, linesOnPaper, type Script, scriptOf } from './scripts.ts';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** The type package ends before tables. @see https://pdfkit.org/docs/table.html */
type Cell = {
  text: string;
  type: 'TH' | 'TD';
  scope?: 'Row' | 'Column';
  font: { src: string; size: number };
  align: { x: string; y: string };
};
type WithTables = Pdf & {
  table(options: { structParent: Element; data: Cell[][]; columnStyles: object; rowStyles: object }): Pdf;
};

type Sizes = Readonly<Record<'title' | 'heading2' | 'heading3' | 'text' | 'small', number>>;
const ordinary: Sizes = { title: 20, heading2: 15, heading3: 12, text: 11, small: 9 };
/** Nothing that is to be read is smaller than 16 points. @see UK Association for Accessible Formats, Creating clear print and large print documents */
const large: Sizes = { title: 28, heading2: 22, heading3: 20, text: 18, small: 16 };
const margin = 56;

/**
 * A copy as PDF/UA-1: tagged in reading order, with its language, title and fonts within it, so that a screen reader reads it as it
 * reads the page.
 *
 * @param print how it is printed: large print has letters of 16 points and more
 * @param colour the council's, of which each page has a bar at its head; it says nothing
 * @see ISO 14289-1, and PDFKit's documentation on accessibility
 */
export const copyPdf = async (
  copy: Copy,
  madeAt: Date,
  { print = 'ordinary', colour }: { readonly print?: 'ordinary' | 'large'; readonly colour?: string | undefined } = {},
): Promise<Buffer> => {
  const sizes = print === 'large' ? large : ordinary;
  const { regular, bold } = fonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    // Otherwise the standard Helvetica, which is carried in no file, would be on every page.
    font: regular,
    bufferPages: true,
    info: { Title: `${copy.title} - ${copy.reference}`, Author: copy.councilName, CreationDate: madeAt },
    // The type package knows a font only by its path, and not PDF/UA with a creation date.
  } as unknown as PDFKit.PDFDocumentOptions);
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  await registerScripts(pdf, copy);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  write(pdf, root, 'P', copy.councilName, { font: 'regular', size: sizes.text });
  write(pdf, root, 'H1', copy.title, { font: 'bold', size: sizes.title });
  for (const { label, value } of copy.facts) {
    write(pdf, root, 'P', `${label}: ${value}`, { font: 'regular', size: sizes.text, gap: 2 });
  }
  for (const block of copy.blocks) writeBlock(pdf as WithTables, root, block, sizes);
  root.end();
  numberPages(pdf, copy.reference, sizes, colour);
  pdf.end();
  return whole;
};

/** The names of the fonts of other writing systems, by copy: those whose package is there. */
const registered = new WeakMap<Pdf, ReadonlySet<Script>>();

/** Reads the fonts of the writing systems that a copy has words in, and no others. */
const registerScripts = async (pdf: Pdf, copy: Copy): Promise<void> => {
  const wanted = new Set(textsOf(copy).flatMap((text) => scriptOf(text) ?? []));
  if (wanted.size === 0) return;
  const { scriptFonts } = await import('./script-fonts.ts');
  const found = [...wanted].flatMap((script) => {
    const read = scriptFonts(script);
    return read ? [{ script, read }] : [];
  });
  for (const { script, read } of found) {
    pdf.registerFont(`${script}-regular`, read.regular).registerFont(`${script}-bold`, read.bold);
  }
  registered.set(pdf, new Set(found.map(({ script }) => script)));
};

type Weight = 'regular' | 'bold';

/** The name of the font in which a text can be read. */
const fontOf = (pdf: Pdf, words: string, weight: Weight): string => {
  const script = scriptOf(words);
  return script && registered.get(pdf)?.has(script) ? `${script}-${weight}` : weight;
};

/** A text in the order in which it stands on paper: one that runs from the right in lines of its own, others as they are. */
const onPaper = (pdf: Pdf, words: string, width: number): string =>
  isRightToLeft(words) ? linesOnPaper(words, width, (line) => pdf.widthOfString(line)).join('\n') : words;

const write = (
  pdf: Pdf,
  parent: Element,
  structType: string,
  words: string,
  { font, size, gap = 6 }: { font: Weight; size: number; gap?: number },
): void => {
  pdf.font(fontOf(pdf, words, font)).fontSize(size);
  // A heading or a table's caption at the foot of a page belongs to what follows.
  const room = size * (structType.startsWith('H') || font === 'bold' ? 5 : 1);
  if (pdf.y + room > pdf.page.height - margin) pdf.addPage();
  if (isRightToLeft(words)) {
    // What is heard is the text in its own order, and not the words as they stand from left to right.
    const whole = pdf.struct(structType, { actual: words });
    parent.add(whole);
    const width = pdf.page.width - 2 * margin;
    whole.add(() => {
      pdf.text(onPaper(pdf, words, width), margin, pdf.y, { width, align: 'right' });
    });
    whole.end();
  } else pdf.text(words, margin, pdf.y, { structParent: parent, structType } as PDFKit.Mixins.TextOptions);
  pdf.y += gap;
};

const writeBlock = (pdf: WithTables, root: Element, block: Block, sizes: Sizes): void => {
  if (block.kind === 'list') writeList(pdf, root, block, sizes);
  else if (block.kind === 'table') writeTable(pdf, root, block, sizes);
  else if (block.kind === 'shares') writeShares(pdf, root, block, sizes);
  else if (block.kind === 'text') write(pdf, root, 'P', block.text, { font: 'regular', size: sizes.text });
  else {
    pdf.y += 8;
    const size = block.level === 2 ? sizes.heading2 : sizes.heading3;
    write(pdf, root, `H${block.level}`, block.text, { font: 'bold', size });
  }
};

const writeList = (
  pdf: Pdf,
  root: Element,
  { items, numbered }: Extract<Block, { kind: 'list' }>,
  sizes: Sizes,
): void => {
  const whole = pdf.struct('L');
  root.add(whole);
  for (const [index, item] of items.entries()) {
    const rightToLeft = isRightToLeft(item);
    const bodyOptions = rightToLeft ? { actual: item } : {};
    const [entry, label, body] = [pdf.struct('LI'), pdf.struct('Lbl'), pdf.struct('LBody', bodyOptions)];
    const width = pdf.page.width - 2 * margin - 24;
    whole.add(entry);
    entry.add(label).add(body);
    pdf.font('regular').fontSize(sizes.text);
    if (pdf.y + sizes.text * 2 > pdf.page.height - margin) pdf.addPage();
    const { y } = pdf;
    label.add(() => {
      pdf.text(numbered ? `${index + 1}.` : '•', margin + 4, y, { lineBreak: false });
    });
    body.add(() => {
      pdf.font(fontOf(pdf, item, 'regular'));
      pdf.text(onPaper(pdf, item, width), margin + 24, y, { width, align: rightToLeft ? 'right' : 'left' });
    });
    entry.end();
    pdf.y += 3;
  }
  whole.end();
  pdf.y += 4;
};

const writeTable = (
  pdf: WithTables,
  root: Element,
  { caption, head, rows, amounts }: Extract<Block, { kind: 'table' }>,
  sizes: Sizes,
  beside?: (place: { readonly top: number; readonly bottom: number }) => void,
): void => {
  write(pdf, root, 'P', caption, { font: 'bold', size: sizes.text });
  const inCell = (pdf.page.width - 2 * margin) / head.length - 8;
  const cell = (words: string, column: number, kind: Pick<Cell, 'type' | 'scope'>): Cell => {
    const src = fontOf(pdf, words, kind.type === 'TH' ? 'bold' : 'regular');
    pdf.font(src).fontSize(sizes.small);
    return {
      text: onPaper(pdf, words, inCell),
      ...kind,
      font: { src, size: sizes.small },
      align: { x: amounts.includes(column) || isRightToLeft(words) ? 'right' : 'left', y: 'top' },
    };
  };
  pdf.x = margin;
  const top = pdf.y;
  pdf.table({
    structParent: root,
    columnStyles: { border: { top: 0, right: 0, bottom: 0.5, left: 0 }, padding: 4 },
    rowStyles: {},
    data: [
      head.map((words, column) => cell(words, column, { type: 'TH', scope: 'Column' })),
      ...rows.map((row) =>
        row.map((words, column) => cell(words, column, column === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' })),
      ),
    ],
  });
  beside?.({ top, bottom: pdf.y });
  pdf.font('regular').fontSize(sizes.text);
  pdf.y += 10;
};

/** The table, and in the free part of its second column the bars, over which a screen reader passes. */
const writeShares = (
  pdf: WithTables,
  root: Element,
  { caption, head, rows }: Extract<Block, { kind: 'shares' }>,
  sizes: Sizes,
): void => {
  const height = sizes.small * 2.4;
  // Bars stand beside their rows only where the table is on one page.
  if (pdf.y + sizes.text * 2 + height * (rows.length + 1) > pdf.page.height - margin) pdf.addPage();
  writeTable(
    pdf,
    root,
    { kind: 'table', caption, head, rows: rows.map(({ label, amount }) => [label, amount]), amounts: [1] },
    sizes,
    ({ top, bottom }) => {
      const column = (pdf.page.width - 2 * margin) / 2;
      const each = (bottom - top) / (rows.length + 1);
      const widest = column - sizes.small * 9;
      pdf.markContent('Artifact', { type: 'Layout' });
      for (const [index, { bar }] of rows.entries()) {
        if (bar === undefined) continue;
        const y = top + each * (index + 1) + each * 0.3;
        pdf
          .rect(margin + column + (bar.from * widest) / 1000, y, (bar.width * widest) / 1000, each * 0.4)
          .fill(bar.colour);
      }
      pdf.fillColor('#000000');
      pdf.endMarkedContent();
    },
  );
};

/** The number of each page and the reference, for who reads the copy on paper; a screen reader passes over them. */
const numberPages = (pdf: Pdf, reference: string, sizes: Sizes, colour: string | undefined): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    if (colour) {
      pdf.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
      pdf.rect(0, 0, pdf.page.width, 14).fill(colour).fillColor('black');
      pdf.endMarkedContent();
    }
    const { bottom } = pdf.page.margins;
    // Without this, a text below the margin begins a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf.font('regular').fontSize(sizes.small);
    pdf.text(`${reference}   Page ${page - start + 1} of ${count}`, margin, pdf.page.height - margin + 16, {
      lineBreak: false,
    });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
};
