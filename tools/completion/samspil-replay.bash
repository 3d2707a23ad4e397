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
    --code-page) mapfile -t COMPREPLY < <(compgen -W 'ISO-8859-1 IBM277 IBM1142' -- "$word"); return ;;
    --framing | --file-framing)
      mapfile -t COMPREPLY < <(compgen -W 'header len2 len2+self len4 len4+self ascii4 ascii4+self llzz llzz+self rdw
        rdw+self' -- "$word")
      return
      ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--connect --ca --certificate --key --kundenr --user --password-stdin --parallel
      --rate --repeat --continue --explain --record --clear --checkpoint --receipts --raw --lrecl --out --code-page --framing
      --file-framing --json --help --version' -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _samspil_replay samspil-replay
