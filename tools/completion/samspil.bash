# bash completion for samspil; install as /usr/share/bash-completion/completions/samspil

_samspil()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local first='' second='' word skip='' i
    COMPREPLY=()

    # The words of the command before the cursor, options and their values aside.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $skip ]]; then
            skip=''
        elif [[ $word == --home ]]; then
            skip=1
        elif [[ $word != -* && -z $first ]]; then
            first=$word
        elif [[ $word != -* && -z $second ]]; then
            second=$word
        fi
    done

    case $prev in
        --file)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return
            ;;
        --out)
            compopt -o filenames
            # A file of extract, a directory of generate.
            local kind=-d
            [[ $first == extract ]] && kind=-f
            mapfile -t COMPREPLY < <(compgen "$kind" -- "$cur")
            return
            ;;
        --home)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$cur")
            return
            ;;
        --rules | --examples)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return
            ;;
        --group)
            mapfile -t COMPREPLY < <(compgen -W 'BORGER KOMMUNE OPSLAG CPRADM' -- "$cur")
            return
            ;;
        --language)
            mapfile -t COMPREPLY < <(compgen -W 'da en' -- "$cur")
            return
            ;;
        --state)
            mapfile -t COMPREPLY < <(compgen -W 'A G E X T F' -- "$cur")
            return
            ;;
        --transactions)
            mapfile -t COMPREPLY < <(compgen -W 'SAMS PRIV OFF4' -- "$cur")
            return
            ;;
        --code-page)
            mapfile -t COMPREPLY < <(compgen -W 'ISO-8859-1 IBM277 IBM1142' -- "$cur")
            return
            ;;
        --framing)
            local prefixes='len2 len4 ascii4 llzz rdw'
            mapfile -t COMPREPLY < <(compgen -W "line solid $prefixes ${prefixes// /+self }+self" -- "$cur")
            return
            ;;
        --comp-5)
            mapfile -t COMPREPLY < <(compgen -W 'little big' -- "$cur")
            return
            ;;
        --format)
            mapfile -t COMPREPLY < <(compgen -W 'fixed free' -- "$cur")
            return
            ;;
        --kundenr | --user | --authority | --name | --task | --records | --address | --certificate | --date | --from | \
            --to | --last | --since | --actor | --persons | --seed | --record | --pnr | --deadline | --max | --reason | \
            --version-number | --lrecl)
            return
            ;;
    esac

    local words='' files=''
    case $first in
        '') words='init load extract generate customer user session service person waiting effectuate audit rules groups texts layout verify stat checkpoint' ;;
        load) words='persons authorities roads' ;;
        customer) words='add list show change subscribe unsubscribe subscriptions' ;;
        user) words='add list show change lock unlock reset delete' ;;
        session) words='list end' ;;
        person) words='show history' ;;
        waiting) words='list show approve reject withdraw' ;;
        audit) words='show person verify head' ;;
        groups | texts) words='list show check load rollback versions' ;;
        rules) words='check load rollback list show explain test' ;;
        service) words='close open show' ;;
        layout) words='list show check decode diff doc' ;;
    esac
    [[ -n $second ]] && words=''

    case "$first $second" in
        'load persons') words='--force-sequence' files=1 ;;
        'load authorities' | 'load roads') words='--without-end --force-sequence' files=1 ;;
        'generate '*) words='--persons --seed --out' ;;
        'customer add' | 'customer change')
            words='--kundenr --name --transactions --task --records --address --certificate'
            ;;
        'extract '*) words='--kundenr --out --solid --full --date' ;;
        'customer subscribe' | 'customer unsubscribe') words='--kundenr --file' ;;
        'customer show' | 'customer subscriptions' | 'user list') words='--kundenr' ;;
        'user add') words='--kundenr --user --group --authority --language --password-stdin --date' ;;
        'user change') words='--kundenr --user --group --authority --language --date' ;;
        'user reset') words='--kundenr --user --password-stdin --date' ;;
        'user show' | 'user lock' | 'user unlock' | 'user delete') words='--kundenr --user' ;;
        'session list' | 'session end') words='--kundenr --user' ;;
        'waiting list') words='--state --authority --pnr --deadline --from --max' ;;
        'waiting approve' | 'waiting reject' | 'waiting withdraw') words='--reason --date' ;;
        'waiting show' | 'effectuate '*) words='--date' ;;
        'audit show') words='--from --to --last --since --actor' ;;
        'rules check') words='--date' files=1 ;;
        'layout show') words='--record --format' files=1 ;;
        'layout check') words='--format' files=1 ;;
        'layout diff') words='--record --format' files=1 ;;
        'layout doc') words='--examples --record --format' files=1 ;;
        'rules load') words='--from --date' files=1 ;;
        'rules explain') words='--group --authority --date --clear' files=1 ;;
        'rules show') words='--version-number --date' ;;
        'rules rollback' | 'rules list' | 'groups list' | 'groups rollback' | 'groups versions') words='--date' ;;
        'rules test') words='--rules' files=1 ;;
        'layout decode')
            words='--record --code-page --framing --lrecl --comp-5 --redefines --format' files=1
            ;;
        'groups check') words='--date' files=1 ;;
        'groups load') words='--from --date' files=1 ;;
        'groups show') words='--version-number --date' ;;
        'texts '*)
            words='--date'
            [[ $second == load ]] && words='--from --date'
            [[ $second == show ]] && words='--version-number --date'
            if [[ $prev == "$second" ]]; then
                words+=' codes messages'
            elif [[ $second == check || $second == load ]]; then
                files=1
            fi
            [[ -z $second ]] && words='list show check load rollback versions'
            ;;
    esac

    mapfile -t COMPREPLY < <(compgen -W "$words --home --json --help" -- "$cur")
    if [[ -n $files && $cur != -* ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -F _samspil samspil
