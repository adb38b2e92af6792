/** A coordinate or width as it is written into a drawing: two decimals are finer than four times the size can show. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
