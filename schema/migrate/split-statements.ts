/** Why a text is not a list of SQL statements. */
export interface UnfinishedSql {
  readonly kind: 'unfinished_sql';
  /** What is not terminated. */
  readonly unfinished: 'comment' | 'quoted text' | 'trigger';
  /** Line on which it starts, from 1. */
  readonly line: number;
}

/** The splitter's position in a statement; the rule is that of SQLite's `sqlite3_complete()`. */
type State = 'start' | 'plain' | 'create' | 'trigger' | 'trigger-semicolon' | 'trigger-end';

/** White space, comments, quoted texts and names, words, semicolons, and any other single character. */
const tokens =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[A-Za-z_][A-Za-z0-9_$]*|[\s\S]/g;

/**
 * Splits SQL into statements without their semicolons. A trigger is one statement, from CREATE TRIGGER to the `END;`
 * that follows a semicolon, including any CASE … END in it. Comments are removed: D1 has no use for them.
 *
 * @returns The statements in order, empty for a text without any; or what is not terminated.
 */
export function splitStatements(sql: string): readonly string[] | UnfinishedSql {
  const statements: string[] = [];
  let state: State = 'start';
  let statement = '';
  let startedAt = 0;
  for (const match of sql.matchAll(tokens)) {
    const token = match[0];
    if (/^(?:--|\/\*.)/s.test(token) || /^\s/.test(token)) {
      statement += token.startsWith('-') || token.startsWith('/') ? ' ' : token;
      continue;
    }
    if (/^['"`[]$/.test(token)) {
      return unfinished('quoted text', sql, match.index);
    }
    if (token === '/' && sql[match.index + 1] === '*') {
      return unfinished('comment', sql, match.index);
    }
    if (state === 'start') {
      startedAt = match.index;
    }
    const isEnd =
      token === ';' &&
      (state === 'start' || state === 'plain' || state === 'create' || state === 'trigger-end');
    if (isEnd) {
      statements.push(statement.trim());
      statement = '';
      state = 'start';
    } else {
      statement += token;
      state = nextState(state, token.toUpperCase());
    }
  }
  if (state === 'trigger' || state === 'trigger-semicolon') {
    return unfinished('trigger', sql, startedAt);
  }
  return [...statements, statement.trim()].filter((text) => text !== '');
}

function nextState(state: State, token: string): State {
  switch (state) {
    case 'start':
      return token === 'CREATE' ? 'create' : 'plain';
    case 'create':
      if (token === 'TRIGGER') return 'trigger';
      return token === 'TEMP' || token === 'TEMPORARY' ? 'create' : 'plain';
    case 'plain':
      return 'plain';
    case 'trigger':
    case 'trigger-end':
      return token === ';' ? 'trigger-semicolon' : 'trigger';
    case 'trigger-semicolon':
      if (token === ';') return 'trigger-semicolon';
      return token === 'END' ? 'trigger-end' : 'trigger';
  }
}

function unfinished(what: UnfinishedSql['unfinished'], sql: string, index: number): UnfinishedSql {
  return { kind: 'unfinished_sql', unfinished: what, line: sql.slice(0, index).split('\n').length };
}
