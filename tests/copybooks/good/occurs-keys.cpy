      * Keys of tables.
       01 R.
           05 A OCCURS 3 TIMES ASCENDING KEY IS B
               INDEXED BY IX-A.
               10 B PIC 9(4).
               10 C PIC X.
           05 D OCCURS 3 DESCENDING KEY E ASCENDING KEY IS F G
               INDEXED IX-D.
               10 E PIC 9.
               10 F PIC X.
               10 G PIC S9(4) COMP.
           05 H PIC 9(2) OCCURS 5 ASCENDING KEY IS H INDEXED BY IX-H.
