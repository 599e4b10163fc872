import { describe, expect, it } from 'vitest';
import { clients } from '../../../schema/account/tables/clients.ts';
import { parseInput } from './parse-input.ts';

describe('parseInput', () => {
  it('distinguishes server fields, which a row that was read contains, from unknown fields', () => {
    const addresses = [{ line1: '4 Quayside', town: 'Norwich', country: 'GB', version: 1 }];
    expect(parseInput(clients.body, { id: 'cli-1', lastName: 'H', addresses, shoeSize: 9 })).toMatchObject({
      error: {
        errors: [
          { pointer: '#/addresses/0/version', detail: 'is not a known field' },
          { pointer: '#/id', detail: 'is written by the server: leave it out' },
          { pointer: '#/shoeSize', detail: 'is not a known field' },
        ],
      },
    });
  });
});
