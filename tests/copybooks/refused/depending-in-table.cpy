       01 R.
           05 T OCCURS 3.
               10 N PIC 9.
               10 A PIC X OCCURS 1 TO 5 DEPENDING ON N.
