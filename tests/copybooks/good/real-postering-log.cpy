      * A journal of changes: before and after.
       01 LOGPOST.
           05 LOG-NR                        PIC 9(18) COMP.
           05 LOG-TID                       PIC X(26).
           05 BRUGER                        PIC X(8).
           05 HANDLING                      PIC X.
               88 OPRET                     VALUE "O".
               88 RET                       VALUE "R".
               88 SLET                      VALUE "S".
           05 TABELNAVN                     PIC X(18).
           05 FOER-BILLEDE                  PIC X(400).
           05 FOER-KUNDE                    REDEFINES FOER-BILLEDE.
               10 F-KUNDENR                 PIC 9(9) COMP.
               10 F-NAVN                    PIC X(40).
               10 F-SALDO                   PIC S9(11)V99 COMP-3.
           05 FOER-KONTO                    REDEFINES FOER-BILLEDE.
               10 F-KONTONR                 PIC 9(10).
               10 F-RENTE                   PIC S9(3)V9(4) COMP-3.
               10 F-GRENSER                 PIC S9(9) COMP OCCURS 10.
           05 EFTER-BILLEDE                 PIC X(400).
           05 EFTER-KUNDE                   REDEFINES EFTER-BILLEDE.
               10 E-KUNDENR                 PIC 9(9) COMP.
               10 E-NAVN                    PIC X(40).
               10 E-SALDO                   PIC S9(11)V99 COMP-3.
