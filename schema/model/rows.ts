import type { InferInput, InferOutput, ObjectSchema } from 'valibot';
import type { Table } from './define-table.ts';
import type { Tracking } from './tracking.ts';

/** A validated body that a caller writes, with defaults filled in. */
type BodyOf<Model extends Table> = InferOutput<Model['body']>;

/** A body as the caller sends it, before defaults are filled in. */
export type BodyInputOf<Model extends Table> = InferInput<Model['body']>;

/** The content of the `body` column: the caller's fields, the server's fields and the tracking fields. */
export type StoredBodyOf<Model extends Table> = BodyOf<Model> &
  InferOutput<ObjectSchema<Model['serverFields'], undefined>> &
  Tracking & {
    /** In rows of an account database. Seeded rows lack it: one migration serves all accounts. */
    readonly accountId?: string;
  };

/** A row as the API shows it. */
export type RowOf<Model extends Table> = { readonly id: string } & StoredBodyOf<Model>;
