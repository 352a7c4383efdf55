import type { Shape } from '../../lib/input/shape';
import { TABLE } from '../../lib/input/table.generated';

/** Every place where users hand in a number or a duration, as the typings have them: `Interface.prop` or `Class.function(argument)`. */
export function numericPlaces(): readonly string[] {
  const places: string[] = [];
  for (const [name, shape] of Object.entries(TABLE.types)) {
    // What props are on each cloud, is one place.
    places.push(...placesIn(name.replace(/<.*/, ''), shape));
  }
  for (const [name, entry] of Object.entries(TABLE.classes)) {
    for (const [called, parameters] of Object.entries({ ...entry.static, ...entry.methods })) {
      for (const { name: argument, shape } of parameters) {
        places.push(...placesIn(`${name}.${called}(${argument.replace('?', '')})`, shape));
      }
    }
  }
  return [...new Set(places)].sort();
}

function placesIn(place: string, shape: Shape): readonly string[] {
  if (shape === 'number') return [place];
  if (typeof shape !== 'object') return [];
  if ('class' in shape) return shape.class === 'Duration' ? [place] : [];
  if ('words' in shape) return shape.words.includes(0) ? [place] : [];
  if ('list' in shape) return placesIn(place, shape.list);
  if ('map' in shape) return placesIn(place, shape.map);
  if ('oneOf' in shape) return shape.oneOf.flatMap((one) => placesIn(place, one));
  if (!('props' in shape)) return [];
  return Object.entries(shape.props).flatMap(([prop, one]) =>
    placesIn(`${place}.${prop.replace('?', '')}`, one),
  );
}
