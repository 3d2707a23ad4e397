      * A claim with its parties and payments.
       01 SKADESAG.
           05 SAG-ID                        PIC 9(10).
           05 POLICE                        PIC X(12).
           05 SKADEDATO                     PIC 9(8).
           05 SKADEKODE                     PIC 9(3).
               88 BRAND                     VALUE 100 THRU 199.
               88 VAND                      VALUE 200 THRU 299.
               88 TYVERI
                    VALUE 300, 310, 320 THRU 329.
               88 ANDET                     VALUE 900 THRU 999.
           05 PART-TABEL.
               10 PART
                    OCCURS 6 TIMES INDEXED BY PX.
                   15 ROLLE                 PIC X.
                       88 SKADELIDT         VALUE "L".
                       88 SKADEVOLDER       VALUE "V".
                       88 VIDNE             VALUE "W".
                   15 PART-ID               PIC X(10).
                   15 PART-NAVN             PIC X(40).
                   15 TLF                   OCCURS 2 TIMES PIC 9(8).
           05 HENSAT                       PIC S9(11)V99 COMP-3.
           05 SELVRISIKO                    PIC S9(7) COMP-3.
           05 UDBETALT                      OCCURS 24 TIMES.
               10 UDB-DATO                  PIC 9(8) COMP-3.
               10 UDB-BELOEB                PIC S9(9)V99 COMP-3.
               10 UDB-KONTO.
                   15 UDB-REGNR             PIC 9(4).
                   15 UDB-KONTONR           PIC 9(10).
           05 NOTAT                         PIC X(200).
           05 NOTAT-LINJER                  REDEFINES NOTAT.
               10 NOTAT-LINJE               PIC X(40) OCCURS 5.
