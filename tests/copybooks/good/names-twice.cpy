      * The same name in two groups.
       01 R.
           05 FRA.
               10 KOMKOD PIC 9(4).
               10 VEJKOD PIC 9(4).
           05 TIL.
               10 KOMKOD PIC 9(4).
               10 VEJKOD PIC 9(4) COMP.
