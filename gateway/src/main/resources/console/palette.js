const style = getComputedStyle(document.documentElement);

/** A colour of the style sheets (`--name`), for what is drawn on a canvas: one palette for both. */
export function colour(name) {
  return style.getPropertyValue(`--${name}`).trim();
}

export const FONT = style.getPropertyValue('--font').trim();
