      * A counter named with its group.
       01 R.
           05 G.
               10 N PIC 9.
           05 H.
               10 N PIC 9.
           05 T PIC X OCCURS 1 TO 5 DEPENDING ON N OF H IN R.
