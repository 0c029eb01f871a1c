export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Line in the output of `complete` that asks for file names. */
export const FILES = ':files';

/** Scripts that make a shell ask `threat-memo complete` for completions. */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# Completion of threat-memo for bash.
_threat_memo() {
  local line=\${COMP_LINE:0:COMP_POINT} cur=\${COMP_WORDS[COMP_CWORD]} word value says files=
  # Bash takes words apart at = and : too; what stands before the last of them is written already.
  case $cur in :|=) cur= ;; esac
  word=\${line##*[[:space:]]}
  local before=\${word%"$cur"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value says; do
    if [[ $value == '${FILES}' ]]; then files=1; continue; fi
    [[ $value == [\\"\\']* ]] || value=\${value#"$before"}
    COMPREPLY+=("$(printf '%q' "$value")")
  done < <("\${COMP_WORDS[0]}" complete -- "$line" 2>/dev/null)
  if [[ $files ]]; then
    local name
    while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$cur")
    compopt -o filenames 2>/dev/null
  fi
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
}
complete -F _threat_memo threat-memo
`,
  zsh: `#compdef threat-memo
# Completion of threat-memo for zsh.
_threat_memo() {
  local -a found
  local line value says files=
  while IFS= read -r line; do
    if [[ $line == '${FILES}' ]]; then files=1; continue; fi
    value=\${line%%$'\\t'*}
    says=\${line#*$'\\t'}
    found+=("\${value//:/\\\\:}:$says")
  done < <("$words[1]" complete -- "\${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)
  (( \${#found} )) && _describe -V 'threat-memo' found
  [[ -n $files ]] && _files
  return 0
}
(( $+functions[compdef] )) && compdef _threat_memo threat-memo
`,
  fish: `# Completion of threat-memo for fish.
function __threat_memo_complete
    set -l line (commandline -cp)
    for found in (threat-memo complete -- "$line" 2>/dev/null)
        if test "$found" = '${FILES}'
            __fish_complete_path (commandline -ct)
        else
            echo $found
        end
    end
end
complete -c threat-memo -f -a '(__threat_memo_complete)'
`,
};
