import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

describe('splitStatements', () => {
  it('splits at semicolons and drops empty pieces', () => {
    expect(splitStatements(' SELECT 1;; -- nothing\n ; SELECT 2 ')).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it('keeps semicolons in strings, quoted names and comments', () => {
    const sql = `SELECT 'a;''b', "c;d", \`e;f\`, [g;h] /* ; */ -- ;\n FROM t; SELECT 2`;
    expect(splitStatements(sql)).toHaveLength(2);
  });

  it('keeps the body of a trigger together, CASE … END included', () => {
    const trigger = `CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN
      UPDATE a SET b = CASE WHEN b > 1 THEN 2 ELSE 3 END;
      INSERT INTO c VALUES (1);
    END`;
    expect(splitStatements(`${trigger};SELECT 1;`)).toEqual([trigger, 'SELECT 1']);
  });

  it('ends an ordinary statement although it uses the names begin and end', () => {
    expect(splitStatements('CREATE TABLE t (begin TEXT, end TEXT); SELECT begin FROM t')).toHaveLength(2);
  });

  it('keeps an unclosed string in one piece, for SQLite to refuse', () => {
    expect(splitStatements("SELECT 'a; SELECT 2")).toEqual(["SELECT 'a; SELECT 2"]);
  });

  it('takes a string of two megabytes', () => {
    expect(splitStatements(`SELECT '${'x'.repeat(2_000_000)}'; SELECT 2`)).toHaveLength(2);
  });
});
