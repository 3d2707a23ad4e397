      * A counter of a large table.
       01 R.
           05 N PIC 9(5).
           05 T OCCURS 0 TO 9999 TIMES DEPENDING ON N.
               10 A PIC X(10).
               10 B PIC S9(9)V99 COMP-3.
