import type { InferInput, InferOutput, ObjectSchema } from 'valibot';
import type { Table } from './define-table.ts';
import type { Tracking } from './tracking.ts';

/** What a caller may write to a table, checked and with defaults filled in. */
type BodyOf<Model extends Table> = InferOutput<Model['body']>;

/** What a caller may send, before defaults are filled in. */
export type BodyInputOf<Model extends Table> = InferInput<Model['body']>;

/** What the `body` column of a row holds: the caller's fields, the server's, and the tracking fields. */
export type StoredBodyOf<Model extends Table> = BodyOf<Model> &
  InferOutput<ObjectSchema<Model['serverFields'], undefined>> &
  Tracking & {
    /** In rows of an account's database. Seeded rows lack it: migrations do not know whose database they make. */
    readonly accountId?: string;
  };

/** A row as the API shows it. */
export type RowOf<Model extends Table> = { readonly id: string } & StoredBodyOf<Model>;
