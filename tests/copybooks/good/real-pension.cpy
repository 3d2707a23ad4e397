      * A pension agreement with history of contributions.
       01 PENSIONSAFTALE.
           05 AFTALE-ID                     PIC X(12).
           05 STATUS-KODE                   PIC X(2).
               88 AKTIV                     VALUE "AK".
               88 HVILENDE                  VALUE "HV".
               88 UDBETALT                  VALUE "UB" "UD".
           05 OPRETTET                      PIC 9(8) COMP.
           05 DEKNING.
               10 DOED                      PIC S9(9)V99 COMP-3.
               10 INVALIDITET               PIC S9(9)V99 COMP-3.
               10 KRITISK-SYGDOM            PIC S9(9)V99 COMP-3.
               10 BOERN                     OCCURS 4 TIMES.
                   15 BARN-FOEDT            PIC 9(8).
                   15 BARN-SUM              PIC S9(7) COMP-3.
           05 AFKAST-PROCENT                PIC SV9(5) COMP.
           05 OMKOSTNING                    PIC SVPP9(3).
           05 MILLIONER                     PIC S9(4)P(3).
           05 INDBETALING-ANTAL             PIC S9(4) COMP.
           05 INDBETALING
                    OCCURS 0 TO 480 TIMES DEPENDING ON
                    INDBETALING-ANTAL.
               10 MAANED                    PIC 9(6) COMP-3.
               10 EGET-BIDRAG               PIC S9(7)V99 COMP-3.
               10 FIRMA-BIDRAG              PIC S9(7)V99 COMP-3.
               10 KILDE                     PIC X.
