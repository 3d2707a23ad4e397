       01 R.
           05 A PIC X(10).
           05 B REDEFINES A.
               10 N PIC 9.
               10 T PIC X OCCURS 1 TO 9 DEPENDING ON N.
