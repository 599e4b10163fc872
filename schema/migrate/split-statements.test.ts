import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

const trigger = `CREATE TRIGGER t AFTER UPDATE ON a WHEN NEW.note = 'END;'
BEGIN
  UPDATE a SET note = CASE WHEN 1 THEN 'x' ELSE 'y' END;
  SELECT RAISE(ABORT, 'a; b');
END`;

describe('splitStatements', () => {
  it('splits at semicolons, with or without a trailing one', () => {
    expect(splitStatements('SELECT 1; SELECT 2;\n')).toEqual(['SELECT 1', 'SELECT 2']);
    expect(splitStatements('SELECT 1;;\n;SELECT 2')).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it('finds none in white space and comments', () => {
    expect(splitStatements('')).toEqual([]);
    expect(splitStatements(' -- nothing; at all\n/* here; either */ ;')).toEqual([]);
  });

  it('keeps semicolons and comment marks in quoted texts and names', () => {
    const statement = `INSERT INTO "a;b" ([c;d], \`e;f\`) VALUES ('it''s; -- ok', '/* also */')`;
    expect(splitStatements(`${statement};`)).toEqual([statement]);
  });

  it('removes comments and keeps words apart', () => {
    expect(splitStatements('SELECT/* one; */1 -- two;\n+ 2; -- three')).toEqual(['SELECT 1  \n+ 2']);
  });

  it('keeps a trigger whole, with CASE … END and semicolons in it', () => {
    expect(splitStatements(`SELECT 1; ${trigger}; SELECT 2`)).toEqual(['SELECT 1', trigger, 'SELECT 2']);
    expect(
      splitStatements(`create temp trigger x after insert on a begin select 1; end; SELECT 2`),
    ).toHaveLength(2);
  });

  it('does not take a table named trigger_log for a trigger', () => {
    expect(splitStatements('CREATE TABLE trigger_log (id); SELECT 1')).toHaveLength(2);
    expect(splitStatements('CREATE TABLE a (begin_at); SELECT 1')).toHaveLength(2);
  });

  it.each([
    ["SELECT 1;\nSELECT 'abc", 'quoted text', 2],
    ['SELECT "abc', 'quoted text', 1],
    ['SELECT 1;\n\n/* abc', 'comment', 3],
    ['SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1;', 'trigger', 2],
  ] as const)('reports what is unterminated in %j', (sql, unfinished, line) => {
    expect(splitStatements(sql)).toEqual({ kind: 'unfinished_sql', unfinished, line });
  });

  it('gives back any statements that were joined', async () => {
    const statements = [
      'SELECT 1',
      "SELECT ';'",
      trigger,
      'SELECT "a;"',
      'CREATE TABLE a (id TEXT)',
      'SELECT 4 / 2 - 1',
    ];
    const separators = [';', '; ', ';\n-- a; comment\n', ';/* a; comment */'];
    await assert(
      asyncProperty(
        array(constantFrom(...statements)),
        constantFrom(...separators),
        async (parts, separator) => {
          expect(splitStatements(parts.join(separator))).toEqual(parts);
        },
      ),
    );
  });
});
