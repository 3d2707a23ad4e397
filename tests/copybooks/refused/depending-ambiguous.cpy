       01 R.
           05 F.
               10 N PIC 9.
           05 G.
               10 N PIC 9.
           05 A PIC X OCCURS 1 TO 5 DEPENDING ON N.
