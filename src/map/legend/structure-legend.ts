import { mixHex } from '../layers/hex-colours.ts';
import type { MapModel } from '../layers/map-model.ts';
import { symbolRadius, type StructureLine, type SymbolTone } from '../layers/structure-drawing.ts';
import {
  centreRadius,
  structureLineColours,
  structureLineDashes,
  symbolColours,
  symbolOpacity,
  variantColours,
  variantDashes,
  yardstickColour,
  yardstickDash,
} from '../layers/structure-layers.ts';
import type { ThemeTokens } from '../layers/theme-tokens.ts';
import type { LegendItem, LegendSpec } from './legend-spec.ts';

const blank = { unit: null, scale: null, note: null, provenance: null } as const;

/** The keys to circles, lines and outlines of the structure workspace; only what is drawn. */
export function structureLegends(model: MapModel, tokens: ThemeTokens): readonly LegendSpec[] {
  const drawing = model.structure ?? null;
  if (drawing === null) return [];
  const specs: LegendSpec[] = [];
  if (drawing.symbols.length > 0) {
    const colours = symbolColours(tokens);
    const tones = Object.entries(drawing.toneLabels) as [SymbolTone, string][];
    specs.push({
      ...blank,
      id: 'structure-symbols',
      title: drawing.symbolTitle,
      note: drawing.symbolNote === '' ? null : drawing.symbolNote,
      items: [
        ...drawing.symbolKeys.map(({ value, label }): LegendItem => ({
          id: `size-${value}`,
          swatch: {
            kind: 'point',
            fill: mixHex(tokens.chinaLand, colours.size, symbolOpacity),
            outline: colours.size,
            radiusPixels: symbolRadius(value, drawing.largestValue),
          },
          label,
        })),
        ...tones.map(([tone, label]): LegendItem => ({
          id: `tone-${tone}`,
          swatch: { kind: 'point', fill: colours[tone], outline: colours[tone], radiusPixels: 5 },
          label,
        })),
      ],
    });
  }
  // The line between two mean centres is named by them: where they lie close, they cover it.
  const roles = (Object.entries(drawing.lineLabels) as [StructureLine['role'], string][]).filter(
    ([role]) => role !== 'shift',
  );
  if (roles.length > 0 || drawing.centres.length > 0) {
    specs.push({
      ...blank,
      id: 'structure-lines',
      title: drawing.lineTitle,
      items: [
        ...roles.map(([role, label]): LegendItem => ({
          id: role,
          swatch: {
            kind: 'line',
            colour: structureLineColours(tokens)[role],
            widthPixels: 2,
            dash: structureLineDashes[role],
          },
          label,
        })),
        ...drawing.centres.map(({ role, label }): LegendItem => ({
          id: `centre-${role}`,
          swatch: {
            kind: 'point',
            fill: role === 'now' ? tokens.flow : tokens.paper,
            outline: tokens.flow,
            radiusPixels: centreRadius,
          },
          label,
        })),
      ],
    });
  }
  if (drawing.outlines.length > 0) {
    specs.push({
      ...blank,
      id: 'structure-variants',
      title: drawing.outlineTitle,
      items: drawing.outlines.map(({ variantKey, label, step }) => ({
        id: variantKey,
        swatch: {
          kind: 'line',
          colour: variantColours(tokens)[step % variantDashes.length] ?? tokens.ink,
          widthPixels: 2.4,
          dash: variantDashes[step % variantDashes.length] ?? null,
        },
        label,
      })),
    });
  }
  if (drawing.yardsticks.length > 0) {
    specs.push({
      ...blank,
      id: 'structure-yardsticks',
      title: drawing.yardstickTitle,
      items: drawing.yardsticks.map(({ id, label }) => ({
        id,
        swatch: { kind: 'line', colour: yardstickColour(tokens), widthPixels: 1.8, dash: yardstickDash },
        label,
      })),
    });
  }
  return specs;
}
