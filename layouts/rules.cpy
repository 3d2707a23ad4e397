      * samspil: rule tables (records/rules/*.txt, line form: one row
      * on a line, LF, trailing blanks may be stripped; a line with *
      * in column 1 is a comment). docs/rules.md tells the language.
      *
      * A rule is a row, and rows behind it with blank REGELNR where
      * its lists or its condition go on.
       01 RULE-ROW.
      *    number of the rule, in answers and explanations
           05 REGELNR                         PIC X(8).
           05 FILLER                          PIC X.
           05 RULE-STEP                       PIC X.
               88 STEP-KEYS                   VALUE "K".
               88 STEP-DATA                   VALUE "D".
           05 FILLER                          PIC X.
           05 MEDDNR                          PIC X(4).
           05 FILLER                          PIC X.
           05 KLASSE                          PIC X.
               88 KLASSE-RULE                 VALUE "F" "A" "I".
           05 FILLER                          PIC X.
      *    business dates yyyyMMdd, zeros: no limit
           05 VALID-FROM                      PIC X(8).
           05 FILLER                          PIC X.
           05 VALID-TO                        PIC X(8).
           05 FILLER                          PIC X.
      *    codes with a blank between, * for all
           05 RULE-EVENTS                     PIC X(15).
           05 FILLER                          PIC X.
      *    security groups, or OWN ALL REP (whom they act for), or *
           05 RULE-GROUPS                     PIC X(8).
           05 FILLER                          PIC X.
      *    fields, or *9 and *X for all digits and text fields
           05 RULE-FELT                       PIC X(17).
           05 FILLER                          PIC X.
      *    message numbers that keep the rule from being looked at
           05 RULE-NOT-AFTER                  PIC X(14).
           05 FILLER                          PIC X.
           05 RULE-CONDITION                  PIC X(106).
      *
      * A case of a table of cases (records/rules/cases, line form as
      * above): an event as a user sends it, and the messages that it
      * must get. A case is a row, and rows behind it with blank
      * CASE-NR where its data or its messages go on.
       01 CASE-ROW.
           05 CASE-NR                         PIC X(12).
           05 FILLER                          PIC X.
      *    K: INIT alone, D: INIT, and VALI when it holds
           05 RULE-STEP                       PIC X.
               88 STEP-KEYS                   VALUE "K".
               88 STEP-DATA                   VALUE "D".
           05 FILLER                          PIC X.
      *    the keys, as they come
           05 HAENDELSE                       PIC X(3).
           05 FILLER                          PIC X.
           05 PNR                             PIC X(10).
           05 FILLER                          PIC X.
           05 HDTO                            PIC X(8).
           05 FILLER                          PIC X.
           05 KOMKOD                          PIC X(4).
           05 FILLER                          PIC X.
      *    who reports, and on which business date yyyyMMdd
           05 SECURITY-GROUP                  PIC X(8).
           05 FILLER                          PIC X.
           05 MYNKOD                          PIC X(4).
           05 FILLER                          PIC X.
           05 BUSINESS-DATE                   PIC X(8).
           05 FILLER                          PIC X.
      *    FIELD=value, FIELD(2)=value; lower case: what is supposed
           05 CASE-DATA                       PIC X(60).
           05 FILLER                          PIC X.
      *    a message: of INIT (K) or VALI (D), as MEDDELELSE has it
           05 EXPECTED-STEP                   PIC X.
           05 FILLER                          PIC X.
           05 MEDDNR                          PIC X(4).
           05 FILLER                          PIC X.
           05 KLASSE                          PIC X.
               88 KLASSE-RULE                 VALUE "F" "A" "I".
           05 FILLER                          PIC X.
           05 FELT                            PIC X(20).
           05 FILLER                          PIC X.
           05 FOREKOMST                       PIC X(2).
