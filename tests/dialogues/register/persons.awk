# Writes a person file (formats.md, line form, ISO-8859-1) from `people`, one person a line:
#
#   PNR STATUS ADDRESS SINCE FIRST-NAME SURNAME [key=value...]
#
# ADDRESS is KOMKOD-VEJKOD-HUSNR[-ETAGE[-SIDEDOER]], or - for none; SINCE is the day of the address and of STATUS
# (yyyymmdd). Keys: middle=NAME; civst=C and spouse=PNR; child=PNR (any number); mother=PNR, father=PNR;
# prot=TYPE:START[:END] (dates yyyy-mm-dd); abroad=COUNTRY:LINE; was=ADDRESS:FROM:TO[:ANNKOR] (record 023);
# valid=PNR (PNRGAELD); start=yyyy-mm-dd (START-DT-PERSON); lines=LINE:START[:END] (SUPLADR1 of 002);
# contact=LINE:START[:END] (006); gone=yyyymmdd (007); citizen=COUNTRY:yyyymmdd (010); church=F:yyyy-mm-dd (011);
# wed=yyyymmdd (HAENSTART of 012); spousename=NAME, mothername=NAME, fathername=NAME (012, 015);
# event=CODE:yyyymmddhhmm[:MARK] (099, any number); job=TEXT (STILLING); guardian=PNR:START[:END] (017).
# _ in a value stands for a blank.
# A line "road KOMKOD VEJKOD POSTNR DISTRICT NAME" names a road of the addresses behind it; DISTRICT - is none.

function out(text) { sub(/ +$/, "", text); print text; records++ }
function left(text, width) { return sprintf("%-" width "s", substr(text, 1, width)) }
function day(text) { return text "0000" }
function iso(text) { return substr(text, 1, 4) "-" substr(text, 5, 2) "-" substr(text, 7, 2) }
function words(text) { gsub(/_/, " ", text); return text }

# The date of birth, by digit 7 and the year.
function born(pnr,   year, digit) {
  year = substr(pnr, 5, 2) + 0; digit = substr(pnr, 7, 1) + 0
  if (digit < 4) year += 1900
  else if (digit == 4 || digit == 9) year += year < 37 ? 2000 : 1900
  else year += year < 58 ? 2000 : 1800
  return year "-" substr(pnr, 3, 2) "-" substr(pnr, 1, 2)
}

# KOMKOD VEJKOD HUSNR ETAGE SIDEDOER BNR of an address, 22 bytes; sets `kom` and `vej`.
function address(text,   p) {
  split(text, p, "-")
  kom = p[1]; vej = p[2]; husnr = p[3]; etage = p[4]; door = p[5]
  return p[1] p[2] left(p[3], 4) left(p[4], 2) sprintf("%4s", p[5]) "    "
}

# Five lines, the first filled, with START and END.
function text_address(text,   p) {
  split(text, p, ":")
  return left(p[1], 170) left(p[2], 10) left(p[3], 10)
}

# STANDARDADR as CPR writes it.
function standard(   n) {
  n = husnr; sub(/^0+/, "", n)
  n = name[kom vej] " " n
  if (etage != "") { sub(/^0/, "", etage); n = n ", " etage "." }
  if (door != "") { sub(/^0+/, "", door); n = n " " door }
  return n
}

BEGIN { print "000" "0000000000" "990021" "20260601" "00000000" }
/^#/ || NF == 0 { next }
$1 == "road" { post[$2 $3] = $4; district[$2 $3] = $5 == "-" ? "" : words($5); name[$2 $3] = words($6); next }
NF < 6 || length($1) != 10 || $1 ~ /[^0-9]/ { print "people: line " NR " is no person" > "/dev/stderr"; exit 12 }
{
  pnr = $1; status = $2; since = $4; first = $5; surname = $6
  delete value; rows_004 = rows_014 = rows_023 = rows_099 = ""
  for (i = 7; i <= NF; i++) {
    key = $i; sub(/=.*/, "", key)
    text = $i; sub(/^[^=]*=/, "", text)
    value[key] = words(text)
    if (key == "prot") { split(text, p, ":"); rows_004 = rows_004 "004" pnr p[1] p[2] left(p[3], 10) "\n" }
    if (key == "child") rows_014 = rows_014 "014" pnr text "\n"
    if (key == "event") { split(text, p, ":"); rows_099 = rows_099 "099" pnr p[2] p[1] left(p[3], 2) "\n" }
    if (key == "was") {
      split(text, p, ":")
      rows_023 = rows_023 "023" pnr left(p[4], 1) address(p[1]) left("", 34) day(p[2]) " " day(p[3]) " \n"
    }
  }
  full = first (value["middle"] != "" ? " " value["middle"] : "") " " surname
  birth = born(pnr)
  start = value["start"] != "" ? value["start"] : birth
  out("001" pnr left(value["valid"], 10) status day(since) " " (substr(pnr, 10) % 2 ? "M" : "K") birth " " start " " \
      left("", 11) value["job"])
  if ($3 != "-") {
    where = address($3)
    out("002" pnr where left("", 34) day(since) " " day(since) " " "0000" "000000000000" " " "0000" \
        (value["lines"] != "" ? text_address(value["lines"]) : ""))
    out("003" pnr left(full, 34) left("", 68) left(standard(), 34) left("", 34) post[kom vej] \
        left(district[kom vej], 20) where name[kom vej])
  } else {
    out("003" pnr left(full, 34) left("", 136) "0000" left("", 20) "00000000")
  }
  printf "%s", rows_004; records += gsub(/\n/, "&", rows_004)
  if (value["abroad"] != "") {
    split(value["abroad"], p, ":")
    out("005" pnr p[1] day(since) " " p[2])
  }
  if (value["contact"] != "") out("006" pnr text_address(value["contact"]))
  if (value["gone"] != "") out("007" pnr day(value["gone"]) " ")
  out("008" pnr left(first, 50) " " left(value["middle"], 40) " " left(surname, 40) " " day(substr(birth, 1, 4) \
      substr(birth, 6, 2) substr(birth, 9, 2)) " " left(full, 34))
  if (value["citizen"] != "") {
    split(value["citizen"], p, ":")
    out("010" pnr p[1] day(p[2]) " ")
  }
  if (value["church"] != "") {
    split(value["church"], p, ":")
    out("011" pnr p[1] left(p[2], 10) " ")
  }
  out("012" pnr (value["civst"] != "" ? value["civst"] : "U") left(value["spouse"], 10) left("", 11) \
      left(value["spousename"], 34) " " (value["wed"] != "" ? day(value["wed"]) : "000000000000") " ")
  printf "%s", rows_014; records += gsub(/\n/, "&", rows_014)
  out("015" pnr left("", 11) (value["mother"] != "" ? value["mother"] : "0000000000") left("", 11) \
      left(value["mothername"], 34) left("", 12) (value["father"] != "" ? value["father"] : "0000000000") left("", 11) \
      left(value["fathername"], 34))
  if (value["guardian"] != "") {
    split(value["guardian"], p, ":")
    out("017" pnr p[2] " " left(p[3], 10) "0001" p[1] p[2])
  }
  printf "%s", rows_023; records += gsub(/\n/, "&", rows_023)
  printf "%s", rows_099; records += gsub(/\n/, "&", rows_099)
}
END { printf "9999999999999%08d\n", records }
