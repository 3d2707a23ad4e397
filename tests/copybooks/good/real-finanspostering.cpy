      * Postings of a ledger with dimensions.
       01 POSTERING.
           05 BILAG.
               10 BILAGSAAR                 PIC 9(4).
               10 BILAGSNR                  PIC 9(8).
           05 POSTERINGSTEKST               PIC X(50).
           05 ARTSKONTO                     PIC 9(8).
           05 DIMENSIONER.
               10 DIM-1                     PIC X(10).
               10 DIM-2                     PIC X(10).
               10 DIM-3                     PIC X(10).
               10 DIM-4                     PIC X(10).
               10 DIM-5                     PIC X(10).
           05 DIM-TABEL                     REDEFINES DIMENSIONER.
               10 DIM
                    PIC X(10) OCCURS 5 TIMES INDEXED BY DX.
           05 DEBET                         PIC S9(15)V99 COMP-3.
           05 KREDIT                        PIC S9(15)V99 COMP-3.
           05 MOMSKODE                      PIC X(3).
           05 DANNET-AF                     PIC X(8).
           05 TIDSSTEMPEL                   PIC 9(14).
           05 TID-DELE                      REDEFINES TIDSSTEMPEL.
               10 TS-AAR                    PIC 9(4).
               10 TS-MAANED                 PIC 99.
               10 TS-DAG                    PIC 99.
               10 TS-TIME                   PIC 99.
               10 TS-MIN                    PIC 99.
               10 TS-SEK                    PIC 99.
