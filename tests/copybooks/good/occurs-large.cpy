      * A large table.
       01 R.
           05 A OCCURS 10000 TIMES.
               10 B PIC X(80).
               10 C PIC S9(9) COMP.
           05 D PIC X.
