      * Tables with and without TIMES.
       01 R.
           05 A PIC X OCCURS 3.
           05 B PIC 9(2) OCCURS 12 TIMES.
           05 C OCCURS 2 TIMES.
               10 D PIC X(2).
               10 E PIC S9(3) COMP-3.
           05 F OCCURS 5 TIMES PIC X(3).
           05 G PIC X.
