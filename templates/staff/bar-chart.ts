/** A bar of a chart: what it stands for, its value, and of it the part that is drawn darker, such as what is late. */
export type Bar = { readonly label: string; readonly value: number; readonly part?: number };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rowHeight = 44;
/** Of the width, in hundredths, that the longest bar takes: its number stands after it. */
const widest = 85;

/**
 * A chart of bars as SVG. Widths are shares of the page and letters keep their size, so that it is read at 320 pixels too; colours are attributes, as
 * no style stands in a page. What it shows stands in the table behind it as well.
 *
 * @param name what it shows, in a sentence, for who does not see it
 */
export const barChart = (name: string, bars: readonly Bar[], partName?: string): string => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = (value: number) => ((value / most) * widest).toFixed(2);
  const drawn = bars.map(({ label, value, part = 0 }, index) => {
    const top = index * rowHeight;
    const said = partName && part > 0 ? `${value}, ${part} ${partName}` : String(value);
    return [
      `<text x="0" y="${top + 14}" font-size="15" fill="#0b0c0c">${escaped(label)}: ${escaped(said)}</text>`,
      `<rect x="0" y="${top + 20}" width="${width(value)}%" height="14" fill="#5694ca"></rect>`,
      ...(part > 0 ? [`<rect x="0" y="${top + 20}" width="${width(part)}%" height="14" fill="#942514"></rect>`] : []),
    ].join('');
  });
  const height = Math.max(1, bars.length) * rowHeight;
  return `<svg class="careway-chart" role="img" aria-label="${escaped(name)}. The table below says the same." width="100%" height="${height}" xmlns="http://www.w3.org/2000/svg" focusable="false">${drawn.join('')}</svg>`;
};
