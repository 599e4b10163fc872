import { describe, expect, it } from 'vitest';
import { accountDocument } from './account-document.ts';
import { nameNested } from './name-nested.ts';
import { platformDocument } from './platform-document.ts';

const phone = { type: 'object', properties: { number: { type: 'string' } } };
const list = { type: 'array', items: phone };

/** Every value below a value, with its path. */
function* parts(value: unknown, path = ''): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value as Record<string, unknown>];
  for (const [key, part] of Object.entries(value)) yield* parts(part, `${path}/${key}`);
}

describe('object schemas within components', () => {
  it('are components of their own, named after their field where several have them', () => {
    const people = { type: 'object', properties: { phones: list } };
    const firms = {
      type: 'object',
      properties: { phones: list, head: { anyOf: [phone, { type: 'null' }] } },
    };
    const person = { type: 'object', properties: { address: { type: 'object', properties: { line: {} } } } };
    const named = nameNested({ People: people, Firms: firms, Person: person });
    expect(Object.keys(named)).toEqual(['Firms', 'People', 'Person', 'PersonAddress', 'Phone']);
    expect(named.Phone).toEqual(phone);
    expect(named.Firms?.properties).toEqual({
      phones: { type: 'array', items: { $ref: '#/components/schemas/Phone' } },
      head: { anyOf: [{ $ref: '#/components/schemas/Phone' }, { type: 'null' }] },
    });
    expect(named.Person?.properties).toEqual({ address: { $ref: '#/components/schemas/PersonAddress' } });
  });
});

describe.each([
  ['account', accountDocument],
  ['platform', platformDocument],
])('the document of the %s API, for generators of clients', (_name, build) => {
  it('refers to whole components alone, and names every object of a component', async () => {
    const document = (await build()) as {
      readonly components: { readonly schemas: Readonly<Record<string, object>> };
    };
    const deep = [...parts(document)].filter(
      ([, { $ref }]) => typeof $ref === 'string' && !/^#\/components\/\w+\/[\w.-]+$/.test($ref),
    );
    expect(deep).toEqual([]);
    const unnamed = [...parts(document.components.schemas)].filter(
      ([path, { type, properties }]) =>
        type === 'object' && typeof properties === 'object' && path.split('/').length > 2,
    );
    expect(unnamed.filter(([, { properties }]) => Object.keys(properties as object).length > 0)).toEqual([]);
  });

  it('has a schema for the content of every request', async () => {
    const bodies = [...parts(await build())].flatMap(([path, { content }]) =>
      path.endsWith('/requestBody') ? Object.entries(content as Record<string, object>) : [],
    );
    expect(bodies.length).toBeGreaterThan(0);
    for (const [mediaType, body] of bodies) expect(Object.keys(body), mediaType).toContain('schema');
  });
});
