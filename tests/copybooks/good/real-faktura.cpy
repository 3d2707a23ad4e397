      * An invoice: lines, each with discounts.
       01 FAKTURA.
           05 FAKTURA-HOVED.
               10 FAKTURANR                 PIC 9(9).
               10 FAKTURADATO               PIC 9(4)/99/99.
               10 FORFALD                   PIC 99B99B9999.
               10 EAN-LOKATION              PIC 9(13) COMP-3.
               10 VALUTAKODE                PIC X(3) VALUE "DKK".
               10 KURS                      PIC S9(3)V9(6) COMP-3.
           05 KUNDE.
               10 KUNDE-ID                  PIC X(8).
               10 KUNDE-NAVN                PIC X(30).
               10 KUNDE-ADR                 PIC X(30) OCCURS 3 TIMES.
           05 LINJER                        OCCURS 30 TIMES.
               10 VARENR                    PIC X(12).
               10 VARETEKST                 PIC X(40).
               10 ANTAL                     PIC S9(7)V999 COMP-3.
               10 ENHEDSPRIS                PIC S9(9)V9(4) COMP-3.
               10 RABAT                     OCCURS 3.
                   15 RABATKODE             PIC X.
                   15 RABATPCT              PIC 99V99 COMP-3.
               10 LINJETOTAL                PIC -(9)9.99.
           05 MOMS
                    PIC S9(11)V99 SIGN LEADING SEPARATE.
           05 I-ALT                         PIC ZZZ,ZZZ,ZZ9.99-.
           05 I-ALT-TEKST                   PIC $$$,$$$,$$9.99CR.
           05 BETALINGS-ID                  PIC X(15).
           05 FIK                           REDEFINES BETALINGS-ID.
               10 FIK-KORTART               PIC 99.
               10 FIK-NR                    PIC 9(13).
