import * as v from 'valibot';
import { slug as slugSchema } from '../schema/factory/slug.ts';
import { foldText } from '../schema/model/fold-text.ts';

/** A slug made from a firm's name, such as `harbour-vale-wealth`; undefined when the name yields none. */
export function toSlug(name: string): string | undefined {
  const slug = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-|-$/g, '');
  return v.is(slugSchema(), slug) ? slug : undefined;
}
