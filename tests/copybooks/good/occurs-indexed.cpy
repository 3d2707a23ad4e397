      * INDEXED BY names that take no room.
       01 R.
           05 A PIC X(2) OCCURS 3 INDEXED BY IX-A.
           05 B OCCURS 4 TIMES INDEXED BY IX-B IX-C, IX-D.
               10 C PIC 9(3).
           05 D PIC X.
