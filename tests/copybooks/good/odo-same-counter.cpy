      * One counter for two tables.
       01 R.
           05 N PIC 9(2).
           05 T PIC X(4) OCCURS 1 TO 10 DEPENDING ON N.
           05 U PIC 9(7) COMP-3 OCCURS 1 TO 10 DEPENDING ON N.
