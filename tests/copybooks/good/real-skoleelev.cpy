      * A pupil with marks in subjects.
       01 ELEV.
           05 ELEV-ID                       PIC 9(6).
           05 PNR                           PIC X(10).
           05 NAVN.
               10 FORNAVN                   PIC X(30).
               10 EFTERNAVN                 PIC X(30).
           05 KLASSE.
               10 TRIN                      PIC 99.
               10 SPOR                      PIC X.
           05 FAG                           OCCURS 15 TIMES.
               10 FAGKODE                   PIC X(4).
               10 KARAKTER
                    PIC S99 SIGN LEADING SEPARATE OCCURS 3 TIMES.
               10 FRAVER                    PIC 9(3)V9 COMP-3.
           05 SNIT                          PIC S99V99 SIGN IS LEADING.
