      * A table of DEPENDING ON at the end.
       01 R.
           05 N PIC 99.
           05 T PIC X(3) OCCURS 1 TO 20 TIMES DEPENDING ON N.
