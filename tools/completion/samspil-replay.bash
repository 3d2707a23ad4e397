# Completion for bash: source this file, or put it into
# /usr/share/bash-completion/completions as samspil-replay.
_samspil_replay() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  case $before in
    --ca | --certificate | --key | --record | --checkpoint | --out)
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      return
      ;;
    --connect | --kundenr | --user | --parallel | --rate | --lrecl)
      COMPREPLY=()
      return
      ;;
    --code-page) mapfile -t COMPREPLY < <(compgen -W 'ISO-8859-1' -- "$word"); return ;;
    --framing) mapfile -t COMPREPLY < <(compgen -W 'header' -- "$word"); return ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--connect --ca --certificate --key --kundenr --user --password-stdin --parallel
      --rate --repeat --continue --explain --record --clear --checkpoint --raw --lrecl --out --code-page --framing --json
      --help --version' -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _samspil_replay samspil-replay
