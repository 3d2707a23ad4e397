      * A fixed head seen in two ways, then a table.
       01 R.
           05 HEAD PIC X(12).
           05 HEAD-2 REDEFINES HEAD.
               10 KIND PIC X(4).
               10 LAENGDE PIC S9(9) COMP.
               10 N-2 PIC S9(9) COMP.
           05 N PIC 9(2).
           05 T PIC X(5) OCCURS 1 TO 9 DEPENDING ON N.
