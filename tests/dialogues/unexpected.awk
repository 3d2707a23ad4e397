# Refusals that no line of a script expects, and scripts that did not come to their end. Arguments: the scripts, then
# what samspil-replay recorded, in which a comment before each message says FILE:LINE and the answer begins with <;
# `why` is what the tool said when it ended before the end.
FNR == 1 { if (++file < ARGC - 1) names[file] = FILENAME }
file < ARGC - 1 {
  if (/^>/) { asked = FILENAME ":" FNR; last[FILENAME] = asked }
  if (/^</) expected[asked] = 1
  next
}
/^> / { direkte = /^> (PRIV|OFF4)/ }
# CPR Direkte: FEJLNR behind KUNDENR, two types, the token or its name, and the user.
direkte && /^< [0-9]/ && !(place in expected) {
  token = substr($0, 9, 1) == "{" ? 7 : 8
  number = substr($0, 9 + token + 8, 2)
  if (number != "00") print place ": a refusal that no line expects: " number
}
/^\* / { place = $2; sub(/,.*/, "", place); seen[place] = 1 }
# KVIT and ANTAL-MEDD, FILLER, and the first MEDDELELSE's number; names in braces shift the bytes before them.
/^< SAMS.*F[0-9][0-9]          [0-9][0-9][0-9][0-9][FAI]/ && !(place in expected) {
  match($0, /F[0-9][0-9]          /)
  print place ": a refusal that no line expects: " substr($0, RSTART + 13, 24)
}
END {
  for (i = 1; i < ARGC - 1; i++)
    if (!(last[names[i]] in seen)) print names[i] ":0: was not played to its end: " why
}
