      * A fixed table in a varying one.
       01 R.
           05 N PIC 9.
           05 T OCCURS 1 TO 4 DEPENDING ON N INDEXED BY IX.
               10 A PIC X OCCURS 3.
               10 B OCCURS 2.
                   15 C PIC S9(4) COMP.
                   15 D PIC X.
