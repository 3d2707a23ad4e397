      * Several views of the same bytes.
       01 R.
           05 A PIC X(12).
           05 B REDEFINES A.
               10 C PIC S9(9) COMP.
               10 D PIC X(8).
           05 E REDEFINES A PIC S9(11)V9(9) COMP-3.
           05 F REDEFINES A PIC X OCCURS 12.
           05 G REDEFINES A.
               10 H OCCURS 3 PIC X(4).
           05 I PIC X.
