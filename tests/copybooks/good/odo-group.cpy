      * The table in a group with its counter.
       01 R.
           05 A PIC X(3).
           05 G.
               10 N PIC 9(2).
               10 T OCCURS 1 TO 6 DEPENDING ON N.
                   15 B PIC X.
                   15 C PIC 9(3).
