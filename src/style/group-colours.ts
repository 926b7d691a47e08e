/// <reference path="./css-text.d.ts" />
import css from './group-colours.css?raw';

/** The group colours as page and HTML report have them in light, six upper-case digits, for what knows no CSS. */
export const GROUP_COLOURS = { blue: lightValue('blue'), peach: lightValue('peach') } as const;

function lightValue(name: string): string {
  const value = new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}),`).exec(css)?.[1];
  if (value === undefined) throw new Error(`group-colours.css has no --${name}`);
  return value.toUpperCase();
}
