/**
 * Splits SQL text into its statements by the rules of SQLite's own `sqlite3_complete()`: a semicolon ends
 * a statement unless it is in a string, a comment or the body of a trigger.
 *
 * @returns Statements without their semicolon, in order; pieces that hold only blanks or comments are left out.
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let state: State = 'start';
  let startOffset = 0;
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(sql); match !== null; match = tokenPattern.exec(sql)) {
    const token = toToken(match);
    if (token === 'blank') continue;
    const next: State = transitions[state][token] ?? transitions[state].other;
    if (token === 'semicolon' && next === 'start') {
      if (state !== 'start') statements.push(sql.slice(startOffset, match.index).trim());
      startOffset = tokenPattern.lastIndex;
    }
    state = next;
  }
  if (state !== 'start') statements.push(sql.slice(startOffset).trim());
  return statements;
}

type State = 'start' | 'normal' | 'explain' | 'create' | 'trigger' | 'trigger-semicolon' | 'trigger-end';
type Token = 'semicolon' | 'explain' | 'create' | 'temp' | 'trigger' | 'end' | 'other';

// Blanks and comments | strings and quoted names, an unclosed one to the end of the text | words | the rest.
const tokenPattern =
  /(\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|'[^']*(?:''[^']*)*'?|"[^"]*(?:""[^"]*)*"?|`[^`]*(?:``[^`]*)*`?|\[[^\]]*\]?|([\w$\u0080-\uffff]+)|[\s\S]/g;

const keywords: Readonly<Record<string, Token>> = {
  ';': 'semicolon',
  explain: 'explain',
  create: 'create',
  temp: 'temp',
  temporary: 'temp',
  trigger: 'trigger',
  end: 'end',
};

const transitions: Readonly<Record<State, { readonly other: State } & Partial<Record<Token, State>>>> = {
  start: { other: 'normal', semicolon: 'start', explain: 'explain', create: 'create' },
  normal: { other: 'normal', semicolon: 'start' },
  explain: {
    other: 'explain',
    semicolon: 'start',
    explain: 'normal',
    create: 'create',
    temp: 'normal',
    trigger: 'normal',
    end: 'normal',
  },
  create: { other: 'normal', semicolon: 'start', temp: 'create', trigger: 'trigger' },
  trigger: { other: 'trigger', semicolon: 'trigger-semicolon' },
  'trigger-semicolon': { other: 'trigger', semicolon: 'trigger-semicolon', end: 'trigger-end' },
  'trigger-end': { other: 'trigger', semicolon: 'start' },
};

function toToken(match: RegExpExecArray): Token | 'blank' {
  if (match[1] !== undefined) return 'blank';
  return keywords[match[0].toLowerCase()] ?? 'other';
}
