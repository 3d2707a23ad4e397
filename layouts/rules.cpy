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
