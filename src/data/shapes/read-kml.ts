import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { type Result, succeed } from '#core/units/result.ts';
import { damaged, detailOf, type RawLayer, type ShapeFailure } from './shape-import.ts';

/** What togeojson adds to the attributes for its drawing, and what stands in every file. */
const NO_ATTRIBUTES =
  /^(stroke|fill|icon|label)(-|$)|^(styleUrl|styleHash|styleMapHash|visibility|@geometry-type)$/;

/** Reads a KML; its coordinates are WGS-84 by definition of the format. */
export function readKml(text: string, fileName: string): Result<RawLayer, ShapeFailure> {
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level === 'fatalError') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
    return succeed({
      layers: [fileName],
      layer: fileName,
      features: kml(document).features.map(({ geometry, properties }) => ({
        geometry,
        properties: Object.fromEntries(
          Object.entries(properties ?? {}).filter(([name]) => !NO_ATTRIBUTES.test(name)),
        ),
      })),
      system: null,
      shouldHaveSystem: false,
      notes: [],
    });
  } catch (error) {
    return damaged(detailOf(error));
  }
}
