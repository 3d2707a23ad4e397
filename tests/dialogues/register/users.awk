# The commands that make customers and users: the input is the file `users`.
/^#/ || NF == 0 { next }
$1 == "customer" {
  options = $0
  sub(/^[^ ]+ +[^ ]+ +[^ ]+/, "", options)
  printf "samspil customer add --kundenr %s --name '%s'%s\n", $2, $3, options
  next
}
$1 == "user" {
  printf "printf '%%s\\n' '%s' | samspil user add --kundenr %s --user %s --group %s%s --password-stdin\n",
    password, $2, $3, $4, (NF > 4 ? " --authority " $5 : "")
  next
}
{ print "users: line " NR " is neither a customer nor a user" > "/dev/stderr"; exit 12 }
