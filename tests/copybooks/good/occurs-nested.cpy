      * Tables in tables in tables.
       01 R.
           05 A OCCURS 3.
               10 B PIC X.
               10 C OCCURS 4.
                   15 D PIC 9(2).
                   15 E PIC X OCCURS 5.
                   15 F OCCURS 2.
                       20 G PIC S9(4) COMP OCCURS 3.
           05 H PIC X.
