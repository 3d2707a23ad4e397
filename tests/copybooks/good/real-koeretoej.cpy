      * A vehicle with its owners and inspections.
       01 KOERETOEJ.
           10 STELNR                        PIC X(17).
           10 REGNR-PLADE                   PIC X(7).
           10 ART                           PIC X(2).
           10 FABRIKAT                      PIC X(20).
           10 MODEL                         PIC X(20).
           10 FOERSTE-REG                   PIC 9(8).
           10 TEKNIK.
               20 EGENVEGT                  PIC 9(5) COMP.
               20 TOTALVEGT                 PIC 9(5) COMP.
               20 SLAGVOLUMEN               PIC 9(4)V9 COMP-3.
               20 EFFEKT-KW                 PIC 9(3)V99 COMP-3.
               20 CO2                       PIC 9(3).
               20 AKSLER                    OCCURS 4 TIMES.
                   30 AKSELTRYK             PIC 9(5) COMP-3.
                   30 DAEK                  PIC X(12).
           10 EJER                          OCCURS 5 TIMES.
               20 EJER-PNR                  PIC X(10).
               20 EJER-CVR                  REDEFINES EJER-PNR.
                   30 CVR                   PIC 9(8).
                   30 FILLER                PIC XX.
               20 EJER-FRA                  PIC 9(8).
               20 EJER-TIL                  PIC 9(8).
           10 SYN                           OCCURS 10.
               20 SYNSDATO                  PIC 9(8).
               20 KM                        PIC 9(7) COMP-3.
               20 RESULTAT                  PIC X.
                   88 GODKENDT              VALUE "G".
                   88 BETINGET              VALUE "B".
                   88 OMSYN                 VALUE "O".
                   88 IKKE-GODKENDT         VALUE "I".
           10 AFGIFT                        PIC S9(7)V99 COMP-3.
