      * Clauses in any order.
       01 R.
           05 A COMP PIC S9(4).
           05 B USAGE COMP-3 PIC S9(4).
           05 C OCCURS 3 PIC 9(4) COMP.
           05 D VALUE 5 PIC 9(4) COMP.
           05 E COMP-3 OCCURS 2 TIMES PIC S9(7)V99.
