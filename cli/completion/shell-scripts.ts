/** The shells that can complete the command line. */
export const shellNames = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof shellNames)[number];

/**
 * For each shell, the script that asks `freehold complete` for candidates. The words are passed as arguments and never
 * evaluated: what a person has typed so far must not run.
 */
export const shellScripts: Readonly<Record<ShellName, string>> = {
  bash: `_freehold() {
  local IFS=$'\\n'
  COMPREPLY=($(freehold complete --shell bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _freehold freehold
`,
  zsh: `_freehold() {
  local -a candidates
  candidates=("\${(@f)$(freehold complete --shell zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  _describe freehold candidates
}
compdef _freehold freehold
`,
  fish: `complete --command freehold --no-files --arguments \\
  '(freehold complete --shell fish -- (commandline -opc)[2..-1] "$(commandline -ct)" 2>/dev/null)'
`,
};
