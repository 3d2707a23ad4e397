      * Two tables, each with its counter at the beginning.
       01 R.
           05 N PIC 9.
           05 M PIC 9(2) COMP-3.
           05 T PIC XX OCCURS 0 TO 5 DEPENDING ON N.
           05 U OCCURS 1 TO 20 DEPENDING ON M.
               10 A PIC X(3).
               10 B PIC 9 COMP-3.
