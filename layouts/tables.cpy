      * samspil: the shipped tables (records/groups.txt, texts.txt and
      * messages.txt, line form: one row on a line, LF, trailing blanks
      * may be stripped).
      *
      * What a security group may do: one right in each row.
       01 GROUP-ROW.
           05 SECURITY-GROUP                  PIC X(8).
           05 RIGHT-KIND                      PIC X.
               88 RIGHT-FUNCTION              VALUE "F".
               88 RIGHT-EVENT                 VALUE "E".
      *        whose events it may act for: CODE is OWN, ALL or REP
      *        (own MYNKOD, every authority, what it reported itself)
               88 RIGHT-SCOPE                 VALUE "S".
           05 RIGHT-CODE                      PIC X(4).
      *    events only: D straight to the register, G by approval
           05 RIGHT-MODE                      PIC X.
           05 FILLER                          PIC X(18).
      *
      * Texts of codes: kind, code, language, text.
       01 CODE-TEXT-ROW.
           05 TEXT-KIND                       PIC X(10).
           05 TEXT-CODE                       PIC X(4).
           05 TEXT-LANGUAGE                   PIC X(2).
           05 TEKST                           PIC X(40).
      *
      * Texts of messages and of FEJLNR: number, language, text.
       01 MESSAGE-ROW.
           05 MEDDNR                          PIC 9(4).
           05 TEXT-LANGUAGE                   PIC X(2).
           05 TEKST                           PIC X(85).
      *
      * A version of a table (rules, groups, texts, messages), key its
      * number; behind it the table's file as it was loaded.
       01 RULE-VERSION-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 VERSION-NUMBER                  PIC 9(9).
      *    first business date on which it is in force, yyyyMMdd
           05 VALID-FROM                      PIC 9(8).
      *    local time and account of the load
           05 LOADED                          PIC 9(20).
           05 LOADED-BY                       PIC X(32).
           05 WITHDRAWN                       PIC X.
               88 IS-WITHDRAWN                VALUE "Y".
           05 FILLER                          PIC X(28).
