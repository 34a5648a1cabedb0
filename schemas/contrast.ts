/** A colour as our data has it, `#1d4f91`: six small letters or figures after the sign. */
export const hexColour = /^#[0-9a-f]{6}$/;

/** Relative luminance of a colour such as `#1d4f91`, 0 to 1. @see WCAG 2.2, definition of relative luminance */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How far two colours stand out from each other, 1 to 21, whichever of them is the text. @see WCAG 2.2, definition of contrast ratio */
export const contrastOf = (one: string, other: string): number => {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (higher + 0.05) / (lower + 0.05);
};

/** What can be read on a colour: black or white, whichever stands out more. One of them always has 4.5 to 1. */
export const readableOn = (hex: string): '#0b0c0c' | '#ffffff' =>
  contrastOf(hex, '#000000') > contrastOf(hex, '#ffffff') ? '#0b0c0c' : '#ffffff';
